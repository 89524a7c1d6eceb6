//! What a section may show: the numbers of its part of the JSON as the house writes them.

use std::collections::HashSet;

use entente_brief::Lang;
use serde_json::Value;

use crate::tokens::{Numerals, Token, plain, tokens};

/// Amounts in thousands of persons or dollars, which are told in larger units.
const IN_THOUSANDS: [&str; 3] = ["military_expenditure", "military_personnel", "population"];

/// Fields that no brief tells, or that only charts draw.
const NOT_TOLD: [&str; 11] = [
    "ranks",
    "central_weights",
    "latitude",
    "longitude",
    "ccode",
    "ccode1",
    "ccode2",
    "ccodes",
    "notes",
    "figures",
    "absent",
];

/// Figures that a section may show.
pub struct Figures {
    held: HashSet<Token>,
}

impl Figures {
    /// The figures of the words, and what is told of a share that is too small or too large to write.
    pub fn of(words: &HashSet<Token>) -> Self {
        let mut held = words.clone();
        held.extend(["0.01", "1", "99"].map(|n| Token::Percent(n.to_owned())));
        Figures { held }
    }

    pub fn hold(&self, token: &Token) -> bool {
        self.held.contains(token)
    }

    fn number(&mut self, value: f64, decimals: usize) {
        let written = format!("{:.decimals$}", value.abs());
        self.held.insert(Token::Number(written));
    }

    /// A share in whole per cents.
    pub fn share(&mut self, value: f64) {
        self.percent(value, 0);
    }

    fn percent(&mut self, value: f64, decimals: usize) {
        // 10.5 is written 11: a half is rounded up, which formatting does only before an odd digit.
        let unit = 10f64.powi(i32::try_from(decimals).unwrap());
        let value = value.abs() * 100.0;
        for value in [value, (value * unit).round() / unit] {
            self.held
                .insert(Token::Percent(format!("{value:.decimals$}")));
        }
    }

    /// A whole number, as it is.
    pub fn whole(&mut self, number: i64) {
        self.held
            .insert(Token::Number(number.unsigned_abs().to_string()));
    }

    /// A number with one or two decimals, and a large one without; a share also in per cents, as finely
    /// as it needs, and in whole ones.
    fn real(&mut self, value: f64) {
        self.number(value, 1);
        self.number(value, 2);
        if value.abs() >= 99.95 || value.fract() == 0.0 {
            self.number(value, 0);
        }
        if value.abs() <= 1.0 {
            (0..=2).for_each(|decimals| self.percent(value, decimals));
        }
    }

    /// Thousands, in thousands, millions and billions.
    fn thousands(&mut self, value: f64) {
        for (unit, decimals) in [(1.0, 0), (1e3, 0), (1e3, 1), (1e6, 0), (1e6, 1)] {
            self.number(value / unit, decimals);
        }
    }

    /// A day of the JSON, or the figures inside a text, in whichever language it is.
    pub fn text(&mut self, text: &str) {
        if let Ok(day) = text.parse::<jiff::civil::Date>() {
            self.held.insert(Token::Day(day));
            self.whole(day.year().into());
            return;
        }
        for lang in Lang::all() {
            self.held.extend(tokens(text, &Numerals::of(lang)));
        }
        let separate = text.split(|c: char| !c.is_ascii_digit());
        let separate = separate.filter(|digits| !digits.is_empty());
        self.held
            .extend(separate.map(|digits| Token::Number(plain(digits))));
    }

    /// A part of the JSON under its name. Of series that are only drawn their sessions.
    pub fn part(&mut self, name: &str, value: &Value) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => self.number_of(name, number),
            Value::String(text) => self.text(text),
            Value::Array(items) => items.iter().for_each(|item| self.part(name, item)),
            Value::Object(fields) => {
                for (name, field) in fields {
                    match name.as_str() {
                        "series" | "points" => self.sessions(field),
                        // Contacts by year are told in spans of years.
                        "years" if field.is_array() => {}
                        name if NOT_TOLD.contains(&name) => {}
                        name => self.part(name, field),
                    }
                }
            }
        }
    }

    fn number_of(&mut self, name: &str, number: &serde_json::Number) {
        let value = number.as_f64().unwrap();
        match number.as_i64() {
            _ if IN_THOUSANDS.contains(&name) => self.thousands(value),
            Some(session) if name == "session" || name == "earlier_session" => {
                // With the year in which it opens.
                self.whole(session);
                self.whole(session + 1945);
            }
            Some(whole) => self.whole(whole),
            None => self.real(value),
        }
    }

    /// The sessions of a series; of ideal points, the positions in those that are listed.
    fn sessions(&mut self, series: &Value) {
        let Some(points) = series.as_array() else {
            return self.part("", series);
        };
        let session = |point: &Value| point["session"].as_i64().unwrap();
        let last = points.iter().map(session).max().unwrap_or(0);
        let ends = [points.first(), points.last()].into_iter().flatten();
        for point in ends.map(session) {
            self.whole(point);
            self.whole(point + 1945);
        }
        let listed = |point: &&Value| (0..=20).step_by(5).any(|ago| session(point) == last - ago);
        for point in points.iter().filter(listed) {
            self.whole(session(point));
            self.whole(session(point) + 1945);
            for name in ["ideal_point", "q05", "q95"] {
                if let Some(position) = point[name].as_f64() {
                    self.number(position, 2);
                }
            }
        }
    }
}
