-- Signed acts of the other side that came on paper or as a file over a cut line: verified, waiting for the line.
create table sheets (
  log      smallint not null,
  act      text not null,
  bytes    bytea not null,
  parts    jsonb not null,
  body     text not null,
  entered  text not null,
  at       timestamptz not null,
  primary key (log, act)
);
