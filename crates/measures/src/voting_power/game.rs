//! Members, their weights and the rule by which a coalition wins.

/// More than this total weight is too fine a unit.
const MOST_WEIGHT: u64 = 2_000_000;

/// Why a game cannot be played.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GameError {
    /// Nobody votes.
    #[error("a body without members elects nobody")]
    NoMembers,
    /// The weights are counted in too small a unit.
    #[error("the weights sum to {total}; count them in a unit in which they sum to {most} at most")]
    TooFine {
        /// Their sum.
        total: u64,
        /// The most that is counted.
        most: u64,
    },
    /// Not even all together win, or nobody is needed.
    #[error(
        "the rule asks for a weight of {quota} and {counted} counted members; all hold {weight} and {members}"
    )]
    Quota {
        /// Weight asked for.
        quota: u64,
        /// Counted members asked for.
        counted: usize,
        /// Weight of all.
        weight: u64,
        /// Counted members in all.
        members: usize,
    },
    /// A count of so many members is beyond exact counting.
    #[error(
        "a rule that counts members is computed for up to {most} counted and as many other members, not {found}"
    )]
    TooMany {
        /// Members of the larger part.
        found: usize,
        /// The most.
        most: usize,
    },
}

/// One member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its weight, in whole units.
    pub weight: u64,
    /// Whether it is one of those that the rule counts.
    pub counted: bool,
}

/// When a coalition wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its members weigh at least this together.
    pub quota: u64,
    /// At least so many of them are counted members; 0 asks for none.
    pub counted: usize,
}

impl Rule {
    /// More than half of a total weight.
    pub fn majority(total: u64) -> Self {
        Rule {
            quota: total / 2 + 1,
            counted: 0,
        }
    }
}

/// A weighted voting game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Game {
    pub(super) members: Vec<Member>,
    pub(super) rule: Rule,
}

impl Game {
    /// A game in which nobody wins alone by doing nothing, and all together do win.
    ///
    /// # Errors
    ///
    /// [`GameError`] if there are no members, their weights sum to more than two million, or the rule
    /// asks for nothing or for more than all have.
    pub fn new(members: Vec<Member>, rule: Rule) -> Result<Self, GameError> {
        if members.is_empty() {
            return Err(GameError::NoMembers);
        }
        let weight: u64 = members
            .iter()
            .map(|m| m.weight)
            .fold(0, u64::saturating_add);
        if weight > MOST_WEIGHT {
            return Err(GameError::TooFine {
                total: weight,
                most: MOST_WEIGHT,
            });
        }
        let counted = members.iter().filter(|m| m.counted).count();
        let asks_nothing = rule.quota == 0 && rule.counted == 0;
        if asks_nothing || rule.quota > weight || rule.counted > counted {
            return Err(GameError::Quota {
                quota: rule.quota,
                counted: rule.counted,
                weight,
                members: counted,
            });
        }
        Ok(Game { members, rule })
    }

    /// A game of weights alone.
    ///
    /// # Errors
    ///
    /// As for [`Game::new`].
    pub fn weighted(weights: &[u64], quota: u64) -> Result<Self, GameError> {
        let member = |weight: &u64| Member {
            weight: *weight,
            counted: false,
        };
        Game::new(
            weights.iter().map(member).collect(),
            Rule { quota, counted: 0 },
        )
    }

    /// Its members.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Its rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Whether the members at these places win together.
    pub fn wins(&self, coalition: impl IntoIterator<Item = usize>) -> bool {
        let (mut weight, mut counted) = (0, 0);
        for place in coalition {
            weight += self.members[place].weight;
            counted += usize::from(self.members[place].counted);
        }
        weight >= self.rule.quota && counted >= self.rule.counted
    }
}
