-- Published by documents: what confirmed papers of the kind permit say.

create view documents.permit_fact with (security_invoker = true) as
  select organisation_id, id as document_id, sender_id, issued_on, valid_until, number
  from documents.document where kind = 'permit' and state = 'confirmed';
grant select on documents.permit_fact to kontor_app;
