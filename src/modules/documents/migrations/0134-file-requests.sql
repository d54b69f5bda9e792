-- Files asked of people outside: what, from whom, until when, and what has come. Its link is written again from its id.

create table documents.file_request (
  organisation_id uuid not null,
  id uuid not null,
  asked_of text not null check (length(asked_of) between 1 and 200),
  party_id uuid,
  email text check (length(email) between 3 and 254),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  letter text not null default '' check (length(letter) <= 4000),
  due_on date not null,
  matter_id uuid,
  asked_at timestamptz not null,
  asked_by uuid not null,
  -- how often it has been asked: the first time, and each time it was given another day
  round smallint not null default 1 check (round between 1 and 1000),
  mail text not null check (mail in ('none', 'sending', 'sent', 'failed', 'no-door')),
  mail_error text check (length(mail_error) <= 500),
  -- what they said when they were done
  reply text not null default '' check (length(reply) <= 2000),
  replied_at timestamptz,
  closed_as text check (closed_as in ('complete', 'withdrawn')),
  closed_at timestamptz,
  closed_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, matter_id) references kernel.record,
  check (num_nonnulls(closed_as, closed_at, closed_by) in (0, 3)),
  check ((mail = 'failed') = (mail_error is not null)),
  check (mail = 'none' or email is not null)
);
create index file_request_open on documents.file_request (organisation_id, due_on) where closed_at is null;
call kernel.guard('documents.file_request', 'select, insert, update');

create table documents.file_request_item (
  organisation_id uuid not null,
  request_id uuid not null,
  position smallint not null check (position between 1 and 50),
  label text not null check (length(label) between 1 and 300),
  -- it came, or somebody said that it is not needed any more
  ticked_at timestamptz,
  primary key (organisation_id, request_id, position),
  foreign key (organisation_id, request_id) references documents.file_request on delete cascade
);
call kernel.guard('documents.file_request_item', 'select, insert, update');

create table documents.file_request_file (
  organisation_id uuid not null,
  request_id uuid not null,
  document_id uuid not null,
  -- for which line; NULL: for none of them by name
  position smallint,
  name text not null check (length(name) between 1 and 300),
  size_bytes bigint not null check (size_bytes >= 0),
  came_at timestamptz not null,
  primary key (organisation_id, request_id, document_id),
  foreign key (organisation_id, request_id) references documents.file_request on delete cascade,
  foreign key (organisation_id, request_id, position) references documents.file_request_item,
  foreign key (organisation_id, document_id) references kernel.record
);
create index file_request_document on documents.file_request_file (organisation_id, document_id);
call kernel.guard('documents.file_request_file', 'select, insert, update');

-- What was destroyed leaves no name behind.
create function documents.requested_file_forgotten() returns trigger language plpgsql as $$
begin
  update documents.file_request_file set name = new.title where organisation_id = new.organisation_id and document_id = new.id;
  return null;
end $$;
create trigger requested_file_forgotten after update of kind on kernel.record
  for each row when (new.kind = 'destroyed-document' and old.kind = 'document') execute function documents.requested_file_forgotten();
