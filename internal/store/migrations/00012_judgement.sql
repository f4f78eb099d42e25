-- +goose Up
-- What analysts decided, as package judge writes it. Rows are added, never
-- changed but for the words of a report that is withdrawn: an undo is a row of
-- its own.
CREATE TABLE judgement (
    seq      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    added_at TEXT NOT NULL, -- RFC 3339, UTC; never exported
    body     TEXT NOT NULL  -- JSON
);

-- +goose Down
DROP TABLE judgement;
