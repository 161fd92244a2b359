-- Index, in the other log, of the act that rejects this entry; null where nobody does, or nobody has said so yet.
alter table entries add column rejected_by bigint;

create index entries_contested on entries (log, idx) where contested is not null and rejected_by is null;
