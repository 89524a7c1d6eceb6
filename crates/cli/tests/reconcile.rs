//! `entente reconcile`: what is official, what parts the figures, what a reader sees.

mod common;

use common::{json, refusal, stdout};
use serde_json::Value;

fn grid(args: &[&str]) -> Vec<Value> {
    let mut all = vec!["reconcile"];
    all.extend(args);
    all.extend(["--format", "json"]);
    json(&all)["rows"].as_array().unwrap().clone()
}

fn row<'g>(grid: &'g [Value], votes: &str, issue: &str) -> &'g Value {
    grid.iter()
        .find(|r| r["votes"] == votes && r["issue"] == issue)
        .unwrap_or_else(|| panic!("no row {votes} {issue}"))
}

fn count(row: &Value, field: &str) -> u64 {
    row[field].as_u64().unwrap()
}

/// Session 66 has paragraphs and amendments, a list of important votes, and coded issues.
#[test]
fn votes_and_issues_cross() {
    let grid = grid(&["USA", "MEX", "--session", "66"]);
    for (issue, adopted) in [("all", 68), ("me", 15), ("hr", 24), ("all-without-me", 53)] {
        let all = row(&grid, "all", issue);
        for votes in ["final", "contested", "important"] {
            let part = row(&grid, votes, issue);
            assert!(
                count(part, "roll_calls") <= count(all, "roll_calls"),
                "{votes} {issue}"
            );
            assert_eq!(
                count(part, "roll_calls") + count(part, "left_out"),
                count(row(&grid, "all", "all"), "roll_calls")
            );
        }
        let last = row(&grid, "final", issue);
        assert_eq!(count(last, "roll_calls"), adopted, "{issue}");
    }
    // The basket of final votes is the final votes of all issues.
    assert_eq!(
        count(row(&grid, "all", "final"), "roll_calls"),
        count(row(&grid, "final", "all"), "roll_calls")
    );
    let important = row(&grid, "all", "important");
    assert_eq!(count(important, "roll_calls"), 10);
}

/// The Department reports on pairs with the United States from session 38, by the session to 2016
/// and by the year since.
#[test]
fn official_only_where_the_department_reported() {
    let marked = |args: &[&str]| -> Vec<String> {
        grid(args)
            .iter()
            .filter(|r| !r["official"].is_null())
            .map(|r| format!("{} {} {}", r["votes"], r["issue"], r["official"]).replace('"', ""))
            .collect()
    };
    assert_eq!(
        marked(&["USA", "MEX", "--year", "2018"]),
        ["all final 2017", "final all 2017"]
    );
    assert_eq!(
        marked(&["MEX", "USA", "--session", "66"]),
        ["all all votes-only"]
    );
    let none: [&[&str]; 4] = [
        &["MEX", "CAN", "--year", "2018"],
        &["USA", "MEX", "--session", "15"],
        &["USA", "MEX", "--year", "2011"],
        &["USA", "MEX", "--session", "73"],
    ];
    for args in none {
        assert!(marked(args).is_empty(), "{args:?}");
    }
    let said = |args: &[&str]| stdout(&[&["reconcile"], args].concat());
    assert!(said(none[0]).contains("compares with the United States only"));
    assert!(said(none[1]).contains("begin with session 38 (1983)"));
    assert!(said(none[2]).contains("follow the session: see --session 66"));
    assert!(said(none[3]).contains("follow the calendar year: see --year 2018"));
}

