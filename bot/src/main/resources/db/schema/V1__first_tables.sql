-- Plain SQL that SQLite and PostgreSQL both take. Times are milliseconds since 1970 in UTC.

CREATE TABLE proposals (
    id          TEXT PRIMARY KEY,
    request     TEXT   NOT NULL,
    requester   TEXT   NOT NULL,
    channel     TEXT   NOT NULL,
    thread      TEXT   NOT NULL,
    plan        TEXT   NOT NULL,
    json        TEXT   NOT NULL,
    hash        TEXT   NOT NULL,
    report      TEXT   NOT NULL,
    remarks     TEXT   NOT NULL,
    summary     TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'REJECTED', 'SUPERSEDED', 'PUBLISHED')),
    board_id    TEXT   NOT NULL DEFAULT '',
    board_url   TEXT   NOT NULL DEFAULT '',
    message     TEXT   NOT NULL DEFAULT ''
);

CREATE INDEX proposals_by_thread ON proposals (channel, thread, created_at);

CREATE TABLE approvals (
    proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
    hash        TEXT   NOT NULL,
    approver    TEXT   NOT NULL,
    approved_at BIGINT NOT NULL
);

CREATE TABLE rejections (
    proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
    rejecter    TEXT   NOT NULL,
    rejected_at BIGINT NOT NULL
);

-- The row stands before anything is sent: whoever finds it afterwards knows that a board may exist.
CREATE TABLE publications (
    proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
    state       TEXT   NOT NULL CHECK (state IN ('INTENDED', 'SENDING', 'REFUSED', 'DONE')),
    claimed_by  TEXT   NOT NULL,
    claim_until BIGINT NOT NULL,
    attempts    INTEGER NOT NULL,
    sent_at     BIGINT NOT NULL,
    failure     TEXT   NOT NULL
);

CREATE TABLE audit (
    id          TEXT PRIMARY KEY,
    at          BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    who         TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    detail      TEXT   NOT NULL
);

CREATE INDEX audit_by_subject ON audit (subject, id);

CREATE TABLE deliveries (
    delivery    TEXT PRIMARY KEY,
    received_at BIGINT NOT NULL
);

CREATE INDEX deliveries_by_time ON deliveries (received_at);

CREATE TABLE turns (
    channel     TEXT   NOT NULL,
    thread      TEXT   NOT NULL,
    number      INTEGER NOT NULL,
    asked_at    BIGINT NOT NULL,
    requester   TEXT   NOT NULL,
    request     TEXT   NOT NULL,
    outcome     TEXT   NOT NULL,
    answer      TEXT   NOT NULL,
    PRIMARY KEY (channel, thread, number)
);
