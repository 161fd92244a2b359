-- The record of one agreement as one node keeps it: both logs, what is read from them, drafts of its own.
-- Every key begins with the log (0 own, 1 the counterpart's), so that the same SQL shards by log.

create table logs (
  log      smallint primary key,
  side     text not null,
  origin   text not null,
  size     bigint not null,
  root     bytea not null,
  -- Partial tiles of the right edge: what appending needs, without reading any tile.
  edge     bytea not null,
  -- How many entries of the other log the newest entry of this one had seen.
  seen     bigint not null,
  -- Entries judged and folded into registers. For the own log always equal to size.
  folded   bigint not null
);

create table entries (
  log         smallint not null,
  idx         bigint not null,
  act         text not null,
  bytes       bytea not null,
  leaf        bytea not null,
  seen        bigint not null,
  at          timestamptz not null,
  body        text,
  kind        text,
  number      text,
  -- Refusal code where this node does not accept the act; null where it does.
  contested   text,
  primary key (log, idx)
);
-- Not unique: a counterpart that says an act twice is contested, not choked on.
create index entries_act on entries (log, act);
create index entries_number on entries (log, body, number);
create index entries_kind on entries (log, kind, idx);

create table tiles (
  log   smallint not null,
  level smallint not null,
  n     bigint not null,
  data  bytea not null,
  primary key (log, level, n)
);

create table parts (
  log   smallint not null,
  idx   bigint not null,
  name  text not null,
  salt  bytea not null,
  bytes bytea not null,
  primary key (log, idx, name)
);

create table spoken_under (
  log       smallint not null,
  provision text not null,
  idx       bigint not null,
  primary key (log, provision, idx)
);

create table referring (
  log    smallint not null,
  target text not null,
  idx    bigint not null,
  role   text not null,
  primary key (log, target, idx, role)
);

create table checkpoints (
  log  smallint not null,
  size bigint not null,
  root bytea not null,
  note bytea not null,
  at   timestamptz not null,
  primary key (log, size)
);

create table cosignatures (
  log    smallint not null,
  size   bigint not null,
  role   text not null,
  signer text not null,
  line   text not null,
  at     timestamptz not null,
  primary key (log, size, role, signer)
);

-- What the counterpart may still add: the newest checkpoint of its log that is verified but not yet held in full.
create table pending (
  log  smallint not null,
  size bigint not null,
  root bytea not null,
  note bytea not null,
  primary key (log, size)
);

create table subjects (
  log      smallint not null,
  register text not null,
  subject  text not null,
  idx      bigint not null,
  primary key (log, register, subject, idx)
);

-- Registers are disposable: servanda rebuild makes these rows again from entries and parts, byte for byte.
create table rows (
  log      smallint not null,
  register text not null,
  subject  text not null,
  state    text not null,
  -- Newest own and newest counterpart entry folded into it, or -1.
  own      bigint not null,
  other    bigint not null,
  primary key (log, register, subject)
);

create table digests (
  log    smallint not null,
  own    bigint not null,
  other  bigint not null,
  digest bytea not null,
  theirs bytea,
  at     timestamptz not null,
  first_register text,
  first_subject  text,
  primary key (log, own, other)
);

create table drafts (
  log       smallint not null,
  id        text not null,
  kind      text not null,
  body      text not null,
  number    text not null,
  text      text not null,
  parts     jsonb not null,
  typed     jsonb not null,
  about     text,
  written_by text not null,
  written_at timestamptz not null,
  state     text not null,
  reason    text,
  act       text,
  primary key (log, id)
);

create table approvals (
  log      smallint not null,
  draft    text not null,
  official text not null,
  at       timestamptz not null,
  primary key (log, draft, official)
);
