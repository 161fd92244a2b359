-- What was said under a provision, with the marking of its entry: counting what a viewer may see asks no entry.

alter table spoken_under add column marking text;
update spoken_under s set marking = e.marking from entries e
  where s.log in (0, 1) and e.log = s.log and e.idx = s.idx;
create index spoken_under_marking on spoken_under (log, provision, marking, idx);

create or replace view public_window.spoken_under as
  select s.* from spoken_under s join published p on p.log = 0 and p.marking = s.marking;
