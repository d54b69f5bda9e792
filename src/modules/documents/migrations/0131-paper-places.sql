-- Where the paper original lies, from when it may be shredded, and that it was.
alter table documents.document
  add column shred_from date,
  add column shredded_at timestamptz,
  add column shredded_by uuid,
  add check ((shredded_at is null) = (shredded_by is null));
create index document_place on documents.document (organisation_id, paper_place) where paper_place is not null;
