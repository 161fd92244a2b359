-- The words by which acts are found. Disposable: servanda rebuild makes them again from entries and parts.
create table found (
  log   smallint not null,
  idx   bigint not null,
  words tsvector not null,
  primary key (log, idx)
);
create index found_words on found using gin (words);

-- How far each log has been gone over for it.
create table finding (
  log smallint primary key,
  idx bigint not null
);
