//! Year by year: a line each with the chief measures.

use entente_assessment::{Pair, TiesRow};
use entente_measures::interdependence::Directed;

use super::words::{count, item, missing, or_none, percent, times};
use crate::output;

pub fn page(title: &str, pair: &Pair, rows: &[TiesRow]) -> String {
    if rows.is_empty() {
        return format!("{title}\n\nNo year on record of both.\n");
    }
    let (one, two) = (&pair.iso3_1, &pair.iso3_2);
    let header = [
        "\nyear".to_owned(),
        format!("CINC\n{one}"),
        format!("\n{two}"),
        "\nratio".to_owned(),
        format!("asylum\nin {one}"),
        "\nshare".to_owned(),
        format!("asylum\nin {two}"),
        "\nshare".to_owned(),
        "in\ncommon".to_owned(),
        "joint\nIGOs".to_owned(),
        format!("events\n{one}"),
        format!("\n{two}"),
    ];
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let right: Vec<usize> = (0..header.len()).collect();
    let body = output::table(&header, &right, rows.iter().map(line).collect());
    let mut page = format!("{title}\n\n{body}\n");
    page.push_str(&item(&format!(
        "asylum in {one}: applications of people of {two} there, and their share of all in {one}; in common: persons of third origins whom both host; events: share of each one's events that go to the other."
    )));
    let lacking = missing(rows);
    if !lacking.is_empty() {
        page.push_str(&item(&format!("Missing: {}.", lacking.join("; "))));
    }
    page.push_str(&item("Every field, with its source: --format csv or json."));
    page
}

fn line(row: &TiesRow) -> Vec<String> {
    let [in_1, in_2] = row.asylum;
    let attention = |d: Option<Directed>| or_none(d.and_then(|d| d.attention()).map(percent));
    let mut cells = vec![
        row.year.to_string(),
        or_none(row.power.cinc_1.map(percent)),
        or_none(row.power.cinc_2.map(percent)),
        or_none(row.power.ratio.map(times)),
    ];
    for tie in [in_1, in_2] {
        cells.push(or_none(tie.applications.map(count)));
        cells.push(or_none(tie.share_of_host.map(percent)));
    }
    cells.push(or_none(row.hosted.shared.map(count)));
    cells.push(or_none(row.organisations.joint.map(|n| n.to_string())));
    cells.push(attention(row.events.from_1));
    cells.push(attention(row.events.from_2));
    cells
}
