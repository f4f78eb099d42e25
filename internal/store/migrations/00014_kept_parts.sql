-- +goose Up
-- The record as it was derived from the readings, in parts. It can be made
-- again at any time; it holds for what setting 'derived' names. A part with a
-- stamp of its own is kept from one record to the next while that holds.
DROP TABLE derived;
CREATE TABLE derived (
    key   TEXT PRIMARY KEY, -- which part of the record it is
    n     INTEGER NOT NULL, -- its place
    stamp TEXT NOT NULL,    -- what it hangs on; empty for a part that is made with every record
    body  BLOB NOT NULL     -- some rows of the record, in the form of package compact
);
CREATE INDEX location_by_report ON location (report, file);

-- +goose Down
DROP INDEX location_by_report;
DROP TABLE derived;
CREATE TABLE derived (
    n        INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    stamp    TEXT NOT NULL,
    body     BLOB NOT NULL
);
