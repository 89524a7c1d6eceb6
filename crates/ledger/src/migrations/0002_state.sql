-- The state as the history has made it, so that questions are answered quickly. All of it is made
-- anew from the history when a migration touches it, and compared with it by `verify`.

-- The latest revision of every entry.
CREATE TABLE latest (
    kind {text} NOT NULL,
    id {text} NOT NULL,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    delegation BIGINT,
    parent {text},
    day {text},
    PRIMARY KEY (kind, id)
);

CREATE INDEX latest_parent ON latest (kind, parent, day, id);

-- What is owed, and what was.
CREATE TABLE owed (
    commitment {text} PRIMARY KEY,
    text {text} NOT NULL,
    parties {text} NOT NULL,
    made {text} NOT NULL,
    due {text},
    status {text} NOT NULL,
    consultation {text},
    mechanism {text},
    item {text},
    extensions BIGINT NOT NULL
);

CREATE INDEX owed_due ON owed (status, due, commitment);

-- What each assessor says last of a party and a commitment.
CREATE TABLE standing (
    commitment {text} NOT NULL,
    party BIGINT NOT NULL,
    assessor {text} NOT NULL,
    score {text} NOT NULL,
    stage {text} NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (commitment, party, assessor)
);

-- What all assessors say together of a party and a commitment, in 720,720ths; nothing if none does.
CREATE TABLE compliance (
    commitment {text} NOT NULL,
    party BIGINT NOT NULL,
    mechanism {text},
    item {text},
    year BIGINT NOT NULL,
    score BIGINT,
    PRIMARY KEY (commitment, party)
);

CREATE INDEX compliance_group ON compliance (mechanism, item, year, party, score);
