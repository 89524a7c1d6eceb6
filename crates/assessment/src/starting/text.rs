//! The text of a starting dossier.

use entente_evidence::{Issue, TableUse};
use jiff::civil::Date;

use super::issues::VotedIssue;
use super::mechanisms::Suggested;
use crate::parties::Party;

pub(super) struct Start<'s> {
    pub parties: &'s [Party],
    pub date: Date,
    pub votes: TableUse,
    pub contacts: TableUse,
    pub issues: Vec<VotedIssue>,
    pub mechanisms: Vec<Suggested>,
}

/// What only a person can declare, as comments to fill in.
const OUTLINES: &str = r#"
# What follows is an outline of what evidence cannot know. Take the comment signs away and fill it in; every
# entry needs a source, and is read from its day on.

# [[source]]
# id = "joint-statement"
# citation = "Who published it, what it is called, when"
# published = 2021-01-20
# address = "https://…"

# [[constraint]]
# id = "senate"
# party = "…"
# actor = "Who must agree, or makes agreeing dear"
# instrument = "By what means: ratification, appropriation, a law, opinion"
# stance = -1.0            # from -2, strongly against, to 2, strongly for
# veto = false             # true if nothing passes without this actor
# items = []               # ids of agenda items; all of them where this is left out
# from = 2021-01-20
# sources = ["joint-statement: page 1"]

# [[act]]
# date = 2021-01-20
# party = "…"
# weight = 0.5             # from -1, most unfriendly, to 1, most friendly
# text = "What was done."
# sources = ["joint-statement"]

# [[circumstance]]
# id = "precedent"
# kind = "precedent"       # or risk, opportunity
# text = "What was done before, in a sentence."
# from = 2009-01-20
# sources = ["joint-statement"]

# [[claim]]
# id = "borders"
# text = "What the source claims, in your own words."
# source = "joint-statement: page 2"
# tests = [{ contiguous = { pair = ["…", "…"] } }]
"#;

impl Start<'_> {
    pub(super) fn text(&self) -> String {
        let mut text = self.head();
        text.push_str(&self.sources());
        match self.mechanisms.is_empty() {
            true => text.push_str(self.no_mechanisms()),
            false => self
                .mechanisms
                .iter()
                .for_each(|m| text.push_str(&self.mechanism(m))),
        }
        for issue in &self.issues {
            text.push_str(&self.item(issue));
        }
        text.push_str(OUTLINES);
        text
    }

    fn codes(&self) -> String {
        let codes: Vec<String> = self.parties.iter().map(|p| quoted(&p.iso3)).collect();
        format!("[{}]", codes.join(", "))
    }

    fn head(&self) -> String {
        let names: Vec<&str> = self.parties.iter().map(|p| p.name.as_str()).collect();
        let title = match &names[..] {
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
            [] => String::new(),
        };
        format!(
            "#:schema dossier.schema.json\n# Begun from the evidence as of {}. Check every entry: what the evidence suggests is not what was agreed.\n\ntitle = {}\nparties = {}\n",
            self.date,
            quoted(&title),
            self.codes()
        )
    }

    fn sources(&self) -> String {
        let mut text = String::new();
        for (id, used) in [("assembly", &self.votes), ("contacts", &self.contacts)] {
            text.push_str(&format!(
                "\n[[source]]\nid = \"{id}\"\ncitation = {}\npublished = {}\n",
                quoted(&used.citation),
                used.horizon.unwrap_or(self.date).min(self.date)
            ));
        }
        text
    }

    fn no_mechanisms(&self) -> &'static str {
        "\n# Mechanisms: the contact record, which is that of the United States, names none in two years or more.\n"
    }

    fn mechanism(&self, found: &Suggested) -> String {
        format!(
            "\n# Named in {} meetings from {} to {}. Check its name, its founding and its cadence.\n[[mechanism]]\nid = {}\nname = {}\nparties = {}\nlevel = \"{}\"\ncadence = \"P{}Y\"\nfounded = {}\nsources = [\"contacts\"]\noccasions = [{{ words = [{}] }}]\n",
            found.meetings,
            found.first,
            found.last,
            quoted(&found.words.replace(' ', "-")),
            quoted(&found.name),
            self.codes(),
            found.level.as_str(),
            found.cadence_years,
            found.first,
            quoted(&found.words)
        )
    }

    fn item(&self, voted: &VotedIssue) -> String {
        let (first, last) = voted.sessions;
        format!(
            "\n# Coincidence {:.2} on {} roll calls of sessions {first} to {last}.\n[[item]]\nid = \"{}\"\nname = {}\ndescription = {}\nlevel = \"global\"\nfrom = {}\nfora = [\"UN\"]\ncarriers = [\"UNGA\"]\nindicators = [{{ votes = {{ issues = [\"{}\"] }} }}]\n# priority = [{{ party = \"…\", level = 3, words = \"what it said\", from = 2021-01-20, sources = [\"…\"] }}]\n# position = [{{ party = \"…\", stance = 1.0, words = \"what it said\", from = 2021-01-20, sources = [\"…\"] }}]\n# next_step = \"What doing it would mean first.\"\nsources = [\"assembly\"]\n",
            voted.coincidence,
            voted.roll_calls,
            id(voted.issue),
            quoted(name(voted.issue)),
            quoted(&format!(
                "Resolutions of the General Assembly on {}.",
                name(voted.issue).to_lowercase()
            )),
            Date::constant(i16::try_from(first + 1945).unwrap_or(1946), 9, 1),
            voted.issue.as_str(),
        )
    }
}

/// A string as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn name(issue: Issue) -> &'static str {
    match issue {
        Issue::MiddleEast => "Israel and Palestine",
        Issue::Nuclear => "Nuclear weapons",
        Issue::Disarmament => "Arms control and disarmament",
        Issue::HumanRights => "Human rights",
        Issue::Colonialism => "Colonialism",
        Issue::Economic => "Economic development",
    }
}

fn id(issue: Issue) -> String {
    name(issue).to_lowercase().replace(' ', "-")
}
