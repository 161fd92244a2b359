-- Sizes of the own log that a bundle has carried out on a medium, and what the counterpart has answered to them.
create table carried (
  log      smallint not null,
  size     bigint not null,
  at       timestamptz not null,
  -- Whether an answer was never expected: a line that leads one way.
  one_way  boolean not null,
  -- How many entries it said it holds whole, and the first whose parts it lacks; null until it has answered.
  held     bigint,
  next     bigint,
  answered timestamptz,
  primary key (log, size)
);
