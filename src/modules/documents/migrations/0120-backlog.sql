-- Old files taken in as they lie: a folder or a ZIP, its folders mapped to classes of the file plan once, its files filed at once.
alter table documents.document drop constraint document_arrived_by_check;
alter table documents.document add constraint document_arrived_by_check
  check (arrived_by in ('upload', 'folder', 'mail', 'api', 'cli', 'part', 'scan', 'backlog'));

create table documents.backlog (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  state text not null check (state in ('looking', 'proposed', 'running', 'stopped', 'finished', 'failed')),
  -- where the files lie: a stored ZIP, or a folder or ZIP of the machine that its operator named
  file_id uuid,
  folder text,
  -- the run that is awaited: a job that was stopped writes nothing more
  run_id uuid,
  class smallint not null check (class between 0 and 3),
  begun_by uuid not null,
  begun_at timestamptz not null,
  accepted_by uuid,
  running_since timestamptz,
  ended_at timestamptz,
  problem text,
  files integer not null default 0 check (files >= 0),
  bytes bigint not null default 0 check (bytes >= 0),
  -- files that were dealt with, and among them those that were there already or could not be opened
  done integer not null default 0 check (done >= 0),
  same integer not null default 0 check (same >= 0),
  left_out integer not null default 0 check (left_out >= 0),
  -- documents that came of them, with what lay inside mails and archives, and those no machine could read
  documents integer not null default 0 check (documents >= 0),
  unreadable integer not null default 0 check (unreadable >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file (organisation_id, id),
  check ((file_id is null) <> (folder is null)),
  check ((state in ('finished', 'failed')) = (ended_at is not null)),
  check ((state = 'failed') = (problem is not null)),
  check (state not in ('running', 'finished') or accepted_by is not null)
);
call kernel.guard('documents.backlog');

create table documents.backlog_folder (
  organisation_id uuid not null,
  backlog_id uuid not null,
  -- '' is the top, else names parted by slashes
  path text not null check (length(path) <= 1000),
  files integer not null check (files >= 0),
  -- what it is to become: a class that there is, a new one, or nothing at all
  left_out boolean not null default false,
  class_code_id uuid,
  new_code text check (new_code ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$'),
  new_name text check (length(new_name) between 1 and 120),
  primary key (organisation_id, backlog_id, path),
  foreign key (organisation_id, backlog_id) references documents.backlog on delete cascade,
  foreign key (organisation_id, class_code_id) references documents.class_code (organisation_id, id),
  check ((new_code is null) = (new_name is null)),
  check (class_code_id is null or new_code is null),
  check (not left_out or (class_code_id is null and new_code is null))
);
call kernel.guard('documents.backlog_folder');

-- Each file that was dealt with, once: what a killed run goes on from.
create table documents.backlog_file (
  organisation_id uuid not null,
  backlog_id uuid not null,
  path text not null check (length(path) between 1 and 1200),
  -- the document it became, or the one that has the same bytes
  document_id uuid,
  outcome text not null check (outcome in ('taken', 'same', 'left-out')),
  reason text,
  primary key (organisation_id, backlog_id, path),
  foreign key (organisation_id, backlog_id) references documents.backlog on delete cascade,
  foreign key (organisation_id, document_id) references documents.document (organisation_id, id) on delete cascade,
  check ((outcome = 'left-out') = (document_id is null)),
  check ((outcome = 'left-out') = (reason is not null))
);
create index backlog_file_document on documents.backlog_file (organisation_id, document_id);
call kernel.guard('documents.backlog_file');
