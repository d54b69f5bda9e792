-- Published: what a paper is of and over how much, for modules that sum what is bound together; who may see it is for kernel.record to say.
create view documents.amount_fact with (security_invoker = true) as
  select organisation_id, id as document_id, kind, state, total_minor, currency, due_on, issued_on
  from documents.document where total_minor is not null and currency is not null and state not in ('discarded');
grant select on documents.amount_fact to kontor_app;
