-- What people teach the search, and what it learns from their decisions.

CREATE TABLE lessons (
    id          TEXT PRIMARY KEY,
    phrase      TEXT   NOT NULL,
    metric      TEXT   NOT NULL,
    taught_by   TEXT   NOT NULL,
    taught_at   BIGINT NOT NULL
);

-- One row. Its version grows with every change, so that every process sees that there was one, and whoever changes
-- something waits here for whoever else does.
CREATE TABLE lesson_book (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    version     BIGINT NOT NULL
);

INSERT INTO lesson_book (id, version) VALUES (1, 0);

-- Decisions on boards are evidence as they stand in approvals and rejections; these are not.
CREATE TABLE evidence_left_out (
    proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
    left_out_by TEXT   NOT NULL,
    left_out_at BIGINT NOT NULL
);

-- The request that a board began with: that of an edit ("last 24 hours") does not say what the board is about.
ALTER TABLE proposals ADD COLUMN begun_as TEXT NOT NULL DEFAULT '';

UPDATE proposals SET begun_as = COALESCE(
    (SELECT earliest.request FROM proposals earliest
        WHERE earliest.channel = proposals.channel AND earliest.thread = proposals.thread AND proposals.thread <> ''
        ORDER BY earliest.created_at, earliest.id LIMIT 1),
    request);
