-- Whether a notice says no more than that something is due: then the duty it is of is not told with it either.
alter table notices add column withheld boolean not null default false;
