-- The check before sending: what was sent over a doubt, and what somebody else's memo waits for before it is printed or handed out.
create schema proofing;
grant usage on schema proofing to kontor_app;

create table proofing.outgoing_check (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('sent', 'held', 'asked', 'corrected', 'released', 'withdrawn')),
  purpose text not null check (purpose in ('mail', 'letter', 'announcement', 'invitation', 'advice', 'memo')),
  -- what left over the doubt
  about_id uuid,
  -- rule, severity, words and reason of each
  findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
  author_id uuid,
  -- who was handed it, and answers for what leaves
  holder_id uuid not null,
  wish text check (wish in ('print', 'distribute')),
  document_id uuid,
  memo text not null default '' check (length(memo) <= 200000),
  question text check (length(question) between 1 and 4000),
  answer text check (length(answer) between 1 and 4000),
  decided_by_id uuid,
  decided_at timestamptz,
  -- what the last step changed, so that it can be taken back
  prior jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, about_id) references kernel.record,
  foreign key (organisation_id, author_id) references kernel.record,
  foreign key (organisation_id, holder_id) references kernel.record,
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, decided_by_id) references kernel.record,
  check (state = 'sent' or (author_id is not null and wish is not null)),
  check (state <> 'asked' or question is not null),
  check ((decided_at is not null) = (state in ('sent', 'released', 'withdrawn')))
);
create index outgoing_check_waiting on proofing.outgoing_check (organisation_id, id) where state in ('held', 'asked', 'corrected');
call kernel.guard('proofing.outgoing_check');

-- Words of the office's own that are spelled right; null is every language.
create table proofing.word (
  organisation_id uuid not null,
  id uuid not null,
  word text not null check (length(word) between 2 and 60),
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  added_by_id uuid not null,
  primary key (organisation_id, id),
  constraint word_once unique nulls not distinct (organisation_id, word, language),
  foreign key (organisation_id) references kernel.organisation,
  foreign key (organisation_id, added_by_id) references kernel.record
);
call kernel.guard('proofing.word');
