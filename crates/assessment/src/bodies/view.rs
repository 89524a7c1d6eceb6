//! A body as a game: what its members hold, and what follows for each.

use entente_measures::voting_power::{Game, GameError, Member, Need, Rule, need, power};

use super::coalition::{GroupAlone, Lacking, MemberPower, Quorum, Side, Verdict};
use super::{ShareHolder, Threshold, VotingBody};

/// A body and its game.
pub(super) struct View<'b> {
    body: &'b VotingBody,
    pub(super) game: Game,
}

impl<'b> View<'b> {
    pub(super) fn of(body: &'b VotingBody) -> Result<Self, GameError> {
        Ok(View {
            game: game(body, &split(body, false))?,
            body,
        })
    }

    pub(super) fn all(&self) -> Vec<usize> {
        (0..self.body.members.len()).collect()
    }

    pub(super) fn per_cent(&self, units: u64) -> f64 {
        units as f64 / f64::from(10_u32.pow(self.body.places))
    }

    pub(super) fn codes(&self, places: &[usize]) -> Vec<String> {
        places
            .iter()
            .map(|p| self.body.members[*p].iso3.clone())
            .collect()
    }

    pub(super) fn counted(&self, places: &[usize]) -> u64 {
        let counts = |p: &&usize| self.body.groups[self.body.members[**p].group].counted;
        places.iter().filter(counts).count() as u64
    }

    /// The least and the most that members hold: an unknown share lies between nothing and what its
    /// group's others of unknown share leave.
    fn bounds(&self, places: &[usize]) -> (u64, u64) {
        let known: u64 = places
            .iter()
            .filter_map(|p| self.body.members[*p].share)
            .sum();
        let (mut low, mut high) = (known, known);
        for group in 0..self.body.groups.len() {
            let open = |m: &ShareHolder| m.group == group && m.share.is_none();
            let of_all = self.body.members.iter().filter(|m| open(m)).count();
            let of_these = places
                .iter()
                .filter(|p| open(&self.body.members[**p]))
                .count();
            let rest = self.body.remainder(group);
            high += if of_these > 0 { rest } else { 0 };
            low += if of_these == of_all { rest } else { 0 };
        }
        (low, high)
    }

    pub(super) fn side(&self, places: &[usize]) -> Side {
        let (low, high) = self.bounds(places);
        Side {
            states: self.codes(places),
            counted: self.counted(places),
            share: (self.per_cent(low), self.per_cent(high)),
        }
    }

    pub(super) fn verdict(&self, ours: &[usize], open: &[usize]) -> Verdict {
        let rule = self.game.rule();
        let verdict = |places: &[usize]| {
            let (low, high) = self.bounds(places);
            let counted = self.counted(places) >= rule.counted as u64;
            (counted && low >= rule.quota, counted && high >= rule.quota)
        };
        let everyone: Vec<usize> = ours.iter().chain(open).copied().collect();
        match (verdict(ours), verdict(&everyone)) {
            ((true, _), _) => Verdict::Elects,
            ((_, true), _) => Verdict::DependsOnUnknownShares,
            (_, (_, true)) => Verdict::Open,
            _ => Verdict::CannotElect,
        }
    }

    pub(super) fn lacking(&self, need: Need) -> Lacking {
        Lacking {
            share: self.per_cent(need.weight),
            counted: need.counted as u64,
            fewest: self.codes(&need.fewest),
            least_share: self.per_cent(need.least_weight),
        }
    }

    pub(super) fn alone(&self, group: usize) -> GroupAlone {
        let body = self.body;
        let of: Vec<usize> = self
            .all()
            .into_iter()
            .filter(|p| body.members[*p].group == group)
            .collect();
        let others: Vec<usize> = self.all().into_iter().filter(|p| !of.contains(p)).collect();
        let rule = self.game.rule();
        let held = body.group_total(group);
        let margin = held as i64 - rule.quota as i64;
        let elects = margin >= 0 && self.counted(&of) >= rule.counted as u64;
        let spare = |place: &usize| {
            let one_less = self.counted(&of) - u64::from(body.groups[group].counted);
            body.members[*place]
                .share
                .is_some_and(|share| share as i64 > margin)
                || one_less < rule.counted as u64
        };
        let blocked =
            self.bounds(&others).0 < rule.quota || self.counted(&others) < rule.counted as u64;
        let kept: Vec<usize> = of.iter().copied().filter(spare).collect();
        GroupAlone {
            id: body.groups[group].id.clone(),
            name: body.groups[group].name.clone(),
            members: of.len() as u64,
            share: self.per_cent(held),
            elects,
            margin: margin as f64 / f64::from(10_u32.pow(body.places)),
            blocks: blocked,
            cannot_spare: if elects {
                self.codes(&kept)
            } else {
                Vec::new()
            },
            unknown: of
                .iter()
                .filter(|p| body.members[**p].share.is_none())
                .count() as u64,
        }
    }

