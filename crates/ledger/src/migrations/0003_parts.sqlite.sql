-- A slip at a database prompt does not change the history.

CREATE TRIGGER revision_keeps_update BEFORE UPDATE ON revision
BEGIN
    SELECT RAISE(ABORT, 'the history of the ledger is append-only');
END;

CREATE TRIGGER revision_keeps_delete BEFORE DELETE ON revision
BEGIN
    SELECT RAISE(ABORT, 'the history of the ledger is append-only');
END;

-- Only sealing changes a row, once.
CREATE TRIGGER private_body_keeps_update BEFORE UPDATE ON private_body
WHEN NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND OLD.part = NEW.part)
BEGIN
    SELECT RAISE(ABORT, 'the history of the ledger is append-only');
END;

CREATE TRIGGER private_body_keeps_delete BEFORE DELETE ON private_body
BEGIN
    SELECT RAISE(ABORT, 'the history of the ledger is append-only');
END;

-- Only sealing changes a row, once.
CREATE TRIGGER blob_keeps_update BEFORE UPDATE ON blob
WHEN NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND OLD.part = NEW.part)
BEGIN
    SELECT RAISE(ABORT, 'the history of the ledger is append-only');
END;

CREATE TRIGGER blob_keeps_delete BEFORE DELETE ON blob
BEGIN
    SELECT RAISE(ABORT, 'the history of the ledger is append-only');
END;
