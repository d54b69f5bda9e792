-- Pages of a paper: turned, left out, put in another order; one paper split into several, several joined into one.

alter table documents.document
  -- what a person laid down: {"kept": [[page, turned], …], "left": [page, …]} by the pages of the file; NULL: as it was found
  add column page_plan jsonb,
  -- split or joined: its pages stand in other papers, which are what is worked with
  drop constraint document_state_check,
  add constraint document_state_check
    check (state in ('arrived', 'to-confirm', 'needs-help', 'confirmed', 'set-aside', 'discarded', 'replaced')),
  drop constraint document_check5,
  add constraint document_state_returns check ((state in ('set-aside', 'discarded', 'replaced')) = (state_before is not null)),
  drop constraint document_duplicate_by_check,
  add constraint document_duplicate_by_check check (duplicate_by in ('bytes', 'content', 'number', 'label'));

alter table documents.page
  -- its page in the file; NULL: the same number
  add column origin integer check (origin > 0),
  -- degrees of turn that a person added
  add column turned smallint not null default 0 check (turned in (0, 90, 180, 270)),
  -- nothing was found on it
  add column blank boolean not null default false;

-- Pages that are there and not shown: blank backs, and what a person left out.
create table documents.left_page (
  organisation_id uuid not null,
  document_id uuid not null,
  origin integer not null check (origin > 0),
  width real not null,
  height real not null,
  turn smallint not null check (turn in (0, 90, 180, 270)),
  turned smallint not null default 0 check (turned in (0, 90, 180, 270)),
  skew real not null,
  source text not null check (source in ('text-layer', 'ocr', 'flow')),
  words bytea not null,
  text text not null,
  blank boolean not null,
  primary key (organisation_id, document_id, origin),
  foreign key (organisation_id, document_id) references documents.document on delete cascade
);
call kernel.guard('documents.left_page');

-- Which paper went into which: one into its parts, several into a whole.
create table documents.replacement (
  organisation_id uuid not null,
  old_id uuid not null,
  new_id uuid not null,
  -- of the old ones in a whole, of the parts in an old one
  position integer not null check (position > 0),
  -- pages of the old paper, as they were numbered when it was done
  pages integer[] not null,
  -- the old one came of splitting or joining, and was put back into the new one
  back boolean not null default false,
  primary key (organisation_id, old_id, new_id),
  foreign key (organisation_id, old_id) references documents.document (organisation_id, id) on delete cascade,
  foreign key (organisation_id, new_id) references documents.document (organisation_id, id) on delete cascade,
  check (old_id <> new_id)
);
create index replacement_new on documents.replacement (organisation_id, new_id);
call kernel.guard('documents.replacement');

-- Codes that this office prints on its own papers: separator sheets, and the labels of its archive numbers. A code that does
-- not stand here is a stranger's, and means nothing.
create table documents.mark (
  organisation_id uuid not null,
  token text not null check (token ~ '^[0-9A-Z]{8,12}$'),
  kind text not null check (kind in ('separator', 'label')),
  -- what follows this separator is filed there
  class_code_id uuid,
  matter_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, token),
  foreign key (organisation_id, class_code_id) references documents.class_code (organisation_id, id),
  foreign key (organisation_id, matter_id) references kernel.record (organisation_id, id),
  check (kind = 'separator' or (class_code_id is null and matter_id is null))
);
create unique index mark_once on documents.mark (organisation_id, kind, class_code_id, matter_id) nulls not distinct;
call kernel.guard('documents.mark');

-- Sheets of labels that were made: a series without gaps.
create table documents.label_run (
  organisation_id uuid not null,
  id uuid not null,
  first_number integer not null check (first_number > 0),
  last_number integer not null check (last_number >= first_number),
  format text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, first_number)
);
call kernel.guard('documents.label_run', 'select, insert');

-- The number on a paper's label; a number stands on one paper.
alter table documents.document add column archive_number integer check (archive_number > 0);
create unique index document_archive_number on documents.document (organisation_id, archive_number) where archive_number is not null;

-- What was replaced says nothing of its own any more.
create or replace view documents.amount_fact with (security_invoker = true) as
  select organisation_id, id as document_id, kind, state, total_minor, currency, due_on, issued_on
  from documents.document where total_minor is not null and currency is not null and state not in ('discarded', 'replaced');
