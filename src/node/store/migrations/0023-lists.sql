-- What the newest cosignature over a log is: by it an answer is known again without being made.
create index cosignatures_at on cosignatures (log, at, size);

-- The first cosignature of a role that covers an entry, whatever lies above it.
create index cosignatures_covering on cosignatures (log, role, size, signer);

-- The newest cosignature of each signer, without going over all of theirs.
create index cosignatures_signer on cosignatures (log, role, signer, size);

-- Entries that are not accepted, however many others there are.
create index entries_not_accepted on entries (log, idx) where contested is not null;
