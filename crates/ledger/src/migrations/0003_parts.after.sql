-- SQLite looks for rows that refer to each one that goes: without an index, among all of them.
CREATE INDEX old_previous ON old_revision (previous);

DROP TABLE old_private_body;
DROP TABLE old_revision;
DROP TABLE old_blob;
DROP TABLE old_head;
