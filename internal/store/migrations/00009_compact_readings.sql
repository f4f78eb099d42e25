-- +goose Up
-- Readings are kept in the form of package compact. Those there were are made
-- again from their reports when they are asked for.
DROP TABLE reading;
CREATE TABLE reading (
    report TEXT PRIMARY KEY,
    reader TEXT NOT NULL, -- components with their versions
    body   BLOB NOT NULL
);

-- +goose Down
DROP TABLE reading;
CREATE TABLE reading (
    report TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    body   TEXT NOT NULL
);
