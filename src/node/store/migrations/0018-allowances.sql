-- What the counterpart may still cause here: a bucket a name, refilled with time, so that no flood fills the disk.
create table allowances (
  log   smallint not null,
  name  text not null,
  -- What is left as of `at`; below nothing where one piece was larger than all that may ever be left.
  spare double precision not null,
  at    timestamptz not null,
  primary key (log, name)
);
