-- Published: papers as they may be signed or come back signed: which bytes, how many pages, which label they bear.
create view documents.signable_fact with (security_invoker = true) as
  select d.organisation_id, d.id as document_id, d.state, d.media_kind, d.page_count, d.archive_number, d.arrived_by,
    coalesce(u.digest, d.digest) as digest, d.digest as file_digest, d.sender_id, d.name
  from documents.document d
  left join kernel.file u on u.organisation_id = d.organisation_id and u.id = d.unlocked_file_id;
grant select on documents.signable_fact to kontor_app;
