-- What makes acts findable now names the stretch of its log too, so that the newest are looked through first: the words
-- of all acts are made again from the record.

delete from found;
update finding set idx = 0;
-- Written where it belongs at once: a list of what waits would be gone through by every search.
alter index found_words set (fastupdate = off);
