//! Sums, differences and counts that a section tells of what is in the JSON.

use serde_json::Value;

use crate::allowed::Figures;

/// Shares on fewer joint votes than this are left out of rankings.
const THIN: i64 = 5;

pub fn add(section: &str, json: &Value, figures: &mut Figures) {
    match section {
        "bottom-line" => {
            coincidence(json, figures);
            statuses(json, figures);
            hosted(json, figures);
            figures.whole(count(&json["agenda"]["shortlist"]["rows"]));
            silent_pairs(json, figures);
            compliance(json, figures);
        }
        "title-shortlist" | "title-agenda" => {
            figures.whole(count(&json["agenda"]["shortlist"]["rows"]));
            sources(json, figures);
        }
        "title-coincidence" => coincidence(json, figures),
        "title-world" => places(json, figures),
        "title-returning" => returning(json, figures),
        "title-windows" => windows_left(json, figures),
        "title-machinery" => statuses(json, figures),
        "title-contacts" => spans(json, figures),
        "title-calendar" => cycles(json, figures),
        "title-displacement" => hosted(json, figures),
        "title-ties" => figures.whole(count(&json["ties"]["bodies"])),
        "title-constraints" | "title-precedents" | "title-weather" | "sources" => {
            sources(json, figures);
        }
        "title-claims" => verdicts(json, figures),
        "title-commitments" | "title-owed" => compliance(json, figures),
        "title-pack-agenda" => figures.whole(count(&json["commitments"]["open"])),
        "title-pack-last" => {
            let last = &json["pack"]["last"];
            figures.whole(count(&last["outcomes"]));
            figures.whole(count(&last["commitments"]));
        }
        "notes" => {
            for note in list(&json["notes"]) {
                figures.whole(note["number"].as_i64().unwrap());
            }
        }
        _ => {}
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn count(value: &Value) -> i64 {
    i64::try_from(list(value).count()).unwrap()
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap_or(0)
}

fn joint(tally: &Value) -> i64 {
    ["same", "partial", "opposite"]
        .map(|k| whole(&tally[k]))
        .iter()
        .sum()
}

/// Roll calls on which both voted, and changes in points.
fn coincidence(json: &Value, figures: &mut Figures) {
    for pair in list(&json["coincidence"]["pairs"]) {
        for issue in list(&pair["issues"]) {
            for period in ["latest", "recent", "before"] {
                figures.whole(joint(&issue[period]));
            }
            let share = |period: &str| issue[period]["coincidence"].as_f64();
            if let Some((now, before)) = share("recent").zip(share("before")) {
                figures.whole(((now - before) * 100.0).round() as i64);
            }
        }
    }
}

/// What is open, and percentages from 0 to 100.
fn compliance(json: &Value, figures: &mut Figures) {
    let section = &json["commitments"];
    figures.whole(count(&section["open"]));
    for tally in list(&section["by_party"]).chain([&section["compliance"]]) {
        if let Some(percent) = tally["percent"].as_f64() {
            figures.share(percent / 100.0);
        }
    }
}

/// The sources are numbered.
fn sources(json: &Value, figures: &mut Figures) {
    (1..=count(&json["agenda"]["sources"])).for_each(|number| figures.whole(number));
}

/// Pairs of which the record of contacts is silent.
fn silent_pairs(json: &Value, figures: &mut Figures) {
    let pairs = list(&json["contacts"]["pairs"]);
    let silent = pairs.filter(|p| p["on_record"] == false).count();
    figures.whole(i64::try_from(silent).unwrap());
}

/// How many mechanisms stand at each status, those that are alive and those that have lapsed.
fn statuses(json: &Value, figures: &mut Figures) {
    for pair in list(&json["machinery"]["pairs"]) {
        let of = |wanted: &[&str]| {
            let rows = list(&pair["mechanisms"]).filter(|m| m["series"] == "mechanism");
            let own = rows.filter(|m| m["status"].as_str().is_some_and(|s| wanted.contains(&s)));
            i64::try_from(own.count()).unwrap()
        };
        let declared = list(&pair["mechanisms"]).filter(|m| m["series"] == "mechanism");
        figures.whole(i64::try_from(declared.count()).unwrap());
        for statuses in [
            &["on-cadence"][..],
            &["late"],
            &["lapsed"],
            &["dormant"],
            &["never-met"],
            &["on-cadence", "late"],
            &["lapsed", "dormant"],
        ] {
            figures.whole(of(statuses));
        }
    }
}

/// Questions on which a pair parted by one step, and those on which it voted alike; ten of each are shown.
fn returning(json: &Value, figures: &mut Figures) {
    for pair in list(&json["outlook"]["pairs"]) {
        let abstains = |q: &&Value| q["vote_1"] == "abstain" || q["vote_2"] == "abstain";
        let apart = list(&pair["questions"]["apart"]).filter(abstains).count();
        for all in [
            i64::try_from(apart).unwrap(),
            count(&pair["questions"]["alike"]),
        ] {
            figures.whole(all);
            figures.whole(all.min(10));
        }
    }
}

/// Of opportunities, and of what else begins after the date, those beyond the six that are told: three
/// opportunities at most.
fn windows_left(json: &Value, figures: &mut Figures) {
    let kind = |w: &&Value, kind: &str| w["kind"] == kind;
    let windows = || list(&json["windows"]["windows"]);
    let chances = windows().filter(|w| kind(w, "opportunity")).count();
    let ahead = windows().filter(|w| w["start"].as_str() > json["as_of"].as_str());
    let events = ahead.filter(|w| !kind(w, "opportunity") && !kind(w, "assembly"));
    let events = events.count();
    let shown = chances.min(3) + events.min(6 - chances.min(3));
    figures.whole(i64::try_from(chances + events - shown).unwrap());
}

/// The place of each party among the states that vote with one of them.
fn places(json: &Value, figures: &mut Figures) {
    let rated = || list(&json["world"]["rows"]).filter(|row| joint(row) >= THIN);
    figures.whole(i64::try_from(rated().count()).unwrap());
    for party in list(&json["parties"]) {
        let Some(own) = rated().find(|row| row["ccode"] == party["ccode"]) else {
            continue;
        };
        let rank = |row: &Value| (row["coincidence"].as_f64().unwrap(), -whole(&row["ccode"]));
        let before = rated().filter(|row| rank(row) > rank(own)).count();
        figures.whole(i64::try_from(before + 1).unwrap());
    }
}

/// Contacts of five years together, and of all years before.
fn spans(json: &Value, figures: &mut Figures) {
    let as_of: i64 = json["as_of"].as_str().unwrap()[..4].parse().unwrap();
    for pair in list(&json["contacts"]["pairs"]) {
        let last = whole(&pair["covered"][1]);
        let first = whole(&pair["covered"][0]);
        let top = last.div_euclid(5) * 5;
        let mut edges: Vec<(i64, i64)> = (0..6).map(|n| (top - 5 * n, top - 5 * n + 4)).collect();
        edges.push((first, top - 26));
        for (from, to) in edges {
            let (from, to) = (from.max(first), to.min(last).min(as_of));
            figures.whole(from);
            figures.whole(to);
            for kind in [
                "leader_to_us",
                "leader_from_us",
                "minister_to_us",
                "minister_from_us",
            ] {
                let within =
                    list(&pair["years"]).filter(|y| (from..=to).contains(&whole(&y["year"])));
                figures.whole(within.map(|y| whole(&y[kind])).sum());
            }
        }
    }
}

/// "2024–25": the second year in two digits.
fn cycles(json: &Value, figures: &mut Figures) {
    for together in list(&json["windows"]["cycles"]).flat_map(|c| list(&c["together"])) {
        for start in ["start_1", "start_2"] {
            let year: i64 = together[start].as_str().unwrap()[2..4].parse().unwrap();
            figures.whole(year);
        }
    }
}

/// Refugees, asylum-seekers and others together; how many such figures there are; the years listed.
fn hosted(json: &Value, figures: &mut Figures) {
    let section = &json["displacement"];
    let between: Vec<&Value> = list(&section["between"]).collect();
    for exchange in &between {
        let hosted = &exchange["hosted"];
        figures.whole(
            ["refugees", "asylum_seekers", "others_needing_protection"]
                .map(|k| whole(&hosted[k]))
                .iter()
                .sum(),
        );
    }
    for origin in list(&section["through"]) {
        for hosted in list(&origin["hosted"]) {
            figures.whole(
                ["refugees", "asylum_seekers", "others_needing_protection"]
                    .map(|k| whole(&hosted[k]))
                    .iter()
                    .sum(),
            );
        }
    }
    let known = between.iter().filter(|e| !e["hosted"].is_null()).count();
    figures.whole(i64::try_from(known).unwrap());
    let last = whole(&section["application_year"]);
    (last - 4..=last).for_each(|year| figures.whole(year));
}

/// How many claims there are, and of each verdict.
fn verdicts(json: &Value, figures: &mut Figures) {
    let claims = || list(&json["agenda"]["claims"]);
    figures.whole(i64::try_from(claims().count()).unwrap());
    for verdict in ["supported", "mixed", "contradicted", "not-testable"] {
        let own = claims().filter(|c| c["verdict"] == verdict).count();
        figures.whole(i64::try_from(own).unwrap());
    }
}
