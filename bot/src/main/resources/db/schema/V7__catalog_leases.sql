-- Which process does a piece of work on a catalog, and until when: one at a time lists it, and one keeps it fresh.

CREATE TABLE catalog_leases (
    source      TEXT   NOT NULL,
    work        TEXT   NOT NULL,
    holder      TEXT   NOT NULL,
    until_at    BIGINT NOT NULL,
    PRIMARY KEY (source, work)
);
