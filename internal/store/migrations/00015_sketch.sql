-- +goose Up
-- What is held of a report against others, and what was found in it alone: made
-- of its reading, and made again where maker differs. It quotes the report.
CREATE TABLE sketch (
    report TEXT PRIMARY KEY,
    maker  TEXT NOT NULL,
    body   BLOB NOT NULL -- with a checksum before it
);
-- Parts have a checksum too, and their order apart: setting 'parts' lists their
-- keys, so that a part whose place alone changes is not written again.
DROP TABLE derived;
CREATE TABLE derived (
    key   TEXT PRIMARY KEY, -- which part of the record it is
    stamp TEXT NOT NULL,    -- what it hangs on; empty for a part that is made with every record
    body  BLOB NOT NULL     -- some rows of the record, in the form of package compact
);

-- +goose Down
DROP TABLE sketch;
DROP TABLE derived;
CREATE TABLE derived (
    key   TEXT PRIMARY KEY,
    n     INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    body  BLOB NOT NULL
);
