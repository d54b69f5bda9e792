-- The records of a line, found from the line: `kontor verify` walks all of them, the journal's pages read them by line.
create index journal_record_line on kernel.journal_record (organisation_id, seq);
