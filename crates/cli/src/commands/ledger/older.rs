//! What is told of a ledger that an older version of the program wrote.

use entente_ledger::TakenOver;

/// What became of it, in sentences.
pub fn told(taken: &TakenOver) -> String {
    let mut said =
        "This ledger was written by an older version of the program, and is brought up to date."
            .to_owned();
    if let Some(copy) = &taken.copy {
        said.push_str(&format!(
            " A copy of it as it was is in {}.",
            copy.display()
        ));
    }
    if taken.cleaned > 0 {
        said.push_str(&format!(
            " Characters that no text and no name may hold were replaced in {}.",
            counted(taken.cleaned, "revision")
        ));
    }
    if taken.left_out > 0 {
        let are = match taken.left_out {
            1 => "is not in it, because its text was",
            _ => "are not in it, because their texts were",
        };
        said.push_str(&format!(
            " {} {are} not there: it is another delegation's own.",
            counted(taken.left_out, "revision")
        ));
    }
    if taken.absent > 0 {
        said.push_str(&format!(
            " The content of {} is not there: `entente ledger verify` names them, and who has the file attaches it \
             again.",
            counted(taken.absent, "document")
        ));
    }
    said
}

/// A number of things, in words: `1 document`, `2 documents`.
pub fn counted(number: i64, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_happened_is_told() {
        let begins = "This ledger was written by an older version of the program, and is brought up to date.";
        let mut taken = TakenOver::default();
        assert_eq!(told(&taken), begins);
        taken.copy = Some("team.ledger.v2.backup".into());
        taken.cleaned = 3;
        taken.left_out = 1;
        taken.absent = 2;
        assert_eq!(
            told(&taken),
            format!(
                "{begins} A copy of it as it was is in team.ledger.v2.backup. Characters that no text and no name \
                 may hold were replaced in 3 revisions. 1 revision is not in it, because its text was not there: it \
                 is another delegation's own. The content of 2 documents is not there: `entente ledger verify` names \
                 them, and who has the file attaches it again."
            )
        );
    }
}
