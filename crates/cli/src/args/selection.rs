//! Which roll calls a measure is taken over.

use std::path::{Path, PathBuf};

use entente_evidence::{AsOf, Issue, RollCallView, Symbol};
use entente_measures::{Admits, Basket, Criteria, IssueFilter, Phrase, Selector};

use crate::failure::Failure;
use crate::input;

/// Which roll calls.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Roll calls")]
pub struct SelectionArgs {
    /// Coded issues (me, nu, di, hr, co, ec), `all`, or baskets; several with commas
    #[arg(long, value_name = "ISSUE", value_delimiter = ',')]
    pub issue: Vec<String>,
    /// A TOML file of named baskets, beside those that come with the program
    #[arg(long, value_name = "FILE")]
    pub baskets: Option<PathBuf>,
    /// Only votes on these resolutions, as A/RES/73/195; several with commas
    #[arg(long, value_name = "SYMBOL", value_delimiter = ',', value_parser = parse_symbol)]
    pub symbol: Vec<Symbol>,
    /// Only roll calls with these words in a row in title or description; may be given again
    #[arg(long, value_name = "WORDS", value_parser = parse_phrase)]
    pub title: Vec<Phrase>,
    /// Only roll calls that the Department of State listed as important
    #[arg(long)]
    pub important: bool,
    /// Only final votes: no amendments, no paragraphs
    #[arg(long)]
    pub adopted_only: bool,
}

fn parse_symbol(word: &str) -> Result<Symbol, String> {
    Symbol::parse(word).ok_or_else(|| "not a resolution symbol; as in A/RES/73/195".to_owned())
}

fn parse_phrase(text: &str) -> Result<Phrase, String> {
    Phrase::of(text).ok_or_else(|| "it holds no word".to_owned())
}

impl SelectionArgs {
    /// What further must hold of a roll call, whatever its issue.
    pub fn criteria(&self) -> Criteria {
        Criteria {
            symbols: self.symbol.clone(),
            phrases: self.title.clone(),
            important: self.important.then_some(true),
            adopted: self.adopted_only,
            ..Criteria::default()
        }
    }

    /// The sets asked for; where no issue is named, `default`.
    pub fn selectors(&self, default: &[IssueFilter]) -> Result<Vec<Selector>, Failure> {
        let baskets = self.all_baskets()?;
        let named = self.issue.iter().map(|word| named(word, &baskets));
        let sets: Vec<Selector> = match self.issue.as_slice() {
            [] => default.iter().map(|i| Selector::of_issue(*i)).collect(),
            _ => named.collect::<Result<_, _>>()?,
        };
        let also = self.criteria();
        Ok(sets.into_iter().map(|s| s.with(&also)).collect())
    }

    /// The baskets that come with the program, then those of the file.
    pub fn all_baskets(&self) -> Result<Vec<Basket>, Failure> {
        let mut baskets = Basket::shipped().to_vec();
        if let Some(path) = &self.baskets {
            for own in read(path)? {
                // A basket of the file stands for a shipped one of the same name.
                baskets.retain(|b| b.name != own.name);
                baskets.push(own);
            }
        }
        Ok(baskets)
    }

    /// Refuses sets that hold no roll call of the record, saying which.
    pub fn check(&self, sets: &[Selector], as_of: &AsOf<'_>) -> Result<(), Failure> {
        let roll_calls = as_of.roll_calls()?;
        let holds = |admits: &dyn Fn(&RollCallView<'_>) -> bool| roll_calls.iter().any(admits);
        for symbol in &self.symbol {
            let alone = Criteria {
                symbols: vec![symbol.clone()],
                ..Criteria::default()
            };
            if !holds(&|view| alone.admits(view)) {
                return Err(Failure::usage(format!(
                    "no recorded vote on {symbol} as of {}",
                    as_of.date()
                ))
                .help("most resolutions are adopted without a vote"));
            }
        }
        for phrase in &self.title {
            let alone = Criteria {
                phrases: vec![phrase.clone()],
                ..Criteria::default()
            };
            if !holds(&|view| alone.admits(view)) {
                return Err(Failure::usage(format!(
                    "no roll call has {:?} in its title or description as of {}",
                    phrase.as_str(),
                    as_of.date()
                ))
                .help("whole words in a row are looked for, in English"));
            }
        }
        let empty = sets.iter().find(|set| !holds(&|view| set.admits(view)));
        match empty {
            Some(set) if sets.len() == 1 => Err(Failure::failed(format!(
                "no roll call on record is in {} as of {}",
                set.name(),
                as_of.date()
            ))),
            _ => Ok(()),
        }
    }
}

fn named(word: &str, baskets: &[Basket]) -> Result<Selector, Failure> {
    if word == "all" {
        return Ok(Selector::of_issue(IssueFilter::All));
    }
    if let Some(issue) = Issue::from_word(word) {
        return Ok(Selector::of_issue(IssueFilter::Only(issue)));
    }
    if let Some(basket) = baskets.iter().find(|b| b.name == word) {
        return Ok(Selector::of_basket(basket.clone()));
    }
    let issues = Issue::ALL.iter().map(|i| i.as_str());
    let names: Vec<&str> = baskets.iter().map(|b| b.name.as_str()).collect();
    let nearest = names
        .iter()
        .map(|name| (strsim::jaro_winkler(word, name), *name))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(likeness, _)| *likeness > 0.8);
    let meant = nearest.map_or(String::new(), |(_, name)| format!("; did you mean {name}?"));
    Err(
        Failure::usage(format!("no issue or basket is called {word:?}{meant}")).help(format!(
            "issues: all, {}; baskets: {}",
            issues.collect::<Vec<_>>().join(", "),
            names.join(", ")
        )),
    )
}

fn read(path: &Path) -> Result<Vec<Basket>, Failure> {
    let text = input::text(path)
        .map_err(|e| Failure::usage(format!("cannot read {}: {e}", path.display())))?;
    Basket::read(&text).map_err(|e| Failure::in_text(path, text, e.span, e.message, e.hint))
}
