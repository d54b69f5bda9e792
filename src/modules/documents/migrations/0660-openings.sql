-- Papers that somebody has open in a program of their own, by an address that opens one paper for one person for a day.
create table documents.opening (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  principal_id uuid not null,
  until_at timestamptz not null,
  -- the version that was fetched last, or saved
  based_on integer not null check (based_on > 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references documents.document on delete cascade
);
create index opening_document on documents.opening (organisation_id, document_id);
call kernel.guard('documents.opening');

-- What a program holds at such an address is held like everything else that somebody edits.
alter table documents.edit_lock add column opening_id uuid;
alter table documents.edit_lock add foreign key (organisation_id, opening_id) references documents.opening on delete cascade;
create unique index edit_lock_opening on documents.edit_lock (organisation_id, opening_id);

-- saved from what was not the newest any more: kept beside the others, and not what the paper says
alter table documents.version add column aside boolean not null default false;
