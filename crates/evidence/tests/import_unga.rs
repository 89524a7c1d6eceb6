//! Importers of General Assembly files, on excerpts of the publishers' files and on broken ones.

use std::path::PathBuf;

use entente_evidence::import::{ImportError, Kind, read};
use entente_evidence::{Evidence, Issue, RollCall, Symbol, Tables};
use entente_states::Ccode;

fn bytes_of(file: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/unga")
        .join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn import(kind: Kind, file: &str) -> Result<Tables, ImportError> {
    read(kind, file.rsplit('/').next().unwrap(), &bytes_of(file))
}

fn imported(kind: Kind, file: &str) -> Tables {
    import(kind, file).unwrap_or_else(|e| panic!("{e}"))
}

fn vote_of(tables: &Tables, ccode: u16, rcid: u32) -> Option<u8> {
    tables
        .votes
        .iter()
        .find(|v| v.ccode.0 == ccode && v.rcid == rcid)
        .map(|v| v.vote)
}

fn roll_call(tables: &Tables, rcid: u32) -> &RollCall {
    tables
        .roll_calls
        .iter()
        .find(|r| r.rcid == rcid)
        .unwrap_or_else(|| panic!("no roll call {rcid}"))
}

#[test]
fn votes_find_their_states_by_code_and_without_one() {
    let tables = imported(Kind::UnvotesVotes, "votes.csv");
    assert_eq!(tables.votes.len(), 34);
    let expected = [
        (565, 6140, Some(1), "Namibia, whose code is NA"),
        (626, 6140, Some(1), "South Sudan"),
        (255, 6140, Some(1), "Germany"),
        (679, 6140, Some(1), "Yemen"),
        (310, 6140, Some(3), "Hungary"),
        (260, 1622, Some(3), "Federal Republic of Germany"),
        (265, 1622, Some(1), "German Democratic Republic"),
        (678, 1622, Some(1), "Yemen Arab Republic"),
        (680, 1622, Some(1), "Yemen People's Republic"),
        (710, 1622, Some(1), "China"),
        (345, 1622, Some(1), "Yugoslavia"),
        (315, 1622, Some(1), "Czechoslovakia"),
        (713, 3, Some(3), "Taiwan, then the Republic of China"),
        (365, 3, Some(3), "Russia, then the Soviet Union"),
        (511, 874, Some(2), "Zanzibar"),
        (510, 874, Some(1), "Tanzania"),
        (255, 1622, None, "Germany before unification"),
    ];
    for (ccode, rcid, vote, who) in expected {
        assert_eq!(vote_of(&tables, ccode, rcid), vote, "{who}");
    }
}

#[test]
fn roll_calls_say_how_exact_their_dates_are() {
    let tables = imported(Kind::UnvotesRollCalls, "roll_calls.csv");
    assert_eq!(tables.roll_calls.len(), 27);
    let expected = [
        (1622, false, "session 30"),
        (2793, false, "session 40"),
        (4169, false, "session 54, importance coded"),
        (5640, true, "session 54, importance not coded"),
        (5689, true, "session 56, importance not coded"),
        (4445, true, "session 58, importance coded"),
        (6140, true, "session 73"),
    ];
    for (rcid, known, why) in expected {
        assert_eq!(roll_call(&tables, rcid).day_known, known, "{why}");
    }
}

#[test]
fn sessions_are_corrected_and_the_published_ones_kept() {
    let tables = imported(Kind::UnvotesRollCalls, "roll_calls.csv");
    for (rcid, session, published) in [
        (804, 16, 17),
        (961, 21, 22),
        (9018, 21, 23),
        (9054, 22, 22),
        (6140, 73, 73),
    ] {
        let roll_call = roll_call(&tables, rcid);
        assert_eq!(
            (roll_call.session, roll_call.session_published),
            (session, published),
            "roll call {rcid}"
        );
    }
}

#[test]
fn empty_is_not_no() {
    let tables = imported(Kind::UnvotesRollCalls, "roll_calls.csv");
    let flags = |rcid| {
        let r = roll_call(&tables, rcid);
        (r.important, r.amendment, r.paragraph)
    };
    assert_eq!(
        flags(3),
        (None, Some(true), Some(false)),
        "0 before session 38: nobody classified"
    );
    assert_eq!(flags(2793), (Some(true), None, None));
    assert_eq!(flags(4150), (Some(false), None, None));
    assert_eq!(flags(5640), (None, None, Some(true)));
    assert_eq!(flags(6140), (None, None, None));
    assert_eq!(roll_call(&tables, 961).symbol, None);
    assert_eq!(roll_call(&tables, 5893).title, None);
    assert_eq!(
        roll_call(&tables, 1622).title.as_deref(),
        Some("ZIONISM AS RACISM")
    );
    // The publisher's own quoting accidents stay as they are.
    assert!(
        roll_call(&tables, 879)
            .description
            .as_deref()
            .is_some_and(|d| d.ends_with(r#"NON-VOTING BASIS.\"""#))
    );
}

#[test]
fn one_symbol_may_stand_on_two_roll_calls() {
    let tables = imported(Kind::UnvotesRollCalls, "roll_calls.csv");
    let typed = Symbol::parse("60/162");
    let found: Vec<u32> = tables
        .roll_calls
        .iter()
        .filter(|r| typed.is_some() && r.symbol.as_deref().and_then(Symbol::parse) == typed)
        .map(|r| r.rcid)
        .collect();
    assert_eq!(found, [4610, 5764]);
}

#[test]
fn issues_matches_and_ideal_points_are_read() {
    let issues = imported(Kind::UnvotesIssues, "issues.csv").roll_call_issues;
    assert_eq!(issues.len(), 14);
    assert!(
        issues
            .iter()
            .any(|i| i.rcid == 6140 && i.issue == Issue::Economic)
    );
    assert!(
        issues
            .iter()
            .any(|i| i.rcid == 1536 && i.issue == Issue::MiddleEast)
    );

    let repeats = imported(Kind::Matches, "matches.csv").repeats;
    assert_eq!(repeats.len(), 12);
    assert_eq!((repeats[0].rcid1, repeats[0].rcid2), (299, 331));

    let points = imported(Kind::IdealPoints, "ideal_points.csv").published_ideal_points;
    assert_eq!(points.len(), 28);
    let first = &points[0];
    assert_eq!((first.ccode.0, first.session, first.votes), (2, 1, 42));
    assert_eq!(
        [
            first.ideal_point,
            first.q05,
            first.q10,
            first.q50,
            first.q90,
            first.q95
        ],
        [1.675486, 1.348943, 1.401238, 1.675082, 1.93791, 2.028481]
    );
}

#[test]
fn gzip_and_a_byte_order_mark_make_no_difference() {
    use std::io::Write;
    let plain = bytes_of("votes.csv");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(&plain).unwrap();
    let marked = [b"\xef\xbb\xbf".as_slice(), &plain].concat();
    let expected = read(Kind::UnvotesVotes, "v", &plain);
    assert_eq!(
        read(Kind::UnvotesVotes, "v", &gzip.finish().unwrap()),
        expected
    );
    assert_eq!(read(Kind::UnvotesVotes, "v", &marked), expected);
}

#[test]
fn the_dataverse_file_yields_votes_roll_calls_and_issues() {
    let tables = imported(Kind::Dataverse, "dataverse.csv");
    assert_eq!(
        (
            tables.votes.len(),
            tables.roll_calls.len(),
            tables.roll_call_issues.len()
        ),
        (31, 6, 5)
    );
    assert_eq!(vote_of(&tables, 816, 804), None, "9 is not a member");
    assert_eq!(vote_of(&tables, 560, 1622), Some(8), "8 is absent");
    assert_eq!(vote_of(&tables, 565, 6140), Some(1));
    assert_eq!(
        (
            roll_call(&tables, 804).session,
            roll_call(&tables, 804).session_published
        ),
        (16, 17)
    );
    assert!(!roll_call(&tables, 4169).day_known);
    assert!(roll_call(&tables, 5640).day_known);
    assert_eq!(
        roll_call(&tables, 961).symbol,
        None,
        "NA is R's word for missing"
    );
    assert_eq!(roll_call(&tables, 6140).important, None);
    assert_eq!(roll_call(&tables, 804).important, None);
    assert_eq!(roll_call(&tables, 4169).important, Some(true));
}

#[test]
fn the_dataverse_file_agrees_with_the_package_made_from_it() {
    let package = imported(Kind::UnvotesRollCalls, "roll_calls.csv");
    let dataverse = imported(Kind::Dataverse, "dataverse.csv");
    for roll in &dataverse.roll_calls {
        assert_eq!(roll, roll_call(&package, roll.rcid));
    }
}

#[test]
fn an_old_dataverse_release_may_lack_columns() {
    let tables = imported(Kind::Dataverse, "dataverse_old.csv");
    assert_eq!(
        (
            tables.votes.len(),
            tables.roll_calls.len(),
            tables.roll_call_issues.len()
        ),
        (2, 1, 1)
    );
    let roll_call = roll_call(&tables, 6140);
    assert_eq!(
        (roll_call.amendment, roll_call.title.as_deref()),
        (None, None)
    );
}

#[test]
fn the_digital_library_counts_every_member() {
    let tables = imported(Kind::DigitalLibrary, "undl.csv");
    assert_eq!((tables.votes.len(), tables.roll_calls.len()), (386, 2));
    let count = |code| {
        tables
            .votes
            .iter()
            .filter(|v| v.rcid == 900_000_195 && v.vote == code)
            .count()
    };
    assert_eq!([count(1), count(2), count(3), count(8)], [152, 12, 5, 24]);
    assert_eq!(vote_of(&tables, 2, 900_000_195), Some(3));
    assert_eq!(vote_of(&tables, 70, 900_000_195), Some(1));
    assert_eq!(vote_of(&tables, 565, 900_000_195), Some(1));
    assert_eq!(vote_of(&tables, 345, 900_000_195), Some(1), "Serbia");
    let migration = roll_call(&tables, 900_000_195);
    assert_eq!((migration.session, migration.day_known), (73, true));
    assert_eq!(migration.symbol.as_deref(), Some("A/RES/73/195"));
    assert_eq!(
        (
            migration.important,
            migration.amendment,
            migration.paragraph
        ),
        (None, Some(false), Some(false)),
        "the Library lists adopted resolutions"
    );
}

#[test]
fn an_emergency_session_is_filed_under_the_regular_one() {
    let tables = imported(Kind::DigitalLibrary, "undl_2026.csv");
    assert_eq!(tables.votes.len(), 193);
    assert_eq!(roll_call(&tables, 900_001_019).session, 72);
}

/// One roll call of the Digital Library with a single vote.
fn library_row(code: &str, name: &str, date: &str, session: &str) -> Result<Tables, ImportError> {
    let text = format!(
        "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,agenda_title,total_yes,total_no,total_abstentions,total_non_voting,total_ms\n\
         7,{code},{name},Y,{date},{session},,,,1,0,0,0,1\n"
    );
    read(Kind::DigitalLibrary, "rows.csv", text.as_bytes())
}

#[test]
fn the_digital_librarys_codes_mean_the_state_of_their_day() {
    let expected = [
        ("CHN", "CHINA", "1971-10-25", 713),
        ("CHN", "CHINA", "1971-11-29", 710),
        ("CHN", "TAIWAN", "1947-11-29", 713),
        ("DEU", "FEDERAL REPUBLIC OF GERMANY", "1990-10-02", 260),
        ("DEU", "GERMANY", "1990-10-03", 255),
        ("YEM", "YEMEN", "1990-05-21", 678),
        ("YEM", "YEMEN", "1990-05-22", 679),
        ("SUN", "USSR", "1980-01-14", 365),
        ("CSK", "CZECHOSLOVAKIA", "1980-01-14", 315),
        ("YUG", "YUGOSLAVIA", "1980-01-14", 345),
        ("SCG", "SERBIA AND MONTENEGRO", "2004-12-01", 345),
        ("SRB", "SERBIA", "2018-12-19", 345),
        ("DDR", "GERMAN DEMOCRATIC REPUBLIC", "1980-01-14", 265),
        ("YMD", "DEMOCRATIC YEMEN", "1980-01-14", 680),
        ("", "MEXICO", "1980-01-14", 70),
        ("QQQ", "MEXICO", "1980-01-14", 70),
    ];
    for (code, name, date, ccode) in expected {
        let tables = library_row(code, name, date, "35").unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(tables.votes[0].ccode.0, ccode, "{code} {name} {date}");
    }
    // Since 1971 the seat and the name are two states'.
    let said = library_row("CHN", "TAIWAN", "2012-11-29", "67").unwrap_err();
    assert!(said.to_string().contains("column `ms_code`"), "{said}");
}

#[test]
fn special_sessions_go_to_the_regular_session_that_opened_last() {
    let expected = [
        ("75", "2020-12-31", 75),
        ("ES-11", "2022-03-02", 76),
        ("11emsp", "2022-10-12", 77),
        ("75/emergency special sessions", "2021-06-10", 75),
        ("S-30", "2016-04-19", 70),
        ("30sp", "2016-04-19", 70),
        ("ES-4", "1960-09-20", 15),
        ("S-1", "1947-05-15", 1),
        ("ES-1", "1946-08-31", 1),
    ];
    for (published, date, session) in expected {
        let tables =
            library_row("MEX", "MEXICO", date, published).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(
            tables.roll_calls[0].session, session,
            "{published} on {date}"
        );
    }
}

#[test]
fn an_empty_vote_is_no_vote() {
    let text = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,agenda_title,total_yes,total_no,total_abstentions,total_non_voting,total_ms\n\
                7,MEX,MEXICO,Y,2018-12-19,73,,,,1,0,0,1,2\n\
                7,SSD,SOUTH SUDAN,,2018-12-19,73,,,,1,0,0,1,2\n\
                7,AFG,AFGHANISTAN,NV,2018-12-19,73,,,,1,0,0,1,2\n";
    let tables =
        read(Kind::DigitalLibrary, "rows.csv", text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(vote_of(&tables, 626, 7), None);
    assert_eq!(vote_of(&tables, 700, 7), Some(8));
}

#[test]
fn broken_files_say_what_is_wrong_where() {
    use Kind::*;
    let expected = [
        (
            UnvotesVotes,
            "votes_code_of_known_name.csv",
            r#"votes_code_of_known_name.csv:2: column `country_code`, value "RV": is no state's ISO 3166 alpha-2 code; the name beside it, "Russia", is that of state 365"#,
        ),
        (
            UnvotesVotes,
            "votes_column.csv",
            "votes_column.csv:1: column `country_code`: is missing from the header; is `countrycode` meant?",
        ),
        (
            UnvotesVotes,
            "votes_cut.csv.gz",
            "votes_cut.csv.gz: damaged gzip: incomplete deflate stream",
        ),
        (UnvotesVotes, "votes_empty.csv", "votes_empty.csv: is empty"),
        (
            UnvotesVotes,
            "votes_fields.csv",
            "votes_fields.csv:3: has 3 fields where the header has 4; a stray quote or delimiter, or a file cut short?",
        ),
        (
            UnvotesVotes,
            "votes_number.csv",
            r#"votes_number.csv:3: column `rcid`, value "-3": is not a roll call's number"#,
        ),
        (
            UnvotesVotes,
            "votes_twice.csv",
            "votes_twice.csv:4: the vote of United States on roll call 3 stands a second time; the first is on line 2",
        ),
        (
            UnvotesVotes,
            "votes_utf8.csv",
            "votes_utf8.csv:3: is not UTF-8 text; convert it first, for instance with `iconv -f latin1 -t utf8`",
        ),
        (
            UnvotesVotes,
            "votes_word.csv",
            r#"votes_word.csv:3: column `vote`, value "maybe": is no vote; yes, abstain or no"#,
        ),
        (
            UnvotesRollCalls,
            "roll_calls_date.csv",
            r#"roll_calls_date.csv:3: column `date`, value "2018-13-19": is not a date of the form YYYY-MM-DD"#,
        ),
        (
            UnvotesRollCalls,
            "roll_calls_date_form.csv",
            r#"roll_calls_date_form.csv:2: column `date`, value "19/12/18": is not a date of the form YYYY-MM-DD"#,
        ),
        (
            UnvotesRollCalls,
            "roll_calls_flag.csv",
            r#"roll_calls_flag.csv:2: column `importantvote`, value "yes": is neither 0 nor 1"#,
        ),
        (
            UnvotesRollCalls,
            "roll_calls_quote.csv",
            "roll_calls_quote.csv:2: has 8 fields where the header has 9; a stray quote or delimiter, or a file cut short?",
        ),
        (
            UnvotesRollCalls,
            "roll_calls_session.csv",
            r#"roll_calls_session.csv:2: column `session`, value "0": is not a session's number"#,
        ),
        (
            UnvotesRollCalls,
            "roll_calls_twice.csv",
            "roll_calls_twice.csv:3: roll call 6140 stands a second time; the first is on line 2",
        ),
        (
            UnvotesIssues,
            "issues_twice.csv",
            "issues_twice.csv:3: issue me of roll call 77 stands a second time; the first is on line 2",
        ),
        (
            UnvotesIssues,
            "issues_word.csv",
            r#"issues_word.csv:3: column `short_name`, value "xx": is no issue; me, nu, di, hr, co or ec"#,
        ),
        (
            Matches,
            "matches_twice.csv",
            "matches_twice.csv:3: the pair 299, 331 stands a second time; the first is on line 2",
        ),
        (
            IdealPoints,
            "ideal_points_column.csv",
            "ideal_points_column.csv:1: column `Q50%`: is missing from the header; is `Q.50%` meant?",
        ),
        (
            IdealPoints,
            "ideal_points_empty.csv",
            r#"ideal_points_empty.csv:2: column `IdealPoint`, value "": is empty, and may not be"#,
        ),
        (
            IdealPoints,
            "ideal_points_number.csv",
            r#"ideal_points_number.csv:2: column `Q10%`, value "inf": is not a finite number"#,
        ),
        (
            IdealPoints,
            "ideal_points_state.csv",
            r#"ideal_points_state.csv:2: column `ccode`, value "3": is no state's COW number; `entente states` lists the numbers"#,
        ),
        (
            IdealPoints,
            "ideal_points_twice.csv",
            "ideal_points_twice.csv:3: the ideal point of state 2 in session 1 stands a second time; the first is on line 2",
        ),
        (
            Dataverse,
            "dataverse_code.csv",
            r#"dataverse_code.csv:3: column `vote`, value "4": is no vote's code; 1, 2, 3, 8 or 9"#,
        ),
        (
            Dataverse,
            "dataverse_column.csv",
            "dataverse_column.csv:1: column `unres`: is missing from the header",
        ),
        (
            Dataverse,
            "dataverse_contradiction.csv",
            r#"dataverse_contradiction.csv:4: column `date`, value "2018-12-20": contradicts line 2, where roll call 6140 has "2018-12-19""#,
        ),
        (
            Dataverse,
            "dataverse_date.csv",
            r#"dataverse_date.csv:2: column `date`, value "NA": is missing, and may not be"#,
        ),
        (
            Dataverse,
            "dataverse_flag.csv",
            r#"dataverse_flag.csv:2: column `ec`, value "2": is neither 0 nor 1"#,
        ),
        (
            Dataverse,
            "dataverse_state.csv",
            r#"dataverse_state.csv:3: column `ccode`, value "71": is no state's COW number; `entente states` lists the numbers"#,
        ),
        (
            Dataverse,
            "dataverse_twice.csv",
            "dataverse_twice.csv:3: the vote of state 2 on roll call 6140 stands a second time; the first is on line 2",
        ),
        (
            DigitalLibrary,
            "undl_column.csv",
            "undl_column.csv:1: column `ms_vote`: is missing from the header; is `ms_votes` meant?",
        ),
        (
            DigitalLibrary,
            "undl_contradiction.csv",
            r#"undl_contradiction.csv:3: column `total_non_voting`, value "2": contradicts line 2, where roll call 900000195 has "1""#,
        ),
        (
            DigitalLibrary,
            "undl_date.csv",
            r#"undl_date.csv:2: column `date`, value "2018-12": is not a date of the form YYYY-MM-DD"#,
        ),
        (
            DigitalLibrary,
            "undl_letter.csv",
            r#"undl_letter.csv:3: column `ms_vote`, value "no": is no vote; Y, N, A, X, or nothing for a state that was not a member"#,
        ),
        (
            DigitalLibrary,
            "undl_members.csv",
            r#"undl_members.csv:2: column `total_ms`, value "3": does not fit roll call 900000195, of which the file has 2; is the file cut short?"#,
        ),
        (
            DigitalLibrary,
            "undl_session.csv",
            r#"undl_session.csv:2: column `session`, value "seventy-third": is not a session; such as 75, ES-11, 11emsp, S-30 or 30sp"#,
        ),
        (
            DigitalLibrary,
            "undl_total_number.csv",
            r#"undl_total_number.csv:2: column `total_non_voting`, value "1.5": is not a count of members"#,
        ),
        (
            DigitalLibrary,
            "undl_totals.csv",
            r#"undl_totals.csv:2: column `total_non_voting`, value "1": does not fit roll call 900000195, of which the file has 0; is the file cut short?"#,
        ),
        (
            DigitalLibrary,
            "undl_twice.csv",
            "undl_twice.csv:4: the vote of UNITED STATES on roll call 900000195 stands a second time; the first is on line 3",
        ),
    ];
    for (kind, file, message) in expected {
        let error = import(kind, &format!("broken/{file}")).expect_err(file);
        assert_eq!(error.to_string(), message, "{file}");
    }
}

/// Which other states are suggested depends on the names the state system knows; the right one must
/// be among them.
#[test]
fn a_misspelt_state_gets_suggestions() {
    let expected = [
        (
            Kind::UnvotesVotes,
            "votes_code.csv",
            "votes_code.csv:2: column `country_code`, value \"RV\": is no state's ISO 3166 alpha-2 code; is ",
            "`Russia (RUS, 365)`",
        ),
        (
            Kind::UnvotesVotes,
            "votes_name.csv",
            "votes_name.csv:2: column `country`, value \"Yemen Arab Republik\": is no state's name; is ",
            "`Yemen Arab Republic (YAR, 678)`",
        ),
        (
            Kind::DigitalLibrary,
            "undl_state.csv",
            "undl_state.csv:3: column `ms_code`, value \"XYZ\": is no state's ISO 3166 alpha-3 code; is ",
            "`Uruguay (URY, 165)`",
        ),
    ];
    for (kind, file, start, suggestion) in expected {
        let message = import(kind, &format!("broken/{file}"))
            .expect_err(file)
            .to_string();
        assert!(message.starts_with(start), "{message}");
        assert!(
            message.contains(suggestion) && message.ends_with(" meant?"),
            "{message}"
        );
    }
}

/// The reader of delimited files counts the line end of CR LF with the row after it.
#[test]
fn lines_are_counted_alike_in_files_with_crlf() {
    let error = import(Kind::Matches, "broken/matches_number.csv").expect_err("NA");
    assert_eq!(
        error.to_string(),
        r#"matches_number.csv:2: column `rcid2`, value "NA": is not a roll call's number"#
    );
}

#[test]
fn a_file_cut_anywhere_is_read_in_part_or_refused() {
    for (kind, file) in [
        (Kind::UnvotesVotes, "votes.csv"),
        (Kind::UnvotesRollCalls, "roll_calls.csv"),
        (Kind::UnvotesIssues, "issues.csv"),
        (Kind::Matches, "matches.csv"),
        (Kind::IdealPoints, "ideal_points.csv"),
        (Kind::Dataverse, "dataverse.csv"),
        (Kind::DigitalLibrary, "undl_2026.csv"),
    ] {
        let whole = bytes_of(file);
        for end in (0..whole.len()).step_by(37) {
            if let Err(error) = read(kind, file, &whole[..end]) {
                assert!(!error.problem.is_empty());
            }
        }
    }
}

/// A votes file of the unvotes package.
fn votes_file(rows: &str) -> Result<Tables, ImportError> {
    let text = format!("rcid,country,country_code,vote\n{rows}");
    read(Kind::UnvotesVotes, "un_votes.csv", text.as_bytes())
}

/// R writes `NA`, without quotes, where there is no code.
#[test]
fn the_name_beside_a_code_decides() {
    let tables = votes_file(
        "3,United States,US,yes\n3,Namibia,NA,yes\n3,Yemen Arab Republic,NA,no\n\
         3,Federal Republic of Germany,NA,abstain\n3,Zanzibar,,no\n",
    )
    .unwrap_or_else(|e| panic!("{e}"));
    let votes: Vec<(u16, u8)> = tables.votes.iter().map(|v| (v.ccode.0, v.vote)).collect();
    assert_eq!(votes, [(2, 1), (565, 1), (678, 3), (260, 2), (511, 3)]);
}

#[test]
fn a_code_and_a_name_of_two_states_are_an_error_at_their_line() {
    for (rows, expected) in [
        (
            "3,Namibia,NA,yes\n3,United States,MX,yes\n",
            r#"un_votes.csv:3: column `country_code`, value "MX": is the code of Mexico (MEX, 70), and the name beside it, "United States", means another: United States (USA, 2); correct the one that is wrong"#,
        ),
        (
            "3,State of Palestine,IL,yes\n",
            r#"un_votes.csv:2: column `country_code`, value "IL": is the code of Israel (ISR, 666), and the name beside it, "State of Palestine", means another: an observer in the United Nations; correct the one that is wrong"#,
        ),
        (
            "3,Atlantis,NA,yes\n",
            r#"un_votes.csv:2: column `country`, value "Atlantis": is no state's name"#,
        ),
    ] {
        let said = votes_file(rows).unwrap_err().to_string();
        assert!(said.starts_with(expected), "{said}");
    }
    let said = library_row("MEX", "CANADA", "1980-01-14", "35")
        .unwrap_err()
        .to_string();
    assert!(said.contains(r#"column `ms_code`, value "MEX""#), "{said}");
}

/// In the package the Federal Republic and the Yemen Arab Republic vote on until December 1990.
#[test]
fn a_vote_belongs_to_the_state_that_held_the_seat_on_the_day() {
    let mut tables = votes_file(
        "3490,Federal Republic of Germany,,no\n3503,Federal Republic of Germany,,yes\n\
         3490,Yemen Arab Republic,,yes\n3503,Yemen Arab Republic,,abstain\n3503,Mexico,MX,yes\n",
    )
    .unwrap_or_else(|e| panic!("{e}"));
    let roll_calls = "rcid,session,importantvote,date,unres,amend,para,short,descr\n\
                      3490,44,0,1989-12-05,,0,0,,\n3503,45,0,1990-11-03,,0,0,,\n";
    let described = read(Kind::UnvotesRollCalls, "rc.csv", roll_calls.as_bytes());
    tables.append(described.unwrap_or_else(|e| panic!("{e}")));

    let evidence = Evidence::from_tables(tables.clone());
    let as_of = evidence.as_of(jiff::civil::date(1991, 6, 1));
    let matrix = as_of.votes().unwrap_or_else(|e| panic!("{e}"));
    for (state, votes) in [
        (255, [0, 1]),
        (260, [3, 0]),
        (678, [1, 0]),
        (679, [0, 2]),
        (70, [0, 1]),
    ] {
        assert_eq!(matrix.votes_of(Ccode(state)), Some(&votes[..]), "{state}");
    }

    // Tables that are built have them so, for readers in R and Python.
    let dir = tempfile::tempdir().unwrap();
    entente_evidence::write_tables(dir.path(), &mut tables, &[], || {})
        .unwrap_or_else(|e| panic!("{e}"));
    let mut kept: Vec<(u16, u32)> = tables.votes.iter().map(|v| (v.ccode.0, v.rcid)).collect();
    kept.sort_unstable();
    assert_eq!(
        kept,
        [
            (70, 3503),
            (255, 3503),
            (260, 3490),
            (678, 3490),
            (679, 3503)
        ]
    );
}
