-- Chunks of large files that acts name, in order, and which of them lie in the folder of the home.
create table chunks (
  log    smallint not null,
  idx    bigint not null,
  n      integer not null,
  -- SHA-256 of the sealed chunk in hexadecimal, which is the name of its file, and how many bytes it has.
  sha256 text not null,
  length integer not null,
  here   boolean not null,
  primary key (log, idx, n)
);
create index chunks_by_name on chunks (log, sha256);
create index chunks_lacking on chunks (log, idx, n) where not here;

-- Chunks of drafts that wait: no act names them yet.
create table staged (
  log    smallint not null,
  draft  text not null,
  n      integer not null,
  sha256 text not null,
  primary key (log, draft, n)
);
create index staged_by_name on staged (log, sha256);
