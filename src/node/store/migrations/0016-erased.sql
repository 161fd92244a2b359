-- Acts whose parts this node has erased, all but the body: why, how many, when; whether its own act says so yet, and
-- whether the files of the database hold nothing of them any more.
create table erased (
  log      smallint not null,
  idx      bigint not null,
  act      text not null,
  because  text not null,
  parts    integer not null,
  at       timestamptz not null,
  told     boolean not null,
  scrubbed boolean not null,
  primary key (log, idx)
);
create index erased_act on erased (act);

-- What a planner samples it keeps in its own tables, where no erasure would look for it.
alter table parts alter column bytes set statistics 0;
alter table parts alter column salt set statistics 0;
alter table drafts alter column parts set statistics 0;
alter table drafts alter column typed set statistics 0;
alter table sheets alter column parts set statistics 0;
