-- What the newest cosignature over a log is: by it an answer is known again without being made.
create index cosignatures_at on cosignatures (log, at, size);
