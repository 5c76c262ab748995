-- A catalog as it was last known. The source is a site and a digest of the key, so that two organisations never mix.
-- SQLite keeps any name of a type; BYTEA is PostgreSQL's for bytes.

CREATE TABLE catalog_snapshots (
    source      TEXT PRIMARY KEY,
    version     BIGINT NOT NULL,
    listed_at   BIGINT NOT NULL,
    content     BYTEA  NOT NULL
);

-- What was left of a source's hourly reads when it was last heard of.
CREATE TABLE read_budgets (
    source      TEXT PRIMARY KEY,
    most        INTEGER NOT NULL,
    remaining   INTEGER NOT NULL,
    reset_at    BIGINT NOT NULL
);
