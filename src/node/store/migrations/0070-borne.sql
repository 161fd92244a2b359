-- The label that what was given bears by now, beside that of its header: under which entries stand, by the act of which
-- they speak. Disposable: servanda rebuild makes it again from the acts that changed a label.
create table borne (
  log    smallint not null,
  idx    bigint not null,
  item   text not null,
  marked text not null,
  primary key (log, idx, item)
);
create index borne_item on borne (item);

-- Rows of what was relabelled before this was kept: the node folds everything again at its next start.
update rows set markings = null where log = 0 and register = 'items' and state like '%"relabelled":[{%';
