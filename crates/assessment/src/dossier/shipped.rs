//! The dossiers in the binary, and their translations.

use std::sync::LazyLock;

use super::{Dossier, Translation};

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

/// Dossier, language, text.
pub(super) const TRANSLATIONS: [(&str, &str, &str); 2] = [
    (
        "usa-mexico",
        "es",
        include_str!("../../../../dossiers/usa-mexico.es.toml"),
    ),
    (
        "france-germany",
        "es",
        include_str!("../../../../dossiers/france-germany.es.toml"),
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

pub(super) fn translations(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_it = TRANSLATIONS.iter().filter(move |(n, ..)| *n == name);
    of_it.map(|(_, language, text)| (*language, *text))
}

pub(super) fn in_language(language: &str) -> Vec<(&'static str, Dossier)> {
    all()
        .iter()
        .map(|(name, dossier)| {
            let translated = translated(name, dossier, language);
            (*name, translated.unwrap_or_else(|| dossier.clone()))
        })
        .collect()
}

fn translated(name: &str, dossier: &Dossier, language: &str) -> Option<Dossier> {
    let (_, text) = translations(name).find(|(l, _)| *l == language)?;
    dossier.translated(&Translation::read(text).ok()?).ok()
}
