-- The desk of a mailbox: saved answers, signatures, rules, noise, answers while away, who is writing the answer.

create table mail.saved_answer (
  organisation_id uuid not null,
  id uuid not null,
  -- only of this mailbox; null: of all
  mailbox_id uuid,
  shortcut text check (length(shortcut) between 1 and 30 and shortcut = lower(shortcut)),
  state text not null check (state in ('kept', 'retired')),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, mailbox_id) references mail.mailbox
);
create unique index saved_answer_shortcut on mail.saved_answer (organisation_id, shortcut)
  where shortcut is not null and state = 'kept';
call kernel.guard('mail.saved_answer');

create table mail.saved_answer_text (
  organisation_id uuid not null,
  answer_id uuid not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  position smallint not null check (position >= 0),
  subject text check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  primary key (organisation_id, answer_id, language),
  foreign key (organisation_id, answer_id) references mail.saved_answer on delete cascade
);
call kernel.guard('mail.saved_answer_text');

create table mail.signature (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  body text not null check (length(body) between 1 and 4000),
  primary key (organisation_id, mailbox_id, language),
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade
);
call kernel.guard('mail.signature');

create table mail.rule (
  organisation_id uuid not null,
  id uuid not null,
  -- null: of every mailbox
  mailbox_id uuid,
  from_has text check (length(from_has) between 1 and 200),
  to_has text check (length(to_has) between 1 and 200),
  subject_has text check (length(subject_has) between 1 and 200),
  words text check (length(words) between 1 and 200),
  has_attachment boolean,
  owner_id uuid,
  label text check (length(label) between 1 and 40),
  outcome text not null check (outcome in ('stays', 'done', 'noise')),
  paused boolean not null default false,
  removed boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, mailbox_id) references mail.mailbox,
  foreign key (organisation_id, owner_id) references kernel.record,
  constraint rule_asks check (coalesce(from_has, to_has, subject_has, words) is not null or has_attachment is not null),
  constraint rule_does check (owner_id is not null or label is not null or outcome <> 'stays')
);
call kernel.guard('mail.rule');

create table mail.buried_sender (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  address text not null check (length(address) between 3 and 320 and address = lower(address)),
  at timestamptz not null,
  by_id uuid not null,
  primary key (organisation_id, mailbox_id, address),
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade
);
call kernel.guard('mail.buried_sender');

-- Who writes the answer: one person to a thread, by the key.
create table mail.holding (
  organisation_id uuid not null,
  thread_id uuid not null,
  holder_id uuid not null,
  since_at timestamptz not null,
  until_at timestamptz not null,
  primary key (organisation_id, thread_id),
  foreign key (organisation_id, thread_id) references mail.thread on delete cascade,
  foreign key (organisation_id, holder_id) references kernel.record,
  check (until_at > since_at)
);
call kernel.guard('mail.holding');

create table mail.away_reply (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  from_on date not null,
  until_on date not null,
  set_by_id uuid not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade,
  check (until_on >= from_on),
  -- one at a time answers for a mailbox
  constraint away_reply_apart exclude using gist (
    organisation_id with =, mailbox_id with =, daterange(from_on, until_on, '[]') with &&
  ) where (ended_at is null)
);
call kernel.guard('mail.away_reply');

create table mail.away_reply_text (
  organisation_id uuid not null,
  reply_id uuid not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  body text not null check (length(body) between 1 and 4000),
  primary key (organisation_id, reply_id, language),
  foreign key (organisation_id, reply_id) references mail.away_reply on delete cascade
);
call kernel.guard('mail.away_reply_text');

-- Whom it answered: nobody twice.
create table mail.away_answered (
  organisation_id uuid not null,
  reply_id uuid not null,
  address text not null check (length(address) between 3 and 320 and address = lower(address)),
  at timestamptz not null,
  primary key (organisation_id, reply_id, address),
  foreign key (organisation_id, reply_id) references mail.away_reply on delete cascade
);
call kernel.guard('mail.away_answered');

-- what a sender that is buried has written
create index thread_from on mail.thread (organisation_id, mailbox_id, from_address);
