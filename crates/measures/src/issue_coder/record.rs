//! What is known of a roll call before anybody has coded it.

use jiff::civil::Date;

/// A roll call as its publishers describe it, with the codes that somebody gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described<'a> {
    /// Identifier of the roll call; each stands once in a record.
    pub rcid: u32,
    /// The day from which it is known: its day, or the last day of its month where the day is not recorded.
    pub date: Date,
    /// Regular session, or for a special or emergency special session the regular session of its time.
    pub session: u16,
    /// Symbol of the resolution.
    pub symbol: Option<&'a str>,
    /// Title of the resolution, whole where the publisher has it whole.
    pub title: Option<&'a str>,
    /// Description of the roll call; it stands in for a title that is missing.
    pub description: Option<&'a str>,
    /// Title of the agenda item.
    pub agenda: Option<&'a str>,
    /// Subjects of the resolution in the Library's thesaurus, joined by `|`.
    pub subjects: Option<&'a str>,
    /// Main Committee.
    pub committee: Option<&'a str>,
    /// Published codes as the bits of [`entente_evidence::Issue::bit`], 0 if it was coded as of no issue; `None` if
    /// nobody has coded it.
    pub published: Option<u8>,
}

impl<'a> Described<'a> {
    /// The text that names the question: the title, else the description.
    pub(super) fn name(&self) -> Option<&'a str> {
        let written = |text: &&str| !text.trim().is_empty();
        let title = self.title.filter(written);
        title.or(self.description.filter(written))
    }
}
