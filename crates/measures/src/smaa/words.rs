//! Weights in words: `a > b = c, a <= 0.5`.

use super::weights::{Weights, WeightsError};

/// What stands between two terms.
const SIGNS: [&str; 5] = [">=", "<=", ">", "<", "="];

impl Weights {
    /// What is known of the weights, in words: clauses between commas, each a chain of criteria and
    /// numbers joined by `>`, `>=`, `=`, `<=` or `<`.
    ///
    /// `stake > window` ranks two criteria; `stake > window = carrier` three, of which two have the same
    /// weight; `stake >= 0.2` and `0.1 <= window <= 0.3` are bounds; `carrier = 0.25` fixes a weight.
    /// `>` and `>=` mean the same. No words at all leave every weight open.
    ///
    /// # Errors
    ///
    /// [`WeightsError::Words`] for a term that is neither a criterion nor a number, two numbers side by
    /// side, or a chain of one term; and those of [`Weights::ranked`] and [`Weights::bounded`].
    pub fn in_words(criteria: &[&str], words: &str) -> Result<Self, WeightsError> {
        let mut weights = Weights::uniform(criteria.len())?;
        for clause in words.split(',').map(str::trim).filter(|c| !c.is_empty()) {
            let (terms, signs) = chain(criteria, clause)?;
            for (pair, sign) in terms.windows(2).zip(signs) {
                weights = joined(weights, pair[0], sign, pair[1], clause)?;
            }
        }
        Ok(weights)
    }
}

#[derive(Clone, Copy)]
enum Term {
    Criterion(usize),
    Number(f64),
}

/// The terms of a clause and the signs between them.
fn chain<'a>(
    criteria: &[&str],
    clause: &'a str,
) -> Result<(Vec<Term>, Vec<&'a str>), WeightsError> {
    let (mut terms, mut signs) = (Vec::new(), Vec::new());
    let mut rest = clause;
    loop {
        let next = rest.find(['<', '>', '=']);
        terms.push(term(
            criteria,
            rest[..next.unwrap_or(rest.len())].trim(),
            clause,
        )?);
        let Some(at) = next else { break };
        let sign = SIGNS.into_iter().find(|s| rest[at..].starts_with(s));
        let sign = &rest[at..at + sign.map_or(1, str::len)];
        signs.push(sign);
        rest = &rest[at + sign.len()..];
    }
    if signs.is_empty() {
        return Err(wrong(format!(
            "`{clause}` compares nothing; write for instance `{clause} > {}`",
            criteria.first().unwrap_or(&"another")
        )));
    }
    Ok((terms, signs))
}

fn term(criteria: &[&str], word: &str, clause: &str) -> Result<Term, WeightsError> {
    if let Some(place) = criteria.iter().position(|c| c.eq_ignore_ascii_case(word)) {
        return Ok(Term::Criterion(place));
    }
    word.parse().map(Term::Number).map_err(|_| {
        wrong(format!(
            "`{word}` in `{clause}` is neither a number nor a criterion; the criteria are {}",
            criteria.join(", ")
        ))
    })
}

fn joined(
    weights: Weights,
    left: Term,
    sign: &str,
    right: Term,
    clause: &str,
) -> Result<Weights, WeightsError> {
    match (left, sign, right) {
        (Term::Number(_), _, Term::Number(_)) => {
            Err(wrong(format!("`{clause}` compares two numbers")))
        }
        (_, "<" | "<=", _) => joined(weights, right, ">=", left, clause),
        (Term::Criterion(a), "=", Term::Criterion(b)) => weights.tied(a, b),
        (Term::Criterion(a), _, Term::Criterion(b)) => weights.ranked(a, b),
        (Term::Criterion(c), "=", Term::Number(x)) | (Term::Number(x), "=", Term::Criterion(c)) => {
            weights.bounded(c, x, x)
        }
        (Term::Criterion(c), _, Term::Number(x)) => weights.bounded(c, x, 1.0),
        (Term::Number(x), _, Term::Criterion(c)) => weights.bounded(c, 0.0, x),
    }
}

fn wrong(message: String) -> WeightsError {
    WeightsError::Words { message }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 3] = ["stake", "window", "carrier"];

    fn read(words: &str) -> Result<Weights, WeightsError> {
        Weights::in_words(&NAMES, words)
    }

    #[test]
    fn chains_orders_and_bounds() {
        assert!(read("").unwrap().is_uniform());
        let ranked = read("stake > window = carrier").unwrap();
        assert_eq!((ranked.order, ranked.ties), (vec![(0, 1)], vec![(1, 2)]));
        let bounds = read("0.1 <= Window <= 0.3, stake = 0.5, carrier < 0.4").unwrap();
        assert_eq!(bounds.bounds, [(0.5, 0.5), (0.1, 0.3), (0.0, 0.4)]);
        assert_eq!(read("carrier<=stake").unwrap().order, [(0, 2)]);
    }

    #[test]
    fn errors_name_the_words() {
        let unknown = read("stake > risk").unwrap_err().to_string();
        assert!(unknown.contains("`risk` in `stake > risk`"), "{unknown}");
        assert!(unknown.contains("stake, window, carrier"), "{unknown}");
        assert!(
            read("0.1 < 0.2")
                .unwrap_err()
                .to_string()
                .contains("two numbers")
        );
        assert!(
            read("stake")
                .unwrap_err()
                .to_string()
                .contains("compares nothing")
        );
        assert!(matches!(
            read("stake > 1.5"),
            Err(WeightsError::Bounds { .. })
        ));
    }
}
