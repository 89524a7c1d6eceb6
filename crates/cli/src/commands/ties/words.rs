//! Figures as the terminal shows them.

use entente_assessment::TiesRow;

/// Columns that a page may take.
pub const WIDTH: usize = 98;

/// What stands where there is no figure.
pub const NONE: &str = "-";

/// A figure, or the sign that there is none.
pub fn or_none(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| NONE.to_owned())
}

/// A share in per cent: two significant figures below one per cent, one decimal above.
pub fn percent(share: f64) -> String {
    let per_cent = 100.0 * share;
    match per_cent {
        p if (99.95..100.0).contains(&p) => ">99.9%".to_owned(),
        p if p >= 0.95 || p <= 0.0 => format!("{p:.1}%"),
        p if p >= 0.095 => format!("{p:.2}%"),
        p if p >= 0.001 => format!("{p:.3}%"),
        _ => "<0.001%".to_owned(),
    }
}

/// A count with its thousands set apart.
pub fn count(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How many times.
pub fn times(ratio: f64) -> String {
    match ratio {
        r if r >= 100.0 => format!("{}x", count(r.round() as u64)),
        r if r >= 10.0 => format!("{r:.0}x"),
        r => format!("{r:.1}x"),
    }
}

/// 1st, 2nd, 3rd, 11th.
pub fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (1, r) if r != 11 => "st",
        (2, r) if r != 12 => "nd",
        (3, r) if r != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// What is missing over some rows, each reason once with its years.
pub fn missing(rows: &[TiesRow]) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<u16>)> = Vec::new();
    for row in rows {
        for reason in &row.missing {
            match reasons.iter_mut().find(|(r, _)| r == reason) {
                Some((_, years)) => years.push(row.year),
                None => reasons.push((reason, vec![row.year])),
            }
        }
    }
    reasons
        .into_iter()
        .map(|(reason, years)| match rows {
            [_] => reason.to_owned(),
            _ => format!("{reason}: {}", spans(&years)),
        })
        .collect()
}

/// Rising years as spans: 1990-1992, 1995.
fn spans(years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let written: Vec<String> = spans
        .into_iter()
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        })
        .collect();
    written.join(", ")
}

/// A paragraph under a mark, filled to the width of a page.
pub fn item(text: &str) -> String {
    let mut out = String::from("-");
    let mut used = 1;
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        if used > 2 && used + 1 + wide > WIDTH {
            out.push_str("\n ");
            used = 1;
        }
        out.push(' ');
        out.push_str(word);
        used += 1 + wide;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        assert_eq!(percent(0.1328), "13.3%");
        assert_eq!(percent(0.0041), "0.41%");
        assert_eq!(percent(0.00021), "0.021%");
        assert_eq!(percent(0.0), "0.0%");
        assert_eq!(percent(0.9999), ">99.9%");
        assert_eq!(percent(1.0), "100.0%");
        assert_eq!(count(1_176_051), "1,176,051");
        assert_eq!(count(15), "15");
        assert_eq!(times(8.57), "8.6x");
        assert_eq!(times(1_234.4), "1,234x");
        assert_eq!([1, 2, 11, 23].map(ordinal), ["1st", "2nd", "11th", "23rd"]);
    }

    #[test]
    fn years_in_a_run_are_one_span() {
        assert_eq!(spans(&[1990, 1991, 1992, 1995]), "1990-1992, 1995");
    }

    #[test]
    fn lines_stay_within_the_page() {
        let text = "displacement ".repeat(40);
        let filled = item(&text);
        assert!(filled.lines().all(|l| l.chars().count() <= WIDTH));
        assert_eq!(filled.matches("displacement").count(), 40);
    }
}
