-- How far the inspection of each log has come in the background: it goes on from there after a restart.
create table inspections (
  log      smallint primary key,
  -- The edge of the entries looked at so far: its size is the position.
  edge     bytea not null,
  -- When the last round over the whole log ended; null before the first has.
  rounded  timestamptz
);

-- What an inspection found: damaged here, and where nothing is said of its healing, still so.
create table damages (
  log      smallint not null,
  what     text not null,
  idx      bigint not null,
  name     text not null,
  found    timestamptz not null,
  healed   timestamptz,
  primary key (log, what, idx, name)
);
