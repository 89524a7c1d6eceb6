//! Reckons a formula as it is printed.

/// What a formula with its figures put in comes to.
pub fn value(written: &str) -> f64 {
    let mut reader = Reader {
        signs: written.chars().filter(|c| !c.is_whitespace()).collect(),
        at: 0,
    };
    let value = reader.sum();
    assert_eq!(reader.at, reader.signs.len(), "{written}");
    value
}

struct Reader {
    signs: Vec<char>,
    at: usize,
}

impl Reader {
    fn next_is(&mut self, wanted: &[char]) -> Option<char> {
        let found = self.signs.get(self.at).copied();
        let found = found.filter(|c| wanted.contains(c))?;
        self.at += 1;
        Some(found)
    }

    fn expect(&mut self, wanted: char) {
        let found = self.next_is(&[wanted]);
        assert!(
            found.is_some(),
            "{wanted} at {} of {:?}",
            self.at,
            self.signs
        );
    }

    fn sum(&mut self) -> f64 {
        let mut sum = self.product();
        while let Some(sign) = self.next_is(&['+', '−', '-']) {
            let next = self.product();
            sum += if sign == '+' { next } else { -next };
        }
        sum
    }

    fn product(&mut self) -> f64 {
        let mut product = self.power();
        while let Some(sign) = self.next_is(&['·', '/']) {
            let next = self.power();
            product = if sign == '·' {
                product * next
            } else {
                product / next
            };
        }
        product
    }

    fn power(&mut self) -> f64 {
        let base = self.one();
        match self.next_is(&['^']) {
            Some(_) => base.powf(self.power()),
            None => base,
        }
    }

    fn one(&mut self) -> f64 {
        if self.next_is(&['−', '-']).is_some() {
            return -self.one();
        }
        if self.next_is(&['½']).is_some() {
            return 0.5;
        }
        if self.next_is(&['(']).is_some() {
            let value = self.sum();
            self.expect(')');
            return value;
        }
        let word: String = self.while_it(|c| c.is_alphabetic());
        if word.is_empty() {
            let digits = self.while_it(|c| c.is_ascii_digit() || c == '.');
            return digits
                .parse()
                .unwrap_or_else(|_| panic!("{digits:?} in {:?}", self.signs));
        }
        self.expect('(');
        let first = self.sum();
        let second = self.next_is(&[',']).map(|_| self.sum());
        self.expect(')');
        match (word.as_str(), second) {
            ("floor", None) => first.floor(),
            ("ln", None) => first.ln(),
            ("abs", None) => first.abs(),
            ("max", Some(second)) => first.max(second),
            ("min", Some(second)) => first.min(second),
            other => panic!("{other:?}"),
        }
    }

    fn while_it(&mut self, holds: impl Fn(char) -> bool) -> String {
        let rest = self.signs[self.at..].iter();
        let word: String = rest.take_while(|c| holds(**c)).collect();
        self.at += word.chars().count();
        word
    }
}
