-- What the public may read: under which markings, and a schema of views over what stands under those alone.

-- Markings that the one check (src/agreement/sight.ts) gives to the public.
create table published (
  log     smallint not null,
  marking text not null,
  primary key (log, marking)
);

-- The views bear the names of the tables, so that one reader reads either. They read with their owner's rights: the
-- role of the public window has rights on them and on nothing beneath.
create schema public_window;

create view public_window.entries as
  select e.* from entries e join published p on p.log = 0 and p.marking = e.marking;

create view public_window.parts as
  select t.* from parts t join entries e on e.log = t.log and e.idx = t.idx
  join published p on p.log = 0 and p.marking = e.marking;

create view public_window.spoken_under as
  select s.* from spoken_under s join entries e on e.log = s.log and e.idx = s.idx
  join published p on p.log = 0 and p.marking = e.marking;

create view public_window.referring as
  select r.* from referring r join entries e on e.log = r.log and e.idx = r.idx
  join published p on p.log = 0 and p.marking = e.marking;

create view public_window.subjects as
  select s.* from subjects s join entries e on e.log = s.log and e.idx = s.idx
  join published p on p.log = 0 and p.marking = e.marking;

-- A state is public where everything folded into it is: of the others the window folds what is public of them.
create view public_window.rows as
  select r.* from rows r where r.markings <@ (select array_agg(p.marking) from published p where p.log = 0);

-- What proofs are made of: hashes and signed heads, of which none tells what an entry says. None of it is served.
create view public_window.logs as select * from logs;
create view public_window.tiles as select * from tiles;
create view public_window.checkpoints as select * from checkpoints;
create view public_window.cosignatures as select * from cosignatures;

-- Whether both records agree, without the digests themselves.
create view public_window.comparison as
  select own, other, at, digest = theirs as agrees from digests
  where log = 0 and theirs is not null order by own + other desc, own desc limit 1;
