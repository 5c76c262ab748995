-- Vectors of texts, by a digest of the embedding model and the text; the text itself is not kept. Of length 1, in floats of
-- four bytes, the lowest first.

CREATE TABLE embeddings (
    hash        TEXT PRIMARY KEY,
    model       TEXT    NOT NULL,
    dimensions  INTEGER NOT NULL,
    vector      BYTEA   NOT NULL,
    created_at  BIGINT  NOT NULL,
    used_at     BIGINT  NOT NULL
);

CREATE INDEX embeddings_by_use ON embeddings (used_at);
CREATE INDEX embeddings_by_model ON embeddings (model, used_at);
