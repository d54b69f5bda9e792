-- Mailboxes of the office: what came and went, thread by thread; the originals are stored files, byte for byte.

create schema mail;
grant usage on schema mail to kontor_app;

-- What the office is known by to Google and Microsoft, which let programs in by a person's consent (OAuth).
create table mail.client (
  organisation_id uuid not null,
  provider text not null check (provider in ('google', 'microsoft')),
  client_id text not null check (length(client_id) between 3 and 300),
  secret_id uuid not null,
  -- of Microsoft: whose accounts; null: everybody's
  tenant text check (length(tenant) between 1 and 200),
  primary key (organisation_id, provider),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('mail.client');

create table mail.mailbox (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  address text not null check (length(address) between 3 and 254 and position('@' in address) > 1 and address = lower(address)),
  -- other addresses that reach it
  aliases text[] not null default '{}' check (cardinality(aliases) <= 50),
  -- shared: the office's; delegated: somebody's, answered by others for them; own: somebody's alone
  kind text not null check (kind in ('shared', 'delegated', 'own')),
  owner_id uuid,
  -- how one comes in; none: no server stands behind it
  way text not null check (way in ('password', 'google', 'microsoft', 'none')),
  imap_host text check (length(imap_host) between 1 and 253),
  imap_port integer check (imap_port between 1 and 65535),
  imap_encryption text check (imap_encryption in ('tls', 'starttls', 'none')),
  smtp_host text check (length(smtp_host) between 1 and 253),
  smtp_port integer check (smtp_port between 1 and 65535),
  smtp_encryption text check (smtp_encryption in ('tls', 'starttls', 'none')),
  username text check (length(username) between 1 and 320),
  secret_id uuid,
  -- mails before this day are left where they are; null: all are taken in
  since_on date,
  -- a thread that is done is put away into the archive there too
  archives boolean not null default true,
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  -- answers are promised within so many hours of the mail; null: nothing is promised
  answer_hours integer check (answer_hours between 1 and 720),
  paused boolean not null default false,
  connected_at timestamptz not null,
  connected_by uuid not null,
  ended_at timestamptz,
  problem text check (length(problem) <= 100),
  failing_since timestamptz,
  told boolean not null default false,
  -- operational: when it was last in step
  in_step_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  check (kind = 'shared' or owner_id is not null),
  check (way = 'none' or (imap_host is not null and imap_port is not null and imap_encryption is not null and username is not null)),
  check ((smtp_host is null) = (smtp_port is null) and (smtp_host is null) = (smtp_encryption is null)),
  check (secret_id is null or ended_at is null),
  check ((problem is null) = (failing_since is null))
);
create unique index mailbox_address_once on mail.mailbox (organisation_id, address) where ended_at is null;
call kernel.guard('mail.mailbox');

-- Folders as the server has them.
create table mail.folder (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  path text not null check (length(path) between 1 and 1000),
  role text not null check (role in ('inbox', 'sent', 'archive', 'trash', 'junk', 'drafts', 'all', 'other')),
  uid_validity bigint,
  -- up to which all was seen
  last_uid bigint not null default 0,
  mod_seq bigint,
  gone boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade,
  constraint folder_once unique (organisation_id, mailbox_id, path)
);
call kernel.guard('mail.folder');

create table mail.thread (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  subject text not null check (length(subject) <= 500),
  -- the subject without Re:, SV: … folded; empty where there is none
  topic text not null check (length(topic) <= 200),
  state text not null check (state in ('open', 'waiting', 'snoozed', 'done', 'noise', 'trash', 'draft')),
  owner_id uuid,
  party_id uuid,
  -- who wrote last to us; where nobody did, whom we wrote to
  from_name text not null default '' check (length(from_name) <= 300),
  from_address text not null default '' check (length(from_address) <= 320),
  snippet text not null default '' check (length(snippet) <= 300),
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  snoozed_until timestamptz,
  promised_at timestamptz,
  last_at timestamptz not null,
  last_incoming_at timestamptz,
  messages integer not null default 0,
  unread integer not null default 0,
  attachments integer not null default 0,
  flagged boolean not null default false,
  labels text[] not null default '{}' check (cardinality(labels) <= 50),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, party_id) references kernel.record,
  check ((state = 'snoozed') = (snoozed_until is not null))
);
create index thread_box on mail.thread (organisation_id, mailbox_id, state, last_at desc, id desc);
create index thread_state on mail.thread (organisation_id, state, last_at desc, id desc) include (mailbox_id);
create index thread_last on mail.thread (organisation_id, last_at desc, id desc) include (mailbox_id);
create index thread_owner on mail.thread (organisation_id, owner_id, last_at desc) where owner_id is not null;
create index thread_party on mail.thread (organisation_id, party_id, last_at desc) where party_id is not null;
create index thread_topic on mail.thread (organisation_id, mailbox_id, topic, last_at desc) where topic <> '';
create index thread_snoozed on mail.thread (organisation_id, snoozed_until) where state = 'snoozed';
call kernel.guard('mail.thread');

