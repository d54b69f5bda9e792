-- Telephone systems of more dialects than one, what Kontor needs to speak with them, and which telephone stands on whose desk.

alter table calls.wire
  add column kind text not null default 'webhook' check (kind in ('webhook', 'fritzbox', 'asterisk', 'twilio', 'telnyx')),
  add column host text check (length(host) between 1 and 253),
  add column port integer check (port between 1 and 65535),
  -- AMI's user, Twilio's account, Telnyx' TeXML application
  add column username text check (length(username) between 1 and 100),
  -- sealed: AMI's password, Twilio's token, Telnyx' key
  add column secret_id uuid,
  -- with which Telnyx signs what it sends
  add column public_key text check (length(public_key) between 1 and 200),
  -- the number that calls come from which it places
  add column number text check (length(number) between 1 and 80),
  -- where Asterisk looks for what is dialled
  add column context text check (length(context) between 1 and 80),
  -- a line that Kontor keeps: since when it stands, or why it does not
  add column connected_at timestamptz,
  add column problem text check (problem in ('unreachable', 'host-unknown', 'not-a-telephone-system', 'sign-in-refused', 'broken')),
  add check (connected_at is null or problem is null),
  add check (kind not in ('fritzbox', 'asterisk') or (host is not null and port is not null)),
  add check (kind <> 'asterisk' or (username is not null and secret_id is not null and context is not null)),
  add check (kind <> 'twilio' or (username is not null and secret_id is not null)),
  add check (kind <> 'telnyx' or public_key is not null);

-- The telephone on somebody's desk, or their mobile, as the telephone system calls it.
create table calls.extension (
  organisation_id uuid not null,
  wire_id uuid not null,
  person_id uuid not null,
  told_as text not null check (length(told_as) between 1 and 80),
  -- as a line's: digits alone where it is a number; else in small letters
  key text not null check (length(key) between 1 and 80),
  primary key (organisation_id, wire_id, person_id),
  constraint extension_once unique (organisation_id, wire_id, key),
  foreign key (organisation_id, wire_id) references calls.wire on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record on delete cascade
);
create index extension_key on calls.extension (organisation_id, key);
create index extension_person on calls.extension (organisation_id, person_id);
call kernel.guard('calls.extension');

alter table calls.call
  -- what the telephone system calls the line to whoever is outside: that is what is passed on
  add column channel text check (length(channel) between 1 and 200),
  -- a call that Kontor was asked to place: when it was begun, so that it is never begun twice
  add column placed_at timestamptz;

-- A sound that was left for somebody, by mail.
create table calls.voicemail (
  organisation_id uuid not null,
  slip_id uuid not null,
  -- of the mail and the sound: each is taken once
  key bytea not null check (length(key) = 32),
  digest bytea not null check (length(digest) = 32),
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (length(media_type) between 1 and 80),
  size_bytes integer not null check (size_bytes > 0),
  plays boolean not null,
  seconds integer check (seconds >= 0),
  primary key (organisation_id, slip_id),
  constraint voicemail_once unique (organisation_id, key),
  foreign key (organisation_id, slip_id) references calls.slip on delete cascade
);
call kernel.guard('calls.voicemail');
