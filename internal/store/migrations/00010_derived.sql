-- +goose Up
-- The record as it was derived from the readings, in parts. It can be made
-- again at any time; rows of another revision or stamp are as good as none.
CREATE TABLE derived (
    n        INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL, -- of the evidence: setting 'revision'
    stamp    TEXT NOT NULL,    -- what made it
    body     BLOB NOT NULL     -- some rows of the record, in the form of package compact
);

-- +goose Down
DROP TABLE derived;
