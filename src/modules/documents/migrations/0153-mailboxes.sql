-- Mailboxes whose folder feeds intake over IMAP; the mailbox itself is left as it was.
create table documents.mailbox (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  host text not null check (length(host) between 1 and 253),
  port integer not null check (port between 1 and 65535),
  encryption text not null check (encryption in ('tls', 'starttls', 'none')),
  username text not null check (length(username) between 1 and 320),
  -- platform.sealed_secret
  secret_id uuid,
  folder text not null check (length(folder) between 1 and 500),
  -- what lay there before it was connected is taken in too
  with_old boolean not null,
  paused boolean not null default false,
  ended_at timestamptz,
  connected_at timestamptz not null,
  connected_by uuid not null,
  -- RFC 9051, 2.3.1.1: numbers of mails mean something within one validity alone; NULL before the first look
  uid_validity bigint,
  last_uid bigint not null default 0 check (last_uid >= 0),
  taken integer not null default 0,
  left_out integer not null default 0,
  -- why it was not reached when it was last tried; NULL while it is
  problem text,
  changed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  check ((ended_at is null) or (secret_id is null))
);
call kernel.guard('documents.mailbox');

-- Mails of it that were dealt with, so that none is taken in twice whatever its server does with the numbers.
create table documents.mailbox_mail (
  organisation_id uuid not null,
  mailbox_id uuid not null,
  -- of Message-ID and size, or what stands for them: known without fetching the mail
  mark bytea not null check (length(mark) = 32),
  -- of the whole mail; NULL: it was left out, and is never fetched
  digest bytea check (length(digest) = 32),
  -- two mails may bear the same mark; what was left out has no digest
  entry bigint not null generated always as identity,
  primary key (organisation_id, mailbox_id, entry),
  foreign key (organisation_id, mailbox_id) references documents.mailbox on delete cascade
);
create unique index mailbox_mail_digest on documents.mailbox_mail (organisation_id, mailbox_id, digest) where digest is not null;
create unique index mailbox_mail_left on documents.mailbox_mail (organisation_id, mailbox_id, mark) where digest is null;
call kernel.guard('documents.mailbox_mail', 'select, insert');
