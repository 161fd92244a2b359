-- Whom this node knows and how they sign in: private to the node, all of it; every key begins with its own log.
create table persons (
  log      smallint not null,
  id       text not null,
  name     text not null,
  at       timestamptz not null,
  ended_at timestamptz,
  primary key (log, id)
);

-- What a person is in a body. `source` is the operator, or the provider whose groups say so.
create table offices (
  log      smallint not null,
  id       text not null,
  person   text not null,
  body     text not null,
  roles    text[] not null,
  post     jsonb not null,
  program  boolean not null,
  source   text not null,
  at       timestamptz not null,
  ended_at timestamptz,
  primary key (log, id)
);
create index offices_of_person on offices (log, person);

-- An identity at a provider; several may be one person.
create table accounts (
  log     smallint not null,
  issuer  text not null,
  subject text not null,
  person  text not null,
  at      timestamptz not null,
  primary key (log, issuer, subject)
);

create table passkeys (
  log        smallint not null,
  id         text not null,
  person     text not null,
  key        bytea not null,
  counter    bigint not null,
  transports text[] not null,
  at         timestamptz not null,
  used_at    timestamptz,
  ended_at   timestamptz,
  primary key (log, id)
);

-- One-time codes with which a person makes a passkey: only the digest is kept.
create table invitations (
  log     smallint not null,
  digest  bytea not null,
  person  text not null,
  at      timestamptz not null,
  until   timestamptz not null,
  used_at timestamptz,
  primary key (log, digest)
);

-- Public keys of programs that speak for an office.
create table program_keys (
  log      smallint not null,
  thumb    text not null,
  office   text not null,
  key      jsonb not null,
  at       timestamptz not null,
  ended_at timestamptz,
  primary key (log, thumb)
);

-- Failed tries of an account in a row, and until when it is locked.
create table failures (
  log     smallint not null,
  account text not null,
  count   integer not null,
  since   timestamptz not null,
  until   timestamptz,
  primary key (log, account)
);

-- What was shown once and counts no second time, until it would be too old in any case.
create table spent (
  log   smallint not null,
  id    text not null,
  until timestamptz not null,
  primary key (log, id)
);

-- What was done with people and keys, never what anything says: written at the end, and nowhere else.
create table administration (
  log    smallint not null,
  n      bigint not null,
  at     timestamptz not null,
  deed   text not null,
  by     text not null,
  about  text not null,
  detail text not null,
  digest bytea not null,
  primary key (log, n)
);