#[test]
fn the_page_says_why_and_fits_a_hundred_columns() {
    let page = |args: &[&str]| {
        let page = stdout(&[&["reconcile"], args].concat());
        let widest = page.lines().map(|l| l.chars().count()).max();
        assert!(widest <= Some(100), "{widest:?}\n{page}");
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let page_2018 = page(&["USA", "MEX", "--year", "2018"]);
    for said in [
        "scores ½ (23 votes) and one with two scores 1 (1 vote): 0.225 becomes 0.300.",
        "neither missed a vote",
        "nobody has said of all 95 roll calls",
        "all-without-me drops 16 votes coded as Middle East, on which the pair coincides 0.250: 0.300 becomes 0.310",
        "95 of session 73, none of the session before",
        "The 24 of 95 roll calls that make a difference",
    ] {
        assert!(page_2018.contains(said), "{said}\n{page_2018}");
    }
    let page_15 = page(&["USA", "MEX", "--session", "15"]);
    assert!(
        page_15.contains("final drops 49 votes on amendments (18) and paragraphs (31)"),
        "{page_15}"
    );
    // South Sudan became a member on 14 July 2011 and voted seldom.
    let page_2011 = page(&["USA", "SSD", "--year", "2011"]);
    for said in [
        "6 votes came when one of the two was no member",
        "2021 and 2022 add 72 votes that one side missed",
        "The 1 that both missed",
        "no/not a member",
    ] {
        assert!(page_2011.contains(said), "{said}\n{page_2011}");
    }
    let every = page(&["USA", "MEX", "--year", "2018", "--every-roll-call"]);
    assert!(every.contains("All 95 roll calls"), "{every}");
}

#[test]
fn csv_has_the_grid_or_the_roll_calls() {
    let grid = stdout(&[
        "reconcile",
        "USA",
        "MEX",
        "--year",
        "2018",
        "--format",
        "csv",
    ]);
    assert!(grid.starts_with("ccode1,iso3_1,ccode2,iso3_2,year,votes,issue,title,roll_calls,"));
    assert!(grid.contains("2,USA,70,MEX,2018,final,all,all recorded roll calls,95,17,23,55,0,"));
    let calls = stdout(&[
        "reconcile",
        "USA",
        "MEX",
        "--year",
        "2018",
        "--format",
        "csv",
        "--roll-calls",
    ]);
    assert_eq!(calls.lines().count(), 1 + 95);
    assert!(calls.starts_with("rcid,date,day_known,session,symbol,title,vote_1,vote_2,"));
}

#[test]
fn own_baskets_and_an_earlier_date() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("mine.toml");
    let text = "[[basket]]\nname = \"compact\"\ntitle = \"T\"\ninclude = [{ symbols = [\"73/195\"] }, { title = [\"financial embargo\"] }]\n";
    std::fs::write(&file, text).unwrap();
    let path = file.to_str().unwrap();
    let own = grid(&["USA", "MEX", "--year", "2018", "--baskets", path]);
    assert_eq!(count(row(&own, "all", "compact"), "roll_calls"), 1);
    // The Compact was adopted on 19 December.
    let early = grid(&[
        "USA",
        "MEX",
        "--year",
        "2018",
        "--baskets",
        path,
        "--as-of",
        "2018-12-10",
    ]);
    assert!(early.iter().all(|r| r["issue"] != "compact"));
    assert!(count(&early[0], "roll_calls") < 95);
}

#[test]
fn refusals() {
    let (code, said) = refusal(&["reconcile", "USA", "USA", "--year", "2018"]);
    assert!(code == 2 && said.contains("two different states"), "{said}");
    let (code, said) = refusal(&["reconcile", "USA", "MEX", "--year", "1900"]);
    assert!(
        code == 1 && said.contains("no roll call on record in year 1900"),
        "{said}"
    );
    let (code, said) = refusal(&["reconcile", "USA", "MEX"]);
    assert!(code == 2 && said.contains("--year"), "{said}");
    let (code, said) = refusal(&["reconcile", "USA", "Mexcio", "--year", "2018"]);
    assert!(code == 2 && said.contains("Mexico"), "{said}");
    let (code, said) = refusal(&[
        "reconcile",
        "USA",
        "MEX",
        "--year",
        "2018",
        "--baskets",
        "none.toml",
    ]);
    assert!(
        code == 2 && said.contains("cannot read none.toml"),
        "{said}"
    );
}
