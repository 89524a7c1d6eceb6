-- What is everybody's and what is each delegation's own have histories of their own, so that nothing of one
-- says anything of another. Rows are taken over from the tables of version 2 by the program
-- (legacy/migrate.rs), which then drops these.

-- One row for each change. `part` is 0 for what is everybody's and a COW number for a delegation's own;
-- `seq` is counted within the part. `previous` is the row of the version that it was made from. `joint` is
-- the number of everybody's rows that there were when a delegation's own was written. `content` is SHA-256
-- of the body, or of salt and body where it is a delegation's own: then author and body are in
-- `private_body`. `hash` is SHA-256 over the row and the hash of the row before (history/chain.rs).
CREATE TABLE revision (
    part BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    kind {text} NOT NULL,
    id {text} NOT NULL,
    version BIGINT NOT NULL,
    previous BIGINT,
    author {text},
    joint BIGINT,
    time {text} NOT NULL,
    content {text} NOT NULL,
    body {text},
    prev_hash {text} NOT NULL,
    hash {text} NOT NULL,
    PRIMARY KEY (part, seq),
    UNIQUE (part, kind, id, version),
    FOREIGN KEY (part, previous) REFERENCES revision (part, seq),
    CHECK ((part = 0) = (body IS NOT NULL)),
    CHECK ((part = 0) = (author IS NOT NULL)),
    CHECK ((part = 0) = (joint IS NULL)),
    CHECK (part > 0 OR kind <> 'position')
);

CREATE TABLE private_body (
    part BIGINT NOT NULL CHECK (part > 0),
    seq BIGINT NOT NULL,
    salt {text} NOT NULL,
    body {text} NOT NULL,
    -- 1 where the salt is empty and the body is both, sealed, in base 64.
    sealed BIGINT NOT NULL CHECK (sealed IN (0, 1)),
    PRIMARY KEY (part, seq),
    FOREIGN KEY (part, seq) REFERENCES revision (part, seq)
);

-- Contents of documents, each stored once in each part that has it.
CREATE TABLE blob (
    part BIGINT NOT NULL,
    sha256 {text} NOT NULL,
    bytes {bytes} NOT NULL,
    -- 1 where the bytes are sealed, and the checksum is a name that only the key makes of it.
    sealed BIGINT NOT NULL CHECK (sealed IN (0, 1)),
    PRIMARY KEY (part, sha256)
);

-- The sealed key of each part that is sealed with a passphrase, as JSON (seal/passphrase.rs).
CREATE TABLE seal (
    part BIGINT PRIMARY KEY CHECK (part > 0),
    envelope {text} NOT NULL
);

-- The last row of each part. Who writes locks these rows first, everybody's before a delegation's own.
CREATE TABLE head (
    part BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash {text} NOT NULL,
    time {text} NOT NULL
);

INSERT INTO head (part, seq, hash, time)
VALUES (0, 0, '0000000000000000000000000000000000000000000000000000000000000000', '');

DROP TABLE latest;

-- The latest revision of every entry.
CREATE TABLE latest (
    part BIGINT NOT NULL,
    kind {text} NOT NULL,
    id {text} NOT NULL,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    parent {text},
    day {text},
    PRIMARY KEY (part, kind, id)
);

CREATE INDEX latest_parent ON latest (kind, parent, day, id);
CREATE INDEX latest_row ON latest (part, seq);
