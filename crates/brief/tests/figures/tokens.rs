//! Figures as a reader finds them in a line: days, per cents, other numbers.

use std::collections::HashSet;

use entente_brief::Lang;
use jiff::ToSpan;
use jiff::civil::Date;

/// A figure in a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// A day.
    Day(Date),
    /// A number before a sign of per cent.
    Percent(String),
    /// Another number: without separators of thousands, with a point, whole ones without zeros at the
    /// front.
    Number(String),
}

impl Token {
    /// A figure that looks alike: the next day, the next last digit.
    pub fn altered(&self) -> Token {
        let next = |number: &str| {
            let (front, last) = number.split_at(number.len() - 1);
            plain(&format!(
                "{front}{}",
                (last.parse::<u8>().unwrap() + 1) % 10
            ))
        };
        match self {
            Token::Day(day) => Token::Day(day.saturating_add(1.day())),
            Token::Percent(number) => Token::Percent(next(number)),
            Token::Number(number) => Token::Number(next(number)),
        }
    }
}

/// How a language writes numbers and days.
pub struct Numerals {
    decimal: char,
    group: char,
    months: Vec<String>,
}

impl Numerals {
    pub fn of(lang: Lang) -> Self {
        let message = |id: &str| {
            let lines = lang.messages().lines();
            let own = lines
                .filter_map(|l| l.split_once(" = "))
                .find(|(name, _)| *name == id);
            own.unwrap().1.to_owned()
        };
        let (decimal, group) = match lang.code() {
            "es" => (',', '\u{202f}'),
            _ => ('.', ','),
        };
        Numerals {
            decimal,
            group,
            months: (1..=12).map(|m| message(&format!("month-{m}"))).collect(),
        }
    }

    /// The month of a word, 1 to 12.
    fn month(&self, word: &str) -> Option<i8> {
        let place = self.months.iter().position(|m| m == word)?;
        i8::try_from(place + 1).ok()
    }
}

/// The figures of a line.
pub fn tokens(line: &str, numerals: &Numerals) -> Vec<Token> {
    let mut found = Vec::new();
    let rest = days(line, numerals, &mut found);
    numbers(&rest, numerals, &mut found);
    found
}

/// Takes the days out of a line: “8 July 2020”, “8–9 July 2020”, “28 February – 1 March 2020”.
fn days(line: &str, numerals: &Numerals, found: &mut Vec<Token>) -> String {
    let words: Vec<&str> = line.split(' ').filter(|w| *w != "de").collect();
    let mut taken = vec![false; words.len()];
    for at in 1..words.len().saturating_sub(1) {
        let year: String = words[at + 1]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let Some((month, year)) = numerals.month(words[at]).zip(year.parse::<i16>().ok()) else {
            continue;
        };
        let mut of = |day: &str, month: i8| {
            let day = Date::new(year, month, day.parse().ok()?).ok()?;
            found.push(Token::Day(day));
            Some(())
        };
        let day = words[at - 1].trim_start_matches(|c: char| !c.is_ascii_digit());
        let told = match day.split_once(['–', '-']) {
            Some((from, to)) => of(from, month).and(of(to, month)),
            None => of(day, month),
        };
        if told.is_none() {
            continue;
        }
        taken[at - 1..=at + 1].fill(true);
        // The first day of a span in two months of one year.
        if at >= 4 && ["–", "a"].contains(&words[at - 2]) {
            let before = numerals.month(words[at - 3]);
            let day = words[at - 4].trim_start_matches(|c: char| !c.is_ascii_digit());
            if before.and_then(|month| of(day, month)).is_some() {
                taken[at - 4..=at - 2].fill(true);
            }
        }
    }
    let left = words.iter().zip(taken).filter(|(_, taken)| !taken);
    left.map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
}

fn numbers(line: &str, numerals: &Numerals, found: &mut Vec<Token>) {
    let signs: Vec<char> = line.chars().collect();
    let digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    // Three digits and no more follow a separator of thousands.
    let thousand = |at: usize| (1..=3).all(|n| digit(at + n)) && !digit(at + 4);
    let mut at = 0;
    while at < signs.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let mut number = String::new();
        let mut fraction = false;
        while at < signs.len() {
            match signs[at] {
                c if c.is_ascii_digit() => number.push(c),
                c if c == numerals.group && !fraction && thousand(at) => {}
                c if c == numerals.decimal && !fraction && digit(at + 1) => {
                    fraction = true;
                    number.push('.');
                }
                _ => break,
            }
            at += 1;
        }
        let after: String = signs[at..].iter().take(2).collect();
        found.push(
            match after
                .trim_start_matches(char::is_whitespace)
                .starts_with('%')
            {
                true => Token::Percent(plain(&number)),
                false => Token::Number(plain(&number)),
            },
        );
    }
}

pub fn plain(number: &str) -> String {
    match number.contains('.') {
        true => number.to_owned(),
        false => {
            let trimmed = number.trim_start_matches('0');
            if trimmed.is_empty() { "0" } else { trimmed }.to_owned()
        }
    }
}

/// Figures that stand in the messages of a language themselves: “the last five, 90% intervals”.
pub fn of_the_words(lang: Lang) -> HashSet<Token> {
    let numerals = Numerals::of(lang);
    let mut found = HashSet::new();
    for line in lang.messages().lines().filter(|l| !l.starts_with('#')) {
        let (_, words) = line.split_once(" = ").unwrap_or(("", line));
        let mut outside = String::new();
        let mut depth = 0;
        for sign in words.chars() {
            match sign {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => outside.push(sign),
                _ => {}
            }
        }
        found.extend(tokens(&outside, &numerals));
    }
    found
}

#[test]
fn figures_in_lines() {
    let english = Numerals::of(Lang::of("en").unwrap());
    let spanish = Numerals::of(Lang::of("es").unwrap());
    let day = |y, m, d| Token::Day(jiff::civil::date(y, m, d));
    let number = |n: &str| Token::Number(n.to_owned());
    for (line, numerals, expected) in [
        (
            "0.28 over 1,091 roll calls in session 74",
            &english,
            vec![number("0.28"), number("1091"), number("74")],
        ),
        (
            "(12.4% on 8–9 July 2020)",
            &english,
            vec![
                day(2020, 7, 8),
                day(2020, 7, 9),
                Token::Percent("12.4".into()),
            ],
        ),
        (
            "28 February – 1 March 2020: 2",
            &english,
            vec![day(2020, 3, 1), day(2020, 2, 28), number("2")],
        ),
        (
            "28 de febrero a 1 de marzo de 2020",
            &spanish,
            vec![day(2020, 3, 1), day(2020, 2, 28)],
        ),
        (
            "12,4\u{a0}% de 12\u{202f}345",
            &spanish,
            vec![Token::Percent("12.4".into()), number("12345")],
        ),
    ] {
        assert_eq!(tokens(line, numerals), expected, "{line}");
    }
}
