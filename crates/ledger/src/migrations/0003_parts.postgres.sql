-- A slip at a database prompt does not change the history.

CREATE TRIGGER revision_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER private_body_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON private_body
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER blob_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON blob
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
