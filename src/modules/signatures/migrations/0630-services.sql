-- Services for e-signatures: one for an office, to which a document is sent as a whole; what is secret of it is sealed elsewhere.

create table signatures.service (
  organisation_id uuid not null,
  wire text not null check (wire = any (array['scrive'])),
  address text not null check (length(address) between 8 and 300),
  secret_id uuid not null,
  connected_at timestamptz not null,
  connected_by uuid not null,
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('signatures.service');

alter table signatures.signing
  add column service text check (service = any (array['scrive'])),
  add column service_state text check (service_state in ('sending', 'pending', 'signed', 'declined', 'expired', 'cancelled', 'failed')),
  -- what the service calls it: kept before anybody is asked by it
  add column service_id text check (length(service_id) between 1 and 200),
  add column service_said text check (length(service_said) between 1 and 300),
  add constraint signing_service check ((service is null) = (service_state is null)),
  add constraint signing_service_id check (service_id is null or service is not null);
create index signing_at_service on signatures.signing (organisation_id, id) where service is not null;

alter table signatures.signer drop constraint signer_way_check;
alter table signatures.signer add constraint signer_way_check check (way in ('screen', 'link', 'paper', 'service'));
alter table signatures.signer drop constraint signer_proof_check;
alter table signatures.signer add constraint signer_proof_check
  check (proof in ('sign-in', 'link', 'link-sms', 'link-mail', 'paper', 'service'));
alter table signatures.signer drop constraint signer_check1;
alter table signatures.signer add constraint signer_outside
  check (way not in ('link', 'service') or (email is not null and person_id is null));
alter table signatures.signer drop constraint signer_check5;
alter table signatures.signer add constraint signer_mark
  check (state <> 'signed' or way in ('paper', 'service') or (strokes is null) <> (typed is null));
