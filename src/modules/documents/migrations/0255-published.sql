-- Published: what came in as a file that may be a mail.
create view documents.mail_fact with (security_invoker = true) as
  select organisation_id, id as document_id, digest, name, arrived_by, state from documents.document;
grant select on documents.mail_fact to kontor_app;

-- Published: where a paper's bytes lie.
create view documents.paper_fact with (security_invoker = true) as
  select d.organisation_id, d.id as document_id, d.name, f.media_type, f.digest, f.size_bytes
  from documents.document d join kernel.file f on f.organisation_id = d.organisation_id and f.id = d.file_id;
grant select on documents.paper_fact to kontor_app;
