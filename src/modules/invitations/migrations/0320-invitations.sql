-- Invitations: what guests outside were told and answered, what came in by mail, times that guests proposed.

create schema invitations;
grant usage on schema invitations to kontor_app;

create table invitations.settings (
  organisation_id uuid not null,
  -- a mailbox that the office takes in: answers of guests go there
  answers_address text check (length(answers_address) between 3 and 254),
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('invitations.settings');

-- A guest outside as they know an event: what they are due is what differs from it.
create table invitations.guest (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  -- the calendar text as it was when they were told last; null: not told, or called off since
  told text check (length(told) <= 2000000),
  -- number of the message that last moved it for them
  since integer not null default 0 check (since >= 0),
  -- newest answer by instance: {"": [sequence, stamp]}
  answered jsonb not null default '{}',
  delegated_to text[] not null default '{}',
  -- goes with the next message
  words text check (length(words) between 1 and 4000),
  asked_at timestamptz,
  reminded_at timestamptz,
  bounced_at timestamptz,
  bounced_because text check (length(bounced_because) <= 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, event_id) references kernel.record on delete cascade,
  constraint guest_once unique (organisation_id, event_id, email)
);
call kernel.guard('invitations.guest');

-- An event of somebody outside, to which people here are asked.
create table invitations.host (
  organisation_id uuid not null,
  event_id uuid not null,
  uid text not null check (length(uid) between 1 and 400),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  -- newest message of the organiser by instance: {"": [sequence, stamp]}
  versions jsonb not null default '{}',
  -- what each of us was last said to answer: {principal: {instance: answer}}
  replied jsonb not null default '{}',
  primary key (organisation_id, event_id),
  foreign key (organisation_id, event_id) references kernel.record on delete cascade
);
create index host_uid on invitations.host (organisation_id, uid);
call kernel.guard('invitations.host');

-- The ledger: every message that went out or came in.
create table invitations.message (
  organisation_id uuid not null,
  id uuid not null,
  -- null: it is about no event that is known here
  event_id uuid,
  -- the mail it came by
  document_id uuid,
  direction text not null check (direction in ('out', 'in')),
  method text not null check (method in ('REQUEST', 'CANCEL', 'REPLY', 'COUNTER', 'DECLINECOUNTER', 'ADD', 'REFRESH', 'PUBLISH', 'REMINDER', 'LATE', 'BOUNCE')),
  uid text not null check (length(uid) between 1 and 400),
  sequence integer not null check (sequence >= 0),
  instance text not null default '' check (length(instance) <= 40),
  email text not null check (email = lower(email) and length(email) <= 254),
  name text not null check (length(name) <= 200),
  state text not null check (state in ('waiting', 'sent', 'failed', 'no-door', 'bounced', 'taken', 'to-settle', 'left')),
  -- why it was not taken, or not delivered
  because text check (length(because) <= 500),
  answer text check (answer in ('none', 'accepted', 'declined', 'tentative', 'delegated')),
  said text check (length(said) <= 2000),
  -- of what goes out: the letter and the calendar, as they are sent
  letter jsonb,
  calendar text check (length(calendar) <= 2000000),
  -- what is the same is not sent twice
  digest bytea not null check (length(digest) = 32),
  at timestamptz not null,
  sent_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, event_id) references kernel.record on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record on delete cascade,
  check (direction = 'in' or event_id is not null),
  check (direction = 'out' or state in ('taken', 'to-settle', 'left'))
);
create unique index message_once on invitations.message (organisation_id, event_id, email, method, uid, sequence, instance, digest) where direction = 'out';
create index message_event on invitations.message (organisation_id, event_id, at);
create index message_waiting on invitations.message (organisation_id, event_id) where state = 'waiting';
create index message_open on invitations.message (organisation_id, at) where state = 'to-settle';
create unique index message_document on invitations.message (organisation_id, document_id, uid, method, instance, email) where document_id is not null;
call kernel.guard('invitations.message');

-- Other times that guests propose.
create table invitations.proposal (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  -- the instance, by its own time on the event's clock; null: the whole
  recurrence text check (recurrence ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- days of an all-day event, the last one of it
  from_day date,
  until_day date,
  said text check (length(said) <= 2000),
  state text not null check (state in ('open', 'accepted', 'declined')),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, event_id) references kernel.record on delete cascade,
  check (end_at >= start_at),
  check ((from_day is null) = (until_day is null))
);
create index proposal_event on invitations.proposal (organisation_id, event_id);
create index proposal_open on invitations.proposal (organisation_id, at) where state = 'open';
call kernel.guard('invitations.proposal');
