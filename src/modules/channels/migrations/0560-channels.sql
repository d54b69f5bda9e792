-- Ways by which people write to the office beside mail: forms, text messages, chats; and the conversations they make.

create schema channels;
grant usage on schema channels to kontor_app;

create table channels.channel (
  organisation_id uuid not null,
  id uuid not null,
  wire text not null check (wire in ('form', 'gateway', 'twilio', '46elks', 'webhook', 'whatsapp', 'telegram')),
  -- where its provider is spoken to; null: where its documentation says
  address text check (length(address) between 8 and 300),
  sender text check (length(sender) between 1 and 80),
  account text check (length(account) between 1 and 120),
  -- where answers to mails go, of a form
  reply_to text check (length(reply_to) <= 254),
  -- whom messages are told that are nobody's
  member_ids uuid[] not null default '{}' check (cardinality(member_ids) <= 50),
  secret_id uuid,
  heard_at timestamptz,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('channels.channel');

create table channels.form (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'published', 'closed')),
  languages text[] not null check (cardinality(languages) between 1 and 6),
  intros jsonb not null default '{}',
  consents jsonb not null default '{}',
  thanks jsonb not null default '{}',
  fields jsonb not null default '[]' check (jsonb_array_length(fields) <= 40),
  sites text[] not null default '{}' check (cardinality(sites) <= 20),
  acknowledges boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references channels.channel on delete cascade
);
call kernel.guard('channels.form');

-- What one person and one channel say to each other.
create table channels.conversation (
  organisation_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  -- as the channel knows them; empty: what could not be read
  handle text not null check (length(handle) <= 320),
  name text not null default '' check (length(name) <= 200),
  number text check (number ~ '^\d{4,15}$'),
  email text check (length(email) <= 254),
  party_id uuid,
  -- a person has said who it is, or that nobody is
  party_said boolean not null default false,
  state text not null check (state in ('open', 'waiting', 'snoozed', 'done', 'unwanted')),
  unanswered boolean not null,
  owner_id uuid,
  snoozed_until timestamptz,
  language text check (length(language) = 2),
  snippet text not null default '' check (length(snippet) <= 300),
  last_at timestamptz not null,
  last_in_at timestamptz,
  opted_out_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, channel_id) references channels.channel,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  constraint conversation_once unique (organisation_id, channel_id, handle),
  check ((state = 'snoozed') = (snoozed_until is not null))
);
create index conversation_newest on channels.conversation (organisation_id, last_at desc, id);
create index conversation_unanswered on channels.conversation (organisation_id, last_at, id) where unanswered;
create index conversation_of_owner on channels.conversation (organisation_id, owner_id, last_at desc) where owner_id is not null;
create index conversation_of_party on channels.conversation (organisation_id, party_id, last_at desc) where party_id is not null;
create index conversation_snoozed on channels.conversation (organisation_id, snoozed_until) where state = 'snoozed';
call kernel.guard('channels.conversation');

create table channels.message (
  organisation_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  -- as the channel calls it
  external_id text check (length(external_id) between 1 and 300),
  state text not null
    check (state in ('received', 'kept', 'waiting', 'sending', 'given', 'delivered', 'seen', 'failed', 'doubtful', 'recalled')),
  text text not null check (length(text) <= 20000),
  fields jsonb not null default '[]',
  template jsonb,
  author_id uuid,
  at timestamptz not null,
  send_at timestamptz,
  tries smallint not null default 0,
  problem text check (length(problem) <= 300),
  leaves text not null default 'same' check (leaves in ('waiting', 'done', 'same')),
  primary key (organisation_id, id),
  foreign key (organisation_id, conversation_id) references channels.conversation on delete cascade,
  foreign key (organisation_id, channel_id) references channels.channel,
  constraint message_once unique (organisation_id, channel_id, external_id),
  check ((direction = 'in') = (state in ('received', 'kept'))),
  check (direction = 'out' or external_id is not null),
  check (state <> 'waiting' or send_at is not null)
);
create index message_of_conversation on channels.message (organisation_id, conversation_id, at desc, id desc);
create index message_troubled on channels.message (organisation_id, conversation_id) where state in ('failed', 'doubtful');
call kernel.guard('channels.message');

create table channels.attachment (
  organisation_id uuid not null,
  message_id uuid not null,
  n smallint not null check (n between 0 and 19),
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (length(media_type) <= 120),
  bytes bigint not null default 0 check (bytes >= 0),
  file_id uuid,
  -- by what its provider gives it out, until it is here
  ref text check (length(ref) <= 1000),
  lost boolean not null default false,
  document_id uuid,
  primary key (organisation_id, message_id, n),
  foreign key (organisation_id, message_id) references channels.message on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file,
  foreign key (organisation_id, document_id) references kernel.record
);
call kernel.guard('channels.attachment');

-- Who is writing the answer: one at a time, for some minutes.
create table channels.holding (
  organisation_id uuid not null,
  conversation_id uuid not null,
  holder_id uuid not null,
  since_at timestamptz not null,
  until_at timestamptz not null check (until_at > since_at),
  primary key (organisation_id, conversation_id),
  foreign key (organisation_id, conversation_id) references channels.conversation on delete cascade
);
call kernel.guard('channels.holding');
