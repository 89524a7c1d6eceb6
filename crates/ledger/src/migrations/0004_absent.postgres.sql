-- Accounts with a role write what is everybody's by whatever program, and ids of a delegation's own are assigned in
-- its part only: a new document of everybody's never has one. A document of that name that an older program let
-- in goes on.
CREATE FUNCTION ledger_own_ids() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    there BOOLEAN;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT 1 FROM %I.%I WHERE part = 0 AND kind = $1 AND id = $2 AND version = $3)',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
    ) INTO there USING NEW.kind, NEW.id, NEW.version - 1;
    IF NOT there THEN
        RAISE EXCEPTION 'the id % is for what is a delegation''s own', NEW.id;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER revision_own_ids BEFORE INSERT ON revision
    FOR EACH ROW WHEN (NEW.part = 0 AND NEW.kind = 'document' AND NEW.id ~ '^document-own-[0-9]+$')
    EXECUTE FUNCTION ledger_own_ids();

-- Roles that were made before read and write the new table too.
DO $$
DECLARE
    one RECORD;
BEGIN
    IF to_regclass('ledger_role') IS NOT NULL THEN
        FOR one IN SELECT role FROM ledger_role LOOP
            EXECUTE format('GRANT SELECT, INSERT ON absent_content TO %I', one.role);
        END LOOP;
    END IF;
END
$$;
