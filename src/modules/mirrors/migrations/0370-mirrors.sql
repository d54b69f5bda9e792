-- Calendars held elsewhere, and the ways in which links of video meetings are made.

create schema mirrors;
grant usage on schema mirrors to kontor_app;

-- What the office is known by to those who keep calendars and ask who a program is (OAuth).
create table mirrors.client (
  organisation_id uuid not null,
  provider text not null check (provider in ('google', 'microsoft')),
  client_id text not null check (length(client_id) between 3 and 300),
  secret_id uuid not null,
  -- of Microsoft: whose accounts; null: everybody's
  tenant text check (length(tenant) between 1 and 200),
  primary key (organisation_id, provider),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('mirrors.client');

-- Somebody's account with whoever keeps calendars.
create table mirrors.account (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  provider text not null check (provider in ('caldav', 'google', 'microsoft')),
  address text not null check (length(address) between 8 and 2000),
  username text not null check (length(username) between 1 and 320),
  -- null once it was ended
  secret_id uuid,
  connected_at timestamptz not null,
  ended_at timestamptz,
  problem text check (length(problem) <= 100),
  failing_since timestamptz,
  -- a task was raised of it
  told boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  check ((secret_id is null) = (ended_at is not null)),
  check ((problem is null) = (failing_since is null))
);
create index account_owner on mirrors.account (organisation_id, owner_id);
call kernel.guard('mirrors.account');

-- A calendar here that is kept the same as one elsewhere.
create table mirrors.mirror (
  organisation_id uuid not null,
  calendar_id uuid not null,
  account_id uuid not null,
  remote_id text not null check (length(remote_id) between 1 and 2000),
  remote_name text not null check (length(remote_name) between 1 and 200),
  direction text not null check (direction in ('both', 'in', 'out')),
  -- whether one may write there
  writable boolean not null,
  -- the calendar here was made for it
  made boolean not null,
  token text check (length(token) <= 8000),
  -- the change of the calendar here up to which all has gone out
  seen_no bigint not null default -1,
  -- somebody has said that what is gone there in great number shall go here too
  accept_gone boolean not null default false,
  problem text check (length(problem) <= 100),
  failing_since timestamptz,
  told boolean not null default false,
  -- by which the task about what was refused is known
  refused_key text check (length(refused_key) <= 200),
  -- operational, outside the journal: when it was asked, was in step, is due, and who works on it until when
  asked_at timestamptz,
  in_step_at timestamptz,
  next_at timestamptz not null,
  tries integer not null default 0,
  lease_until timestamptz,
  primary key (organisation_id, calendar_id),
  foreign key (organisation_id, calendar_id) references kernel.record on delete cascade,
  foreign key (organisation_id, account_id) references mirrors.account on delete cascade,
  constraint mirror_once unique (organisation_id, account_id, remote_id),
  check (writable or direction = 'in'),
  check ((problem is null) = (failing_since is null))
);
call kernel.guard('mirrors.mirror');

-- What both sides last had the same.
create table mirrors.pair (
  organisation_id uuid not null,
  calendar_id uuid not null,
  href text not null check (length(href) between 1 and 255),
  uid text not null check (length(uid) between 1 and 400),
  name text not null check (length(name) between 1 and 2000),
  our_tag text not null check (length(our_tag) <= 200),
  their_tag text not null check (length(their_tag) <= 500),
  -- it came from there
  came boolean not null,
  primary key (organisation_id, calendar_id, href),
  foreign key (organisation_id, calendar_id) references mirrors.mirror on delete cascade,
  constraint pair_name_once unique (organisation_id, calendar_id, name)
);
call kernel.guard('mirrors.pair');

-- What a person should know of: refused on either side, there twice, or given way to the newer.
create table mirrors.finding (
  organisation_id uuid not null,
  id uuid not null,
  calendar_id uuid not null,
  kind text not null check (kind in ('refused-here', 'refused-there', 'uid-twice', 'ours-lost', 'theirs-lost')),
  name text not null check (length(name) between 1 and 2000),
  tag text not null check (length(tag) <= 500),
  uid text not null check (length(uid) <= 400),
  title text not null check (length(title) <= 200),
  because text not null check (length(because) <= 2000),
  -- the state that gave way
  kept text check (length(kept) <= 2000000),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, calendar_id) references mirrors.mirror on delete cascade,
  check ((kind in ('ours-lost', 'theirs-lost')) = (kept is not null) or kind = 'uid-twice')
);
create unique index finding_once on mirrors.finding (organisation_id, calendar_id, kind, name) where kind not in ('ours-lost', 'theirs-lost');
create index finding_calendar on mirrors.finding (organisation_id, calendar_id, at);
call kernel.guard('mirrors.finding');

-- A way to make the link of a video meeting: the office's, or somebody's own.
create table mirrors.link_way (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid,
  type text not null check (type in ('jitsi', 'fixed', 'teams', 'meet')),
  name text not null check (length(name) between 1 and 100),
  address text check (length(address) between 8 and 2000),
  account_id uuid,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, account_id) references mirrors.account on delete cascade,
  check ((type in ('jitsi', 'fixed')) = (address is not null)),
  check ((type in ('teams', 'meet')) = (account_id is not null)),
  check (account_id is null or owner_id is not null)
);
call kernel.guard('mirrors.link_way');