-- What a machine read in a stored original. It follows from the bytes alone and can be made again, so it is written beside
-- them, as kernel.file is, and not by an act: acts name the file.
create table mail.reading (
  organisation_id uuid not null,
  file_id uuid not null,
  -- whole: all of it; partly: with something missing; kept: the bytes are here, nothing could be read of them
  parse text not null check (parse in ('whole', 'partly', 'kept')),
  problem text check (length(problem) <= 300),
  facts jsonb not null,
  text text not null default '',
  -- what is new in it, without what was quoted: what is searched
  fresh text not null default '',
  reader integer not null,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, file_id) references kernel.file on delete cascade
);
call kernel.guard('mail.reading');
create index reading_again on mail.reading (organisation_id, reader) where parse <> 'whole';

create table mail.message (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  thread_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  file_id uuid not null,
  digest bytea not null check (octet_length(digest) = 32),
  size_bytes integer not null,
  -- without < and >
  message_id text check (length(message_id) between 1 and 500),
  from_name text not null default '' check (length(from_name) <= 300),
  from_address text not null default '' check (length(from_address) <= 320),
  subject text not null check (length(subject) <= 500),
  -- when it came here, or left
  at timestamptz not null,
  -- reply, generated: answers of machines (RFC 3834); bulk, list: to many; bounce: RFC 3464
  automatic text check (automatic in ('reply', 'generated', 'bulk', 'list', 'bounce')),
  attachments integer not null default 0,
  -- of our own, sent by whom
  author_id uuid,
  -- how far it came: [{address, because, at, final}]
  bounces jsonb not null default '[]',
  bounce_of uuid,
  seen boolean not null default false,
  answered boolean not null default false,
  flagged boolean not null default false,
  -- where it lies, or shall lie
  folder_id uuid,
  -- what is set here is not yet so there
  pending boolean not null default false,
  push_tries integer not null default 0,
  push_after timestamptz,
  -- taken away there
  gone_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, thread_id) references mail.thread on delete cascade,
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade,
  foreign key (organisation_id, folder_id) references mail.folder on delete set null (folder_id),
  foreign key (organisation_id, file_id) references kernel.file,
  constraint message_once unique (organisation_id, mailbox_id, digest)
);
create index message_thread on mail.message (organisation_id, thread_id, at);
create index message_named on mail.message (organisation_id, mailbox_id, message_id) where message_id is not null;
create index message_pending on mail.message (organisation_id, mailbox_id) where pending;
create index message_from on mail.message (organisation_id, from_address, at desc);
call kernel.guard('mail.message');

-- Where a mail lies there, with the marks it was last seen to have.
create table mail.place (
  organisation_id uuid not null,
  folder_id uuid not null,
  uid bigint not null check (uid between 1 and 4294967295),
  message_id uuid not null,
  seen boolean not null,
  answered boolean not null,
  flagged boolean not null,
  primary key (organisation_id, folder_id, uid),
  foreign key (organisation_id, folder_id) references mail.folder on delete cascade,
  foreign key (organisation_id, message_id) references mail.message on delete cascade
);
create index place_message on mail.place (organisation_id, message_id);
call kernel.guard('mail.place');

-- Every Message-ID that a mail has or names, and the thread it belongs to: mails find each other in whatever order they come.
create table mail.reference (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  named text not null check (length(named) between 1 and 500),
  thread_id uuid not null,
  primary key (organisation_id, mailbox_id, named),
  foreign key (organisation_id, thread_id) references mail.thread on delete cascade
);
create index reference_thread on mail.reference (organisation_id, thread_id);
call kernel.guard('mail.reference');

-- What is written here and goes out.
create table mail.outgoing (
  organisation_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  thread_id uuid not null,
  -- the mail that is answered
  answers_id uuid,
  author_id uuid not null,
  -- sending: given to the server this moment; doubtful: given to it, and nobody knows whether it took it
  state text not null check (state in ('draft', 'waiting', 'sending', 'sent', 'failed', 'doubtful', 'discarded')),
  -- goes by itself, answered by no machine (RFC 3834)
  automatic boolean not null default false,
  -- what becomes of the thread once it is sent
  leaves text not null default 'waiting' check (leaves in ('waiting', 'done', 'same')),
  message_id text not null check (length(message_id) between 3 and 300),
  from_name text not null default '' check (length(from_name) <= 200),
  recipients jsonb not null,
  subject text not null check (length(subject) <= 500),
  text text not null default '',
  html text,
  attachments jsonb not null default '[]',
  send_at timestamptz,
  tries integer not null default 0,
  problem text check (length(problem) <= 500),
  -- the mail as it goes out
  file_id uuid,
  changed_at timestamptz not null,
  sent_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, mailbox_id) references mail.mailbox on delete cascade,
  foreign key (organisation_id, thread_id) references mail.thread on delete cascade,
  foreign key (organisation_id, author_id) references kernel.record,
  foreign key (organisation_id, file_id) references kernel.file,
  constraint outgoing_named unique (organisation_id, message_id),
  check (state not in ('waiting', 'sending') or send_at is not null),
  check ((state = 'sent') = (sent_at is not null))
);
create index outgoing_thread on mail.outgoing (organisation_id, thread_id) where state not in ('sent', 'discarded');
create index outgoing_author on mail.outgoing (organisation_id, author_id) where state = 'draft';
create index outgoing_due on mail.outgoing (organisation_id, send_at) where state in ('waiting', 'sending');
call kernel.guard('mail.outgoing');
