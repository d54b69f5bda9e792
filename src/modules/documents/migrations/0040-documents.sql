-- Documents: what arrived, its pages and fields, the file plan and the intake rules.

create schema documents;
grant usage on schema documents to kontor_app;

-- The file plan: where papers are filed and how long they are kept.
create table documents.class_code (
  organisation_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$'),
  name text not null check (length(name) between 1 and 120),
  -- NULL: kept for good
  retention_years smallint check (retention_years between 0 and 200),
  retention_from text not null check (retention_from in ('year-end', 'document-day', 'validity-end')),
  class smallint not null default 1 check (class between 0 and 3),
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint class_code_once unique (organisation_id, code)
);
call kernel.guard('documents.class_code');

-- What confirming a kind of document does. One row a kind.
create table documents.intake_rule (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  makes_task boolean not null,
  -- own wording; NULL is the standard one in the office's language
  title text check (length(title) between 1 and 200),
  owner_id uuid,
  role text,
  days_before_due smallint check (days_before_due between 0 and 400),
  days_after_arrival smallint check (days_after_arrival between 0 and 400),
  urgency text not null default 'normal' check (urgency in ('low', 'normal', 'high', 'urgent')),
  if_late text not null default 'nothing' check (if_late in ('nothing', 'holds-others', 'breaks-promise', 'costs-money', 'breaks-rule')),
  effort_minutes integer not null default 5 check (effort_minutes between 0 and 10000),
  class_code_id uuid,
  class smallint check (class between 0 and 3),
  proposes_discard boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record (organisation_id, id),
  foreign key (organisation_id, class_code_id) references documents.class_code (organisation_id, id),
  unique (organisation_id, kind),
  check (owner_id is null or role is null),
  check (not (makes_task and proposes_discard))
);
call kernel.guard('documents.intake_rule');

create table documents.document (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  -- of the original: the same bytes have the same digest
  digest bytea not null check (length(digest) = 32),
  name text not null check (length(name) between 1 and 300),
  media_kind text,
  media_type text,
  state text not null check (state in ('arrived', 'to-confirm', 'needs-help', 'confirmed', 'set-aside', 'discarded')),
  -- the state it returns to from set-aside or discarded
  state_before text check (state_before in ('arrived', 'to-confirm', 'needs-help', 'set-aside')),
  received_at timestamptz not null,
  arrived_by text not null check (arrived_by in ('upload', 'folder', 'mail', 'api', 'cli', 'part', 'scan')),
  arrived_from text,
  parent_id uuid,
  depth smallint not null default 0 check (depth between 0 and 8),

  kind text not null default 'other',
  sender_id uuid,
  sender_name text,
  addressee text,
  number text,
  subject text,
  issued_on date,
  due_on date,
  period_from date,
  period_to date,
  valid_until date,
  currency text check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint,
  vat_minor bigint,
  total_minor bigint,
  iban text,
  account text,
  reference text,
  order_number text,

  page_count integer check (page_count >= 0),
  language text,
  text text not null default '',
  -- the reading that is awaited; NULL when none is
  reading_id uuid,
  read_at timestamptz,
  read_error text,
  read_error_data jsonb,
  warnings jsonb not null default '[]',
  -- everything that its kind needs is there and sure
  sure boolean not null default false,
  doubts smallint not null default 0,

  duplicate_of uuid,
  duplicate_by text check (duplicate_by in ('bytes', 'content', 'number')),
  -- a person has said that it is one of its own
  duplicate_settled boolean not null default false,

  class_code_id uuid,
  keep_until date,
  paper_place text check (length(paper_place) between 1 and 200),
  may_shred boolean not null default false,
  set_aside_until date,
  confirmed_at timestamptz,
  confirmed_by uuid,
  -- key of the task that confirming asked for
  task_key text,

  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file (organisation_id, id),
  foreign key (organisation_id, parent_id) references documents.document (organisation_id, id) on delete cascade,
  foreign key (organisation_id, duplicate_of) references documents.document (organisation_id, id) on delete set null (duplicate_of),
  foreign key (organisation_id, sender_id) references kernel.record (organisation_id, id),
  foreign key (organisation_id, class_code_id) references documents.class_code (organisation_id, id),
  check ((parent_id is null) = (depth = 0)),
  check (duplicate_of is distinct from id),
  check (duplicate_of is null or duplicate_by is not null),
  check ((net_minor is null and vat_minor is null and total_minor is null) or currency is not null),
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((state in ('set-aside', 'discarded')) = (state_before is not null)),
  check (not (sure and doubts > 0))
);
create index document_state on documents.document (organisation_id, state, received_at, id);
create index document_received on documents.document (organisation_id, received_at desc, id);
create index document_digest on documents.document (organisation_id, digest);
create index document_sender on documents.document (organisation_id, sender_id, number);
create index document_parent on documents.document (organisation_id, parent_id);
create index document_class on documents.document (organisation_id, class_code_id);
create index document_due on documents.document (organisation_id, due_on) where due_on is not null;
call kernel.guard('documents.document');

create table documents.page (
  organisation_id uuid not null,
  document_id uuid not null,
  number integer not null check (number > 0),
  -- points of the upright page
  width real not null,
  height real not null,
  turn smallint not null check (turn in (0, 90, 180, 270)),
  skew real not null,
  source text not null check (source in ('text-layer', 'ocr', 'flow')),
  -- lines of words with their places, deflated; see reading-pack.ts
  words bytea not null,
  primary key (organisation_id, document_id, number),
  foreign key (organisation_id, document_id) references documents.document on delete cascade
);
call kernel.guard('documents.page');

-- What was read, with where it stood and how sure it is; one row a field.
create table documents.field (
  organisation_id uuid not null,
  document_id uuid not null,
  name text not null,
  value text not null,
  page integer,
  box real[] check (cardinality(box) = 4),
  confidence real not null check (confidence between 0 and 1),
  sure boolean not null,
  reasons text[] not null default '{}',
  alternatives jsonb not null default '[]',
  -- a person gave the value; what a machine had read stands in corrected_from, if it had read anything
  corrected boolean not null default false,
  corrected_from text,
  primary key (organisation_id, document_id, name),
  foreign key (organisation_id, document_id) references documents.document on delete cascade,
  check (corrected or corrected_from is null)
);
call kernel.guard('documents.field');

-- Hashes that texts alike share: candidates for duplicates are found by equality, never by comparing all with all.
create table documents.band (
  organisation_id uuid not null,
  band bigint not null,
  document_id uuid not null,
  primary key (organisation_id, band, document_id),
  foreign key (organisation_id, document_id) references documents.document on delete cascade
);
create index band_document on documents.band (organisation_id, document_id);
call kernel.guard('documents.band');
