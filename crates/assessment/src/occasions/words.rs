//! The phrases that tell what a contact was for. They were chosen on the whole record, which has some
//! 4,700 different remarks; what they make of a sample coded by hand stands in the tests of `kind`.

use std::sync::LazyLock;

use super::text::Phrases;

/// A standing arrangement of two to four states.
pub(super) static MECHANISM: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "2+2",
        "ausmin",
        "australia united states ministerial",
        "australia us ministerial",
        "bilateral commission",
        "bilateral ministerial",
        "binational",
        "consultative mechanism",
        "economic and strategic dialogue",
        "high level consultative group",
        "high level dialogue",
        "high level economic dialogue",
        "high level security dialogue",
        "intergovernmental commission",
        "joint committee meeting",
        "joint us canadian commission",
        "north american foreign minist",
        "north american leaders",
        "partnership dialogue",
        "quad foreign ministers",
        "quad leaders",
        "security and prosperity partnership of north america",
        "security consultative committee",
        "strategic and commercial dialogue",
        "strategic and economic dialogue",
        "strategic dialogue",
        "strategic partnership commission",
        "strategic partnership dialogue",
        "us ukraine strategic partnership",
        "trilateral summit",
        "joint commission ",
    ])
});

/// Words of a mechanism that name another thing.
pub(super) static NO_MECHANISM: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "joint commission for the implementation",
        "established us iran joint commission",
        "trilateral strategic dialogue with australia",
    ])
});

/// The publisher's own word for a visit of one state to another.
pub(super) static FORM: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "state visit",
        "official visit",
        "offical visit",
        "working visit",
        "informal visit",
        "official select visit",
        "presidential guest",
        "guest of",
        "at the invitation of",
        "at invitation of",
        "good will trip",
        "goodwill trip",
        "exchange of visits",
        "state dinner",
    ])
});

/// A visitor met someone of the United States' government.
pub(super) static RECEIVED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "met with president",
        "met with the president",
        "met with vice president",
        "met with secretary",
        "met informally with president",
        "met president",
        "meeting with president",
        "meetings with president",
        "meeting with the president",
        "conference with president",
        "conferences with president",
        "conferred with president",
        "consultations with president",
        "talks with president",
        "luncheon with president",
        "dinner with president",
        "received by president",
        "discussed",
        "discussions with",
        "conferred",
        "negotiat",
    ])
});

/// One who travelled met someone; whom, the next words say.
pub(super) static MET: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "met with ",
        "met informally with ",
        "also met ",
        "meeting with ",
        "meetings with ",
        "visit with ",
        "talks with ",
        "conference with ",
        "conferred with ",
        "consulted with ",
        "consultations with ",
        "discussions with ",
    ])
});

/// Talks on something, with the host unless it is said otherwise.
pub(super) static TALKS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "discuss",
        "reviewed ",
        "attempted to ",
        "negotiat",
        "bilateral meeting",
        "bilateral talks",
        "us soviet summit",
        "us russian summit",
        "summit meeting with",
        "signed ",
        "consultations concerning",
        "exchange of ratifications",
        "deposited the instrument",
    ])
});

/// Those met who are not of the host's government.
pub(super) const NOT_THE_HOST: &[&str] = &[
    "us ",
    "american ",
    "un ",
    "united nations",
    "nato ",
    "eu ",
    "ec ",
    "eec ",
    "european ",
    "oas ",
    "asean ",
    "cento ",
    "seato ",
    "allied ",
    "embassy ",
    "troops",
    "plo ",
    "palestinian ",
    "representatives of",
    "secretary general",
    "opposition ",
    "civil ",
    "business ",
    "the foreign ministers of",
    "the presidents of",
    "the prime ministers of",
    "the heads of",
    "heads of",
    "nacc ",
    "g 7",
    "g 8",
    "pope ",
    "middle east envoys",
    "the contact group",
    "regional ",
    "arab ",
];

/// An event of which it is plain that one attends it for its own sake.
pub(super) static RITE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "funeral",
        "burial",
        "memorial service",
        "inauguration",
        "coronation",
        "wedding",
        "enthronement",
        "installation of",
    ])
});

/// A gathering of many states.
pub(super) static MULTILATERAL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "summit",
        "conference",
        "general assembly",
        "g 7",
        "g7",
        "g 8",
        "g8",
        "g 20",
        "g20",
        "c5+1",
        "apec",
        "asia pacific economic",
        "asean",
        "pacific island",
        "nato ",
        "north atlantic",
        "un ",
        "united nations",
        "league of nations",
        "oas ",
        "organization of american",
        "pan american",
        "american states",
        "american foreign ministers",
        "african leaders",
        "caricom",
        "caribbean",
        "cento ",
        "seato ",
        "baghdad pact",
        "anzus",
        "osce ",
        "csce ",
        "oecd ",
        "council",
        "forum",
        "ministerial",
        "foreign ministers meeting",
        "heads of government meeting",
        "foreign ministers to",
        "meeting of foreign ministers",
        "foreign ministers of",
        "contact group",
        "donors",
        "world economic",
        "davos",
        "session of",
        "opening session",
        "economic commission",
        "european communit",
        "european union",
        "european commission",
        "quartet",
        "four power",
        "big four",
        "peace talks",
        "world bank",
        "imf ",
        "caucus",
        "democracies",
        "partnership for",
    ])
});

/// Something that has the word of a gathering and is none.
pub(super) static NO_GATHERING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(["press conference", "news conference", "conference with"]));

/// A ceremony.
pub(super) static CEREMONY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "commemorat",
        "anniversary",
        "ceremon",
        "dedicat",
        "honorary degree",
        "olympic",
        "unveil",
        "jubilee",
        "opening of",
        "worlds fair",
        "exposition",
        "expo ",
        "signing of",
        "initialling of",
        "white house dinner",
        "celebration",
        "laid ",
        "inaugurat",
        "bicentennial",
        "centennial",
        "award",
        "prize",
    ])
});

/// Neither of state nor on the way.
pub(super) static PRIVATE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "private",
        "vacation",
        "fishing",
        "unofficial",
        "medical",
        "health",
        "personal",
        "holiday",
        "incognito",
        "exile",
        "convalesc",
    ])
});

/// On the way to somewhere else.
pub(super) static TRANSIT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "en route",
        "stopped",
        "stopover",
        "stop over",
        "overnight stop",
        "refuel",
        "while returning",
        "transit",
        "disembarked",
        "embarked",
        "rest stop",
    ])
});

/// The secretary of state was with the President.
pub(super) static ACCOMPANYING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "accompanied president",
        "accoompanied president",
        "accompanied the president",
        "joined president",
        "with president",
    ])
});
