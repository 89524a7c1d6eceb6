-- The history: nothing in these tables is ever changed or deleted.

-- One row for each change. `previous` is the row of the version that it was made from. `content` is
-- SHA-256 of the body, or of salt and body where it is a delegation's own: then author and body are
-- in `private_body`. `hash` is SHA-256 over the row and the hash of the row before (history/chain.rs).
CREATE TABLE revision (
    seq BIGINT PRIMARY KEY,
    kind {text} NOT NULL,
    id {text} NOT NULL,
    version BIGINT NOT NULL,
    previous BIGINT REFERENCES revision (seq),
    author {text},
    delegation BIGINT,
    time {text} NOT NULL,
    content {text} NOT NULL,
    body {text},
    prev_hash {text} NOT NULL,
    hash {text} NOT NULL,
    UNIQUE (kind, id, version),
    CHECK ((delegation IS NULL) = (body IS NOT NULL)),
    CHECK ((delegation IS NULL) = (author IS NOT NULL))
);

CREATE TABLE private_body (
    seq BIGINT PRIMARY KEY REFERENCES revision (seq),
    delegation BIGINT NOT NULL,
    salt {text} NOT NULL,
    body {text} NOT NULL
);

-- Contents of documents, each stored once.
CREATE TABLE blob (
    sha256 {text} PRIMARY KEY,
    bytes {bytes} NOT NULL
);

-- The last row of the history. Who writes locks this row first.
CREATE TABLE head (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    hash {text} NOT NULL,
    time {text} NOT NULL
);

INSERT INTO head (one, seq, hash, time)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '');
