//! The dossiers in the binary.

use std::sync::LazyLock;

use super::Dossier;

pub(super) const TEXTS: [(&str, &str); 2] = [
    (
        "usa-mexico",
        include_str!("../../../../dossiers/usa-mexico.toml"),
    ),
    (
        "france-germany",
        include_str!("../../../../dossiers/france-germany.toml"),
    ),
];

pub(super) fn text(name: &str) -> Option<&'static str> {
    TEXTS
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, text)| *text)
}

pub(super) fn all() -> &'static [(&'static str, Dossier)] {
    static ALL: LazyLock<Vec<(&str, Dossier)>> = LazyLock::new(|| {
        TEXTS
            .iter()
            .filter_map(|(name, text)| Some((*name, Dossier::read(text).ok()?)))
            .collect()
    });
    &ALL
}
