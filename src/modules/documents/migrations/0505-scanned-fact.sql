-- Published: papers as a post book takes them over: how they came, from whom, what they are about.
create view documents.scanned_fact with (security_invoker = true) as
  select organisation_id, id as document_id, name, subject, sender_id, sender_name, arrived_by, arrived_from, received_at, page_count, state
  from documents.document;
grant select on documents.scanned_fact to kontor_app;
