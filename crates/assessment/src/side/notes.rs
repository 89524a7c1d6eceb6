//! The rules by which a side's lists are made.

use entente_evidence::TableId;

use crate::note::{Message, Notes};

/// The numbers of the notes.
pub(super) struct Numbers {
    pub objectives: usize,
    pub arguments: usize,
    pub limits: usize,
    pub arising: usize,
    pub press: usize,
}

impl Numbers {
    pub(super) fn add(notes: &mut Notes) -> Self {
        let mut add = |tables: &[TableId], id, [selection, method, caveat]: [&str; 3]| {
            let number = notes.add(tables, selection, method, caveat);
            notes.last_is(Message::new(id));
            number
        };
        Numbers {
            objectives: add(
                &[],
                "note-side-objectives",
                [
                    "agenda items of the shortlist as one party sees them; where there are none, questions of the General Assembly more likely than not to come back",
                    "ours: items with a declared priority of 3 or 4, and those among the first five that we are for, without those that we are against or had better not raise; the highest priority first, then by place, six at most; to obtain in the first half of the shortlist, to prepare in the second. Theirs: items with a declared priority of 3 or 4. Shared where both lean the same way (a stance beyond ¼ on the scale from −2 to 2) and the item's coincidence is not below 0.4; at odds where one is for and the other against; compatible otherwise. Where a stance is missing the coincidence decides: shared from 0.6, at odds below 0.4. Of questions put to the vote: where they abstained and we did not it is ours, where we abstained and they did not it is theirs",
                    "a declared priority is what was said in public; a delegation may want something else.",
                ],
            ),
            arguments: add(
                &[
                    TableId::Vote,
                    TableId::RollCall,
                    TableId::RollCallIssue,
                    TableId::Contact,
                    TableId::Election,
                    TableId::ElectionNotice,
                ],
                "note-side-arguments",
                [
                    "for each objective what the others have said and how they voted, what is at stake, precedents and seats that end; in general the votes of the last five sessions on record, the last contact of leaders, the calendar",
                    "refusal is expected where the other is against it, or somebody without whom nothing passes; reserve where it is for it and somebody at home who bears on the item by name is not; hesitation where it is neither, or silent while such a one is against. The answer is an opportunity that names the item, else a precedent, else, unless a welcome is expected, the lesser step of taking it up through its carrier",
                    "stances are the dossier's reading of its sources. An argument has a weak point where it was said or voted before the present government, where what it points to has ended, or where a figure is more than two years old; none named is not a proof of strength.",
                ],
            ),
            limits: add(
                &[],
                "note-side-limits",
                [
                    "agenda items of the shortlist, and our own unfriendly acts of the last two years",
                    "not to be raised by us: items for which acceptance at home on both sides leaves less than 0.05, items against which a veto player of ours stands at −1 or below, items on which the coincidence of votes is below 0.25",
                    "not to raise is not to have no answer: the others may raise it.",
                ],
            ),
            arising: add(
                &[],
                "note-side-arising",
                [
                    "agenda items of the shortlist; where there are none, questions of the General Assembly more likely than not to come back",
                    "sure: we and another party put it high (priority 3 or 4), or its carrier meets within the first quarter of the time looked at; possible: one side puts it high, or it stands in the first half of the shortlist; unlikely: the rest. Of questions put to the vote: sure from a probability of 0.8 that they come back",
                    "a rule, not a forecast: either side can raise whatever it likes.",
                ],
            ),
            press: add(
                &[TableId::Contact],
                "note-side-press",
                [
                    "public facts only: items that all parties have declared a priority and stand for, the last contact on record, the next occasion that is announced or fixed by rule",
                    "nothing of the assessment, no probability and no place on a list enters",
                    "to be cleared by the press office like any other line.",
                ],
            ),
        }
    }
}
