-- What is watched, who was told, who is on duty: private to the node, all of it; every key begins with its own log.
create table watched (
  log       smallint not null,
  id        text not null,
  body      text not null,
  due       text,
  due_at    text,
  raised_at timestamptz not null,
  settled_at timestamptz,
  primary key (log, id)
);

create table notices (
  log       smallint not null,
  id        text not null,
  duty      text not null,
  raised_at timestamptz not null,
  step      text not null,
  reason    text not null,
  official  text not null,
  channel   text not null,
  address   text not null,
  subject   text not null,
  text      text not null,
  state     text not null,
  tries     integer not null,
  made_at   timestamptz not null,
  next_at   timestamptz not null,
  told_at   timestamptz,
  error     text,
  primary key (log, id),
  -- One telling of one step to one address, whoever watches and however often.
  unique (log, duty, raised_at, step, official, channel, address)
);
create index notices_waiting on notices (log, next_at) where state = 'waiting';

create table rosters (
  log      smallint not null,
  id       text not null,
  body     text not null,
  official text not null,
  starts   timestamptz not null,
  ends     timestamptz not null,
  by       text not null,
  at       timestamptz not null,
  ended_at timestamptz,
  primary key (log, id)
);

create table delegations (
  log      smallint not null,
  id       text not null,
  official text not null,
  deputy   text not null,
  starts   timestamptz not null,
  ends     timestamptz not null,
  at       timestamptz not null,
  ended_at timestamptz,
  primary key (log, id)
);

-- Addresses of calendars: who holds one reads those duties, so only its digest is kept.
create table feeds (
  log      smallint not null,
  digest   bytea not null,
  official text not null,
  body     text,
  at       timestamptz not null,
  ended_at timestamptz,
  primary key (log, digest)
);

-- Of several processes on one database one at a time does a work; the row is its claim and runs out by itself.
create table leases (
  log    smallint not null,
  name   text not null,
  holder text not null,
  until  timestamptz not null,
  primary key (log, name)
);
