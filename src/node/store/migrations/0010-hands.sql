-- Whose hands wrote and approved: the person beside the office, for a person may hold several and is one hand. What was
-- written before is of persons with one office each, whose id it then is.
alter table drafts add column person text;
update drafts set person = written_by;
alter table approvals add column person text;
update approvals set person = official;
create unique index approvals_of_person on approvals (log, draft, person);
