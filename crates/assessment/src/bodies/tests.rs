//! The shipped body, a small one worked by hand, and what is refused.

use super::*;

fn shipped() -> VotingBody {
    VotingBody::read(SHIPPED[0].1).unwrap()
}

fn with(mut body: VotingBody, position: Position, codes: &str) -> VotingBody {
    for member in &mut body.members {
        if codes.split(' ').any(|c| c == member.iso3) {
            member.position = Some(position);
        }
    }
    body
}

#[test]
fn the_shipped_body_is_the_published_one() {
    let body = shipped();
    assert_eq!(VotingBody::shipped().len(), SHIPPED.len());
    assert_eq!((body.members.len(), body.total()), (48, 100_001));
    let found = Coalition::of(&body).unwrap();
    assert_eq!(found.counted_needed, Some((15, 28)));
    assert!((found.share_needed - 50.001).abs() < 1e-9);
    let [latin, north, elsewhere] = &found.groups[..] else {
        panic!("three groups")
    };
    // 50.015 of 100.001: just more than half, and no member of known share to spare.
    assert!(latin.elects && latin.blocks && (latin.margin - 0.014).abs() < 1e-9);
    assert_eq!(
        (latin.members, latin.cannot_spare.len(), latin.unknown),
        (26, 11, 15)
    );
    assert!(!north.elects && !north.blocks && !elsewhere.elects && !elsewhere.blocks);
    let sum: f64 = found.members.iter().map(|m| m.shapley_shubik).sum();
    assert!((sum - 1.0).abs() < 1e-9);
    let first = found
        .members
        .iter()
        .max_by(|a, b| a.banzhaf.total_cmp(&b.banzhaf))
        .unwrap();
    assert_eq!(first.iso3, "USA");
}

/// Seventeen states refused on 18 August 2020 to put the election off. Six of known share hold
/// 48.948 per cent; eleven have part of the 6.890 that fifteen hold together.
#[test]
fn the_seventeen_of_august_2020() {
    let body = with(
        shipped(),
        Position::For,
        "BHS BOL BRA COL ECU SLV USA GTM GUY HTI HND JAM PAN PRY DOM SUR VEN",
    );
    let body = with(body, Position::Against, "ARG CHL MEX CRI");
    let found = Coalition::of(&body).unwrap();
    assert_eq!(found.side_for.states.len(), 17);
    assert_eq!(found.side_for.counted, 17);
    assert!((found.side_for.share.0 - 48.948).abs() < 1e-9);
    assert!((found.side_for.share.1 - 55.838).abs() < 1e-9);
    assert_eq!(found.verdict, Verdict::DependsOnUnknownShares);
    let quorum = found.quorum.unwrap();
    assert!((quorum.denied_by - 25.001).abs() < 1e-9);
    // 22.229 of the four, so 2.772 more would have had to stay away.
    assert!((quorum.against_lack - 2.772).abs() < 1e-9, "{quorum:?}");
    assert_eq!(quorum.against_deny, Verdict::Open);
    assert_eq!(
        (quorum.denied_by_counted, quorum.denied_by_members),
        (Some(14), Some(24))
    );
}

/// 40, 35 and 25 per cent: any two decide, each alike.
#[test]
fn a_plain_table() {
    let text = "state,share,position\nUSA,40,for\nMEX,35,\nCAN,25,\n";
    let body = VotingBody::read_csv(text, "three").unwrap();
    let found = Coalition::of(&body).unwrap();
    for member in &found.members {
        assert!((member.shapley_shubik - 1.0 / 3.0).abs() < 1e-12);
    }
    assert_eq!(found.verdict, Verdict::Open);
    let need = found.need.unwrap();
    assert!((need.share - 10.001).abs() < 1e-9 && need.fewest == ["MEX"]);
    assert!((need.least_share - 25.0).abs() < 1e-9);
    assert_eq!(found.minimal, [["MEX"], ["CAN"]]);
    // One of the two must join: each decides if the other does not.
    assert_eq!(found.members[1].decides, Some(0.5));
    assert_eq!(found.members[0].decides, None);
}

