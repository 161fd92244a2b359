-- Under which markings the record stands: what of a header decides who may see an act, each once, by its name.
create table markings (
  log    smallint not null,
  id     text not null,
  marked text not null,
  primary key (log, id)
);

-- Null where the entry is no act, and where it was kept before there were markings: then the node marks it at start.
alter table entries add column marking text;
create index entries_marking on entries (log, marking, idx);

-- Of every act that is folded into the row, in order; null where it was folded before there were markings.
alter table rows add column markings text[];
