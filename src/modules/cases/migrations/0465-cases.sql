-- Questions, complaints and requests with the answer that was promised; the answers that grow from them.

create schema cases;
grant usage on schema cases to kontor_app;

-- The office's kinds. The three it begins with bear the same ids everywhere and are named by the catalogue.
create table cases.kind (
  organisation_id uuid not null,
  id uuid not null,
  sort text not null check (sort in ('question', 'complaint', 'request')),
  name text check (length(name) between 1 and 80),
  -- working minutes from its arrival to the answer; null: nothing is promised
  answer_minutes integer check (answer_minutes between 1 and 100000),
  -- so many working minutes before the promise breaks its owner is warned
  warn_minutes integer not null check (warn_minutes between 0 and 100000),
  stops_for_customer boolean not null,
  stops_inside boolean not null,
  -- who is told when the promise is broken; null: whoever leads
  escalate_to_id uuid,
  asks_verdict boolean not null,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation,
  foreign key (organisation_id, escalate_to_id) references kernel.record,
  constraint kind_named_once unique (organisation_id, name)
);
call kernel.guard('cases.kind');

create table cases.cause (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation,
  constraint cause_named_once unique (organisation_id, name)
);
call kernel.guard('cases.cause');

create table cases.case_file (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 1900 and 9999),
  -- gapless within a year
  serial bigint not null check (serial > 0),
  state text not null check (state in ('new', 'owned', 'waiting', 'answered', 'closed', 'dropped')),
  kind_id uuid not null,
  channel text not null check (channel in ('call', 'mail', 'post', 'counter', 'web', 'message', 'meeting', 'other')),
  party_id uuid,
  contact_name text check (length(contact_name) between 1 and 200),
  contact_email text check (length(contact_email) between 3 and 254),
  contact_phone text check (length(contact_phone) between 1 and 60),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  product text check (length(product) between 1 and 120),
  tone text not null default 'calm' check (tone in ('calm', 'upset', 'rude')),
  owner_id uuid,
  source_id uuid,
  received_at timestamptz not null,
  -- when the answer is promised; null while the clock is stopped, and where nothing is promised
  due_at timestamptz,
  warn_at timestamptz,
  -- working minutes that are left while the clock is stopped; negative where it was late by then
  left_minutes integer,
  waiting_for text check (waiting_for in ('customer', 'inside')),
  waiting_what text check (length(waiting_what) between 1 and 300),
  warned_at timestamptz,
  escalated_at timestamptz,
  cause_id uuid,
  responsible_id uuid,
  answered_at timestamptz,
  -- whether the answer came in time; null where none was promised or given
  kept boolean,
  closed_at timestamptz,
  reopened integer not null default 0 check (reopened >= 0),
  verdict text check (verdict in ('content', 'partly', 'not')),
  verdict_words text check (length(verdict_words) between 1 and 1000),
  verdict_at timestamptz,
  -- the earlier case that it repeats; whether a person has said so, or that it repeats none
  repeats_id uuid,
  repeat_settled boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, kind_id) references cases.kind,
  foreign key (organisation_id, cause_id) references cases.cause,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, source_id) references kernel.record,
  foreign key (organisation_id, responsible_id) references kernel.record,
  foreign key (organisation_id, repeats_id) references cases.case_file,
  constraint case_number_once unique (organisation_id, year, serial),
  check (repeats_id <> id),
  check ((state = 'waiting') = (waiting_for is not null)),
  check ((waiting_for is null) = (waiting_what is null)),
  check (left_minutes is null or due_at is null),
  check (state <> 'new' or owner_id is null),
  check (state not in ('owned', 'waiting') or owner_id is not null),
  check (state <> 'answered' or answered_at is not null),
  check ((state = 'closed') = (closed_at is not null)),
  check ((verdict is null) = (verdict_at is null))
);
create index case_open on cases.case_file (organisation_id, due_at) where state in ('new', 'owned', 'waiting');
create index case_party on cases.case_file (organisation_id, party_id) where party_id is not null;
create index case_received on cases.case_file (organisation_id, received_at);
call kernel.guard('cases.case_file');

-- What was said, by them and by us, and what one notes for the others.
create table cases.entry (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  what text not null check (what in ('said', 'note', 'answer')),
  body text not null check (length(body) between 1 and 20000),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  by_id uuid,
  at timestamptz not null,
  -- of an answer: whether it went by mail and what became of it; null where it was told or handed over
  mail text check (mail in ('waits', 'sent', 'failed', 'no-door')),
  mail_to text check (length(mail_to) between 3 and 254),
  mail_error text check (length(mail_error) between 1 and 500),
  apology boolean not null default false,
  asks_verdict boolean not null default false,
  primary key (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references cases.case_file on delete cascade,
  foreign key (organisation_id, by_id) references kernel.record,
  check (what = 'answer' or mail is null),
  check ((mail is null) = (mail_to is null))
);
call kernel.guard('cases.entry');

create table cases.remedy (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  way text not null check (way in ('refund', 'credit', 'discount', 'replacement', 'repair', 'gift', 'other')),
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  note text not null default '' check (length(note) <= 1000),
  given_by_id uuid,
  given_at timestamptz not null,
  primary key (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references cases.case_file on delete cascade,
  foreign key (organisation_id, given_by_id) references kernel.record,
  check ((amount_minor is null) = (currency is null))
);
call kernel.guard('cases.remedy');

-- A promise that was found in an entry: kept as a task, or passed over.
create table cases.found_promise (
  organisation_id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  -- where its words begin in the entry
  place integer not null check (place >= 0),
  task_id uuid,
  primary key (organisation_id, case_id, entry_id, place),
  foreign key (organisation_id, case_id, entry_id) references cases.entry on delete cascade,
  foreign key (organisation_id, task_id) references kernel.record
);
call kernel.guard('cases.found_promise');

create table cases.answer (
  organisation_id uuid not null,
  id uuid not null,
  tags text[] not null default '{}' check (cardinality(tags) <= 20),
  owner_id uuid,
  valid_until date,
  reviewed_on date not null,
  review_months integer not null check (review_months between 1 and 60),
  review_raised_at timestamptz,
  -- the case it grew from
  from_id uuid,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, from_id) references kernel.record
);
call kernel.guard('cases.answer');

create table cases.answer_text (
  organisation_id uuid not null,
  answer_id uuid not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  question text not null check (length(question) between 1 and 300),
  body text not null check (length(body) between 1 and 20000),
  primary key (organisation_id, answer_id, language),
  foreign key (organisation_id, answer_id) references cases.answer on delete cascade
);
call kernel.guard('cases.answer_text');

-- The words of an answer, stemmed in its language; those of the question and the tags weigh more. Equality only: under
-- row-level security that keeps its index.
create table cases.answer_word (
  organisation_id uuid not null,
  language text not null,
  word text not null,
  answer_id uuid not null,
  weight real not null check (weight > 0),
  primary key (organisation_id, language, word, answer_id),
  foreign key (organisation_id, answer_id, language) references cases.answer_text on delete cascade
);
create index answer_word_answer on cases.answer_word (organisation_id, answer_id, language);
call kernel.guard('cases.answer_word');

create table cases.answer_use (
  organisation_id uuid not null,
  answer_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, answer_id, case_id),
  foreign key (organisation_id, answer_id) references cases.answer on delete cascade,
  foreign key (organisation_id, case_id) references cases.case_file on delete cascade
);
create index answer_use_case on cases.answer_use (organisation_id, case_id);
call kernel.guard('cases.answer_use');