#[test]
fn errors_stand_at_their_place() {
    let fault = |text: &str| VotingBody::read(text).unwrap_err();
    let text = SHIPPED[0].1;
    for (from, to, said) in [
        (
            "share = 7.299",
            "share = 7.2991",
            "7.2991 is no share of 3 decimal places",
        ),
        ("\"MEX\"", "\"Mexiko City\"", "Mexiko City"),
        ("state = \"MEX\"", "state = \"ARG\"", "a member given twice"),
        ("total = 50.015\n", "", "left open"),
        (
            "source = \"quorum\"",
            "source = \"nowhere\"",
            "\"nowhere\" is no source",
        ),
        ("share_above = 50.0", "share_over = 50.0", "share_over"),
        (
            "share_at_least = 75.0",
            "share_at_least = 175.0",
            "175 is no per cent",
        ),
    ] {
        let found = fault(&text.replacen(from, to, 1));
        assert!(found.message.contains(said), "{said}: {}", found.message);
        assert!(
            found.span.end <= text.len() + 20 && found.span.end > 0,
            "{said}"
        );
    }
    let fault = |text: &str| VotingBody::read_csv(text, "t").unwrap_err();
    let wrong = fault("state,share\nUSA,40\nMEX,much\n");
    assert_eq!(wrong.message, "column share: \"much\" is no share");
    assert_eq!(wrong.span, 19..27);
    assert!(
        fault("state,weight\n")
            .message
            .contains("\"weight\" is no column")
    );
    assert!(
        fault("state,share,counted\nUSA,40,perhaps\n")
            .message
            .contains("column counted")
    );
}

#[test]
fn a_table_from_another_countrys_spreadsheet() {
    let read = |text: &str| VotingBody::read_csv(text, "t");
    let usual =
        read("state,share,counted\nUSA,30.006,yes\n\"Côte d'Ivoire\",49.994,yes\n").unwrap();
    for text in [
        "state;share;counted\nUSA;30,006;yes\nCôte d'Ivoire;49,994;yes\n",
        "\u{feff}state;share;counted\r\nUSA;30.006;yes\r\n\"Côte d'Ivoire\";49.994;yes\r\n",
        "state\tshare\tcounted\nUSA\t30.006\tyes\nCôte d'Ivoire\t49.994\tyes\n",
    ] {
        assert_eq!(read(text).unwrap(), usual, "{text}");
    }
    let named = read("state,share\n\"Korea, Republic of\",20\n").unwrap();
    assert_eq!(named.members[0].iso3, "KOR");
}

/// Editors and spreadsheets of Windows write a mark at the front, and line ends of two characters.
#[test]
fn files_from_windows_are_the_same_body() {
    let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let text = SHIPPED[0].1;
    assert_eq!(VotingBody::read(&windows(text)), VotingBody::read(text));
    let table = "state,share\nUSA,40\nMEX,60\n";
    let read = |text: &str| VotingBody::read_csv(text, "t");
    assert_eq!(read(&windows(table)), read(table));
    let wrong = windows("state,share\nUSA,40\nMEX,much\n");
    assert_eq!(&wrong[read(&wrong).unwrap_err().span], "MEX,much");
}

#[test]
fn a_text_holds_what_may_be_seen() {
    let text = SHIPPED[0].1.replacen("title = \"", "title = \"\\u001B", 1);
    let fault = VotingBody::read(&text).unwrap_err();
    assert_eq!(&text[fault.span], "\\u001B");
    let fault = VotingBody::read_csv("state,share\nU\u{202E}SA,40\n", "t").unwrap_err();
    assert!(fault.message.contains("U+202E"), "{fault}");
}

#[test]
fn thresholds_in_whole_units() {
    assert_eq!(Bound::Above(50.0).of(100_001), 50_001);
    assert_eq!(Bound::Above(50.0).of(28), 15);
    assert_eq!(Bound::Above(50.0).of(27), 14);
    assert_eq!(Bound::AtLeast(75.0).of(100_000), 75_000);
    assert_eq!(Bound::AtLeast(66.7).of(10), 7);
}
