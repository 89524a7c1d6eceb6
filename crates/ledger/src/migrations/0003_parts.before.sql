ALTER TABLE revision RENAME TO old_revision;
ALTER TABLE private_body RENAME TO old_private_body;
ALTER TABLE blob RENAME TO old_blob;
ALTER TABLE head RENAME TO old_head;
