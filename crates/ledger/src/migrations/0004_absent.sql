-- The checksums of everybody's documents of which the content is known not to be here: the document came from an
-- older ledger, or from a file, that did not have it. One that is missing and not listed here was lost.
CREATE TABLE absent_content (
    sha256 {text} PRIMARY KEY
);
