-- Assessments that organisations of neither side have offered at the public window, until a side passes them on.
create table offered (
  log          smallint not null,
  id           text not null,
  statement    text not null,
  organisation text not null,
  -- For questions of the moderators alone: never shown, never part of an act.
  contact      text not null,
  sources      text not null,
  words        text not null,
  language     text not null,
  completion   text not null,
  at           timestamptz not null,
  -- 'waiting', or 'set-aside' with the reason, by whom and when.
  state        text not null,
  why          text,
  by           text,
  settled_at   timestamptz,
  primary key (log, id)
);
create index offered_waiting on offered (log, at) where state = 'waiting';

-- The one thing that the role of the public window may write, and all it learns is whether there was room.
create function public_window.offer(
  id text, statement text, organisation text, contact text, sources text, words text, language text,
  completion text, at timestamptz
) returns boolean language sql security definer set search_path from current as $$
  with put as (
    insert into offered (log, id, statement, organisation, contact, sources, words, language, completion, at, state)
    select 0, $1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting'
    where (select count(*) from offered where log = 0 and state = 'waiting') < 1000
      and length($1) <= 40 and length($2) <= 20 and length($3) <= 200 and length($4) <= 200 and length($5) <= 2100
      and length($6) <= 2000 and length($7) <= 2 and length($8) <= 20
    returning 1
  )
  select exists (select 1 from put)
$$;
revoke all on function public_window.offer(text, text, text, text, text, text, text, text, timestamptz) from public;
