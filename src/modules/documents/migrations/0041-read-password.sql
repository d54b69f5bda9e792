-- Operational, outside the journal: the password of a locked original, for the one reading that was asked for with it.
-- It goes with the reading, and counts for ten minutes at most.
create table documents.read_password (
  organisation_id uuid not null,
  document_id uuid not null,
  password text not null check (length(password) between 1 and 200),
  expires_at timestamptz not null,
  primary key (organisation_id, document_id),
  foreign key (organisation_id, document_id) references documents.document on delete cascade
);
call kernel.guard('documents.read_password');
