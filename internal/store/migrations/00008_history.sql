-- +goose Up
-- What was done to the record, as a chain of hashes (package audit). Entries
-- are added, never changed.
CREATE TABLE history (
    seq      INTEGER PRIMARY KEY,
    at       TEXT NOT NULL, -- RFC 3339, UTC
    agent    TEXT NOT NULL,
    activity TEXT NOT NULL,
    used     TEXT NOT NULL, -- JSON list
    made     TEXT NOT NULL, -- JSON list
    rules    TEXT NOT NULL,
    prev     TEXT NOT NULL,
    hash     TEXT NOT NULL
);

-- +goose Down
DROP TABLE history;
