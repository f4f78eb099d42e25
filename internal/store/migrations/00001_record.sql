-- +goose Up
-- One record: originals by hash, reports with their text, readings with the
-- version of what read them, inputs that could not be read, withdrawals.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    body   BLOB NOT NULL
);

CREATE TABLE report (
    id       TEXT PRIMARY KEY,
    sha256   TEXT NOT NULL,
    added_at TEXT NOT NULL, -- RFC 3339, UTC; never exported
    document TEXT NOT NULL  -- JSON: metadata, text, lines, blocks
);

-- Where the same bytes were found, once or several times.
CREATE TABLE location (
    file   TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (file, report)
);

CREATE TABLE reading (
    report TEXT PRIMARY KEY,
    reader TEXT NOT NULL, -- components with their versions
    body   TEXT NOT NULL  -- JSON
);

CREATE TABLE unread (
    file   TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    code   TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE TABLE withdrawn (
    report       TEXT PRIMARY KEY,
    file         TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL
);

-- +goose Down
DROP TABLE withdrawn;
DROP TABLE unread;
DROP TABLE reading;
DROP TABLE location;
DROP TABLE report;
DROP TABLE original;
DROP TABLE setting;
