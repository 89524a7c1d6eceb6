//! How lists are numbered: one definition for all, an instance for each list in order.

use super::xml::Element;

/// Where the instances of `parts/numbering.xml` end: bullets, and the style of numbers by itself.
const GIVEN: usize = 2;
/// The definition of numbers there.
const NUMBERS: usize = 1;

/// The instance of a list in order, by its place among them from 1.
pub(super) fn instance(place: usize) -> usize {
    GIVEN + place
}

/// What ties a paragraph to an instance.
pub(super) fn of(instance: usize) -> Element {
    Element::new("w:numPr")
        .child(Element::val("w:ilvl", "0"))
        .child(Element::val("w:numId", instance.to_string()))
}

/// The part, with an instance for each of so many lists; each begins at 1.
pub(super) fn part(given: &str, lists: usize) -> String {
    const END: &str = "</w:numbering>";
    let own = (1..=lists).map(|place| {
        format!(
            r#"<w:num w:numId="{}"><w:abstractNumId w:val="{NUMBERS}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#,
            instance(place)
        )
    });
    let own: String = own.collect();
    given.replace(END, &format!("{own}{END}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two lists in order are two instances beside those given, and each begins at 1.
    #[test]
    fn every_list_begins_at_one() {
        let given = include_str!("parts/numbering.xml");
        let part = part(given, 2);
        for place in [1, 2] {
            let number = format!(r#"<w:num w:numId="{}">"#, instance(place));
            assert_eq!(part.matches(&number).count(), 1, "{number}");
            assert!(!given.contains(&number), "{number} is given");
        }
        assert_eq!(part.matches(r#"<w:startOverride w:val="1"/>"#).count(), 2);
        assert!(part.trim_end().ends_with("</w:numbering>"));
    }
}
