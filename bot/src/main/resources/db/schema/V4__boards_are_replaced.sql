-- The published board that an edited draft would replace, and the hash of what was last published there; empty for a new board.

ALTER TABLE proposals ADD COLUMN replaces_id TEXT NOT NULL DEFAULT '';
ALTER TABLE proposals ADD COLUMN replaces_url TEXT NOT NULL DEFAULT '';
ALTER TABLE proposals ADD COLUMN replaces_hash TEXT NOT NULL DEFAULT '';
