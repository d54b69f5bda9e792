-- A file of the bank is known again by its bytes.
create index statement_digest on banking.statement (organisation_id, digest);
