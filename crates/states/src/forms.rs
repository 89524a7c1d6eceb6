//! The forms of one text that may be a name.

/// A form of a text.
pub(crate) struct Form {
    /// What to look up.
    pub(crate) text: String,
    /// A remark in brackets that was left out.
    pub(crate) remark: Option<String>,
}

/// Words that make another place of a name: South Sudan is not Sudan.
const POINTS: &[&str] = &[
    "north",
    "northern",
    "south",
    "southern",
    "east",
    "eastern",
    "west",
    "western",
    "new",
    "norte",
    "sur",
    "este",
    "oeste",
    "oriental",
    "occidental",
    "septentrional",
    "meridional",
    "nord",
    "sud",
    "est",
    "ouest",
    "nueva",
    "nouvelle",
    "british",
    "french",
    "american",
];

/// Whether a remark in brackets has a word that makes another place of a name.
pub(crate) fn points(remark: &str) -> bool {
    remark
        .split(|c: char| !c.is_alphabetic())
        .any(|word| POINTS.contains(&word.to_lowercase().as_str()))
}

/// The forms of a text to look up in turn: as it is, with a part after a comma in front, with what
/// stands in brackets in front or behind, and without what stands there.
pub(crate) fn forms(text: &str) -> Vec<Form> {
    let whole = |text: String| Form { text, remark: None };
    // Chinese and Japanese texts have wide signs.
    let text = text
        .replace('（', "(")
        .replace('）', ")")
        .replace('，', ",");
    let mut forms = vec![whole(text.clone())];
    if let Some((head, tail)) = text.split_once(',') {
        forms.push(whole(format!("{tail} {head}")));
    }
    if let Some((head, tail)) = text.split_once('(') {
        let (remark, after) = tail.split_once(')').unwrap_or((tail, ""));
        let remark = remark.trim();
        forms.push(whole(format!("{remark} {head} {after}")));
        forms.push(whole(format!("{head} {remark} {after}")));
        forms.push(Form {
            text: format!("{head} {after}"),
            remark: Some(remark.to_owned()),
        });
    }
    forms
}
