-- What is said to all, asked of some and decided by somebody: texts by language, readers, answers.

create schema announcements;
grant usage on schema announcements to kontor_app;

create table announcements.announcement (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('announcement', 'request', 'decision')),
  state text not null check (state in ('draft', 'checking', 'returned', 'published', 'closed', 'discarded')),
  author_id uuid not null,
  to_everybody boolean not null,
  to_people uuid[] not null default '{}' check (cardinality(to_people) <= 500),
  to_roles uuid[] not null default '{}' check (cardinality(to_roles) <= 50),
  -- the language of the main text
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  pinned_until date,
  answer_by date,
  decided_by text check (length(decided_by) between 1 and 200),
  applies_from date,
  replaces_id uuid,
  checker_id uuid,
  -- what the second reader asked
  check_note text check (length(check_note) between 1 and 2000),
  -- 0 until it is published, then one more with each correction
  edition integer not null default 0 check (edition >= 0),
  reminders integer not null default 0 check (reminders between 0 and 99),
  published_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, author_id) references kernel.record,
  foreign key (organisation_id, checker_id) references kernel.record,
  foreign key (organisation_id, replaces_id) references announcements.announcement,
  check (checker_id is distinct from author_id),
  check (replaces_id is distinct from id),
  check (state <> 'checking' or checker_id is not null),
  check ((published_at is not null) = (state in ('published', 'closed'))),
  check ((edition > 0) = (published_at is not null)),
  check ((closed_at is not null) = (state = 'closed')),
  check (answer_by is null or kind = 'request'),
  check (kind = 'decision' or (decided_by is null and applies_from is null and replaces_id is null))
);
create index announcement_published on announcements.announcement (organisation_id, published_at desc) where published_at is not null;
call kernel.guard('announcements.announcement');

create table announcements.wording (
  organisation_id uuid not null,
  announcement_id uuid not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  -- the questions in this language, in their order; those missing are shown as they were written first
  questions text[] not null default '{}' check (cardinality(questions) <= 30),
  primary key (organisation_id, announcement_id, language),
  foreign key (organisation_id, announcement_id) references announcements.announcement on delete cascade
);
call kernel.guard('announcements.wording');

-- What was published, as it was: the first edition and every correction.
create table announcements.edition (
  organisation_id uuid not null,
  announcement_id uuid not null,
  number integer not null check (number > 0),
  wordings jsonb not null,
  -- what readers of the edition before are told
  changed text check (length(changed) between 1 and 1000),
  made_at timestamptz not null,
  made_by_id uuid not null,
  primary key (organisation_id, announcement_id, number),
  foreign key (organisation_id, announcement_id) references announcements.announcement on delete cascade,
  check ((number = 1) = (changed is null))
);
call kernel.guard('announcements.edition', 'select, insert');

create table announcements.question (
  organisation_id uuid not null,
  announcement_id uuid not null,
  position integer not null check (position between 1 and 30),
  question text not null check (length(question) between 1 and 300),
  answer_kind text not null check (answer_kind in ('yes-no', 'choice', 'text', 'number', 'date')),
  options text[] not null default '{}' check (cardinality(options) <= 20),
  is_optional boolean not null default false,
  primary key (organisation_id, announcement_id, position),
  foreign key (organisation_id, announcement_id) references announcements.announcement on delete cascade,
  check ((answer_kind = 'choice') = (cardinality(options) >= 2))
);
call kernel.guard('announcements.question');

-- Whom it was for when it was published, and whoever has opened it since.
create table announcements.reader (
  organisation_id uuid not null,
  announcement_id uuid not null,
  person_id uuid not null,
  -- the edition last opened
  edition integer check (edition > 0),
  opened_at timestamptz,
  read_at timestamptz,
  answered_at timestamptz,
  -- how often reminded: part of the key of the task
  reminders integer not null default 0 check (reminders >= 0),
  primary key (organisation_id, announcement_id, person_id),
  foreign key (organisation_id, announcement_id) references announcements.announcement on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  check ((edition is null) = (opened_at is null)),
  check (read_at is null or opened_at is not null)
);
create index reader_person on announcements.reader (organisation_id, person_id);
call kernel.guard('announcements.reader');

create table announcements.answer (
  organisation_id uuid not null,
  announcement_id uuid not null,
  person_id uuid not null,
  position integer not null,
  value text not null check (length(value) between 1 and 2000),
  primary key (organisation_id, announcement_id, person_id, position),
  foreign key (organisation_id, announcement_id, person_id) references announcements.reader on delete cascade,
  foreign key (organisation_id, announcement_id, position) references announcements.question on delete cascade
);
call kernel.guard('announcements.answer');
