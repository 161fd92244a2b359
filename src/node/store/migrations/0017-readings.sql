-- Every reading of parts with personal data: who, in which body, for which purpose, of which act, which parts, when.
create table readings (
  log      smallint not null,
  n        bigint generated always as identity,
  at       timestamptz not null,
  official text not null,
  body     text not null,
  purpose  text not null,
  act      text not null,
  of_log   smallint not null,
  idx      bigint not null,
  parts    text not null,
  primary key (log, n)
);
