-- A slip at a database prompt does not change the history. Only sealing changes a row, once.

CREATE TRIGGER revision_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER private_body_keeps BEFORE DELETE OR TRUNCATE ON private_body
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER private_body_keeps_row BEFORE UPDATE ON private_body
    FOR EACH ROW WHEN (NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND OLD.part = NEW.part))
    EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER blob_keeps BEFORE DELETE OR TRUNCATE ON blob
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER blob_keeps_row BEFORE UPDATE ON blob
    FOR EACH ROW WHEN (NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND OLD.part = NEW.part))
    EXECUTE FUNCTION ledger_is_append_only();
