-- +goose Up
-- What is held of a report against others, and what was found in it alone: made
-- of its reading, and made again where maker differs. It quotes the report.
CREATE TABLE sketch (
    report TEXT PRIMARY KEY,
    maker  TEXT NOT NULL,
    body   BLOB NOT NULL -- with a checksum before it, as that of derived is from now on
);
DELETE FROM derived;

-- +goose Down
DROP TABLE sketch;
