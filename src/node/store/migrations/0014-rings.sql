-- Of which ring a part is, where it is not kept as it came: B is sealed here by a key of its compartment and has its
-- salt inside, so that nobody can try contents against the commitment; C was sealed at a desk. Null is ring A.
alter table parts add column ring text;

-- A draft above ring A: its parts and what was typed, and why it was sent back, each sealed; the open columns are empty.
alter table drafts add column sealed bytea;
alter table drafts add column sealed_reason bytea;
