DROP TABLE old_private_body;
DROP TABLE old_revision;
DROP TABLE old_blob;
DROP TABLE old_head;
