-- What each official has read of the record: private to the node; every key begins with its own log.
create table read_up_to (
  log      smallint not null,
  official text not null,
  -- The log that was read, 0 the own, 1 the counterpart's, and how many of its entries.
  of_log   smallint not null,
  size     bigint not null,
  at       timestamptz not null,
  primary key (log, official, of_log)
);

-- Single acts opened beyond that.
create table acts_read (
  log      smallint not null,
  official text not null,
  of_log   smallint not null,
  idx      bigint not null,
  at       timestamptz not null,
  primary key (log, official, of_log, idx)
);
