//! One page: what it takes, who has it, and the power of each member.

use entente_assessment::{Coalition, MemberPower, Message, Position, VotingBody};
use entente_brief::Lang;
use entente_doors::text::shown_on_a_line;

use super::sentences::{places, sentences};
use crate::output;

pub fn page(body: &VotingBody, coalition: &Coalition) -> String {
    let when = body.as_of.map_or(String::new(), |d| format!(", as of {d}"));
    let read = Lang::default()
        .words()
        .told(&Message::new("reach-declared"));
    let mut page = format!(
        "{}\n{}{when}\n{}\n\n",
        output::wrapped(&read),
        shown_on_a_line(&body.title),
        shown_on_a_line(&body.decision)
    );
    for sentence in sentences(body, coalition) {
        page.push_str(&output::wrapped(&format!("- {sentence}")));
    }
    page.push('\n');
    page.push_str(&members(body, coalition));
    page.push_str(&output::wrapped(
        "Banzhaf: how often the member decides when all others vote with equal odds. Share: of the sum of all. Shapley-Shubik: how often it turns the scale over all orders of joining. Decides: as Banzhaf, with the declared positions kept.",
    ));
    if coalition.members.iter().any(|m| m.share.is_none()) {
        page.push_str(&output::wrapped(
            "~ not known: the indices take an even part of what the group's other members leave.",
        ));
    }
    page
}

fn members(body: &VotingBody, coalition: &Coalition) -> String {
    let mut rows: Vec<&MemberPower> = coalition.members.iter().collect();
    rows.sort_by(|a, b| b.share_used.total_cmp(&a.share_used));
    let places = places(body);
    let cells = rows.iter().map(|m| {
        let share = match m.share {
            Some(share) => format!("{share:.places$}"),
            None => format!("~{:.places$}", m.share_used),
        };
        let position = match m.position {
            Some(Position::For) => "for",
            Some(Position::Against) => "against",
            None => "",
        };
        vec![
            format!("{} ({})", m.name, m.iso3),
            share,
            position.to_owned(),
            format!("{:.4}", m.banzhaf),
            format!("{:.2}%", 100.0 * m.banzhaf_share),
            format!("{:.2}%", 100.0 * m.shapley_shubik),
            m.decides.map_or(String::new(), |d| format!("{d:.4}")),
        ]
    });
    let header = [
        "Member",
        "Share",
        "Position",
        "Banzhaf",
        "Share",
        "Shapley-Shubik",
        "Decides",
    ];
    output::table(&header, &[1, 3, 4, 5, 6], cells.collect())
}