    pub(super) fn quorum(&self, quorum: &Threshold, ours: &[usize], theirs: &[usize]) -> Quorum {
        let total = self.body.total();
        let needed = quorum.share.of(total);
        // Present must be at least what is needed: one unit more away than may be.
        let denied = total - needed + 1;
        let all = self.all();
        let counted = quorum.counted.map(|b| {
            let all = self.counted(&all);
            all - b.of(all) + 1
        });
        let members = quorum.members.map(|b| {
            let all = all.len() as u64;
            all - b.of(all) + 1
        });
        let by_number = counted.is_some_and(|c| self.counted(theirs) >= c)
            || members.is_some_and(|m| theirs.len() as u64 >= m);
        let (low, high) = self.bounds(theirs);
        let mut free: Vec<usize> = all
            .into_iter()
            .filter(|p| !ours.contains(p) && self.body.members[*p].share.is_some())
            .collect();
        free.sort_by_key(|p| std::cmp::Reverse(self.body.members[*p].share));
        let mut away = 0;
        let enough = free.iter().position(|p| {
            away += self.body.members[*p].share.unwrap_or(0);
            away >= denied
        });
        Quorum {
            share_needed: self.per_cent(needed),
            denied_by: self.per_cent(denied),
            denied_by_counted: counted,
            denied_by_members: members,
            against_deny: match () {
                () if by_number || low >= denied => Verdict::Elects,
                () if high >= denied => Verdict::DependsOnUnknownShares,
                () => Verdict::Open,
            },
            against_lack: self.per_cent(denied.saturating_sub(low)),
            fewest: enough.map_or_else(Vec::new, |last| self.codes(&free[..=last])),
        }
    }

    pub(super) fn members(
        &self,
        ours: &[usize],
        open: &[usize],
    ) -> Result<Vec<MemberPower>, GameError> {
        let body = self.body;
        let indices = power(&self.game)?;
        let unknown = body.members.iter().any(|m| m.share.is_none());
        let lumped = match unknown {
            true => Some(power(&game(body, &split(body, true))?)?),
            false => None,
        };
        let decides = self.deciding(ours, open)?;
        let row = |place: usize| {
            let member = &body.members[place];
            let text = |key: &String| body.sources.iter().find(|(k, _)| k == key);
            MemberPower {
                ccode: member.ccode,
                iso3: member.iso3.clone(),
                name: member.name.clone(),
                group: body.groups[member.group].id.clone(),
                share: member.share.map(|s| self.per_cent(s)),
                share_used: self.per_cent(self.game.members()[place].weight),
                position: member.position,
                banzhaf: indices.banzhaf[place],
                banzhaf_share: indices.banzhaf_share[place],
                shapley_shubik: indices.shapley_shubik[place],
                shapley_shubik_lumped: member
                    .share
                    .map(|_| lumped.as_ref().unwrap_or(&indices).shapley_shubik[place]),
                decides: open.iter().position(|p| *p == place).map(|at| decides[at]),
                source: member
                    .source
                    .as_ref()
                    .and_then(text)
                    .map(|(_, t)| t.clone()),
            }
        };
        Ok((0..body.members.len()).map(row).collect())
    }

    /// The game of the undecided alone, once the others have voted.
    fn deciding(&self, ours: &[usize], open: &[usize]) -> Result<Vec<f64>, GameError> {
        let members = self.game.members();
        let held: u64 = ours.iter().map(|p| members[*p].weight).sum();
        let counted = ours.iter().filter(|p| members[**p].counted).count();
        let rule = Rule {
            quota: self.game.rule().quota.saturating_sub(held),
            counted: self.game.rule().counted.saturating_sub(counted),
        };
        let left: Vec<Member> = open.iter().map(|p| members[*p]).collect();
        let settled = rule.quota == 0 && rule.counted == 0;
        match need(&self.game, ours, open) {
            Some(_) if !settled && !left.is_empty() => Ok(power(&Game::new(left, rule)?)?.banzhaf),
            // Nobody decides what is decided.
            _ => Ok(vec![0.0; open.len()]),
        }
    }
}

/// Every member's weight: unknown shares evenly, or all of a group's in its first such member.
fn split(body: &VotingBody, lumped: bool) -> Vec<u64> {
    let mut weights: Vec<u64> = body.members.iter().map(|m| m.share.unwrap_or(0)).collect();
    for group in 0..body.groups.len() {
        let open: Vec<usize> = (0..body.members.len())
            .filter(|p| body.members[*p].group == group && body.members[*p].share.is_none())
            .collect();
        let (rest, count) = (body.remainder(group), open.len() as u64);
        for (at, place) in (0..).zip(&open) {
            weights[*place] = match lumped {
                true if at == 0 => rest,
                true => 0,
                false => rest / count + u64::from(at < rest % count),
            };
        }
    }
    weights
}

fn game(body: &VotingBody, weights: &[u64]) -> Result<Game, GameError> {
    let members: Vec<Member> = body
        .members
        .iter()
        .zip(weights)
        .map(|(m, weight)| Member {
            weight: *weight,
            counted: body.groups[m.group].counted,
        })
        .collect();
    let counted = members.iter().filter(|m| m.counted).count() as u64;
    let rule = Rule {
        quota: body.rule.share.of(body.total()),
        counted: body.rule.counted.map_or(0, |b| b.of(counted) as usize),
    };
    Game::new(members, rule)
}
