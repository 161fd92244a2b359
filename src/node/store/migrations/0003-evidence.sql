-- Two signed states of one log that contradict each other: kept for ever, for whoever has to show them.
create table evidence (
  log    smallint not null,
  n      bigint not null,
  what   text not null,
  held   bytea not null,
  given  bytea not null,
  at     timestamptz not null,
  primary key (log, n)
);
