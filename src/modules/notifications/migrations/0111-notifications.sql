-- What people are told: notices, the day's digest, and the browsers that may interrupt.

create schema notifications;
grant usage on schema notifications to kontor_app;

-- A notice is a record for one person, made from what it tells of: raising that one's class hides the notice with it.
create table notifications.notice (
  organisation_id uuid not null,
  id uuid not null,
  principal_id uuid not null,
  -- what bundles: while it is unread, the same key counts up instead of being told twice
  key text not null check (length(key) between 1 and 200),
  urgency text not null check (urgency in ('digest', 'today', 'now')),
  title_key text not null check (title_key ~ '^notice\.[a-z0-9.-]{1,80}$'),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object' and pg_column_size(params) <= 4096),
  record_id uuid,
  times integer not null default 1 check (times > 0),
  told_at timestamptz not null,
  read_at timestamptz,
  -- when it went out by mail, in the digest or by itself
  mailed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade,
  foreign key (organisation_id, record_id) references kernel.record on delete cascade
);
create unique index notice_unread_once on notifications.notice (organisation_id, principal_id, key) where read_at is null;
create index notice_newest on notifications.notice (organisation_id, principal_id, told_at desc, id);
call kernel.guard('notifications.notice');

-- One a day for each person, at most.
create table notifications.digest (
  organisation_id uuid not null,
  principal_id uuid not null,
  on_day date not null,
  state text not null check (state in ('due', 'sent', 'empty', 'without-mail')),
  opened_at timestamptz not null,
  settled_at timestamptz,
  primary key (organisation_id, principal_id, on_day),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade,
  check ((state = 'due') = (settled_at is null))
);
call kernel.guard('notifications.digest');

-- A browser that may be interrupted (RFC 8030, RFC 8291); gone for good once its service says so.
create table notifications.browser (
  organisation_id uuid not null,
  id uuid not null,
  principal_id uuid not null,
  endpoint text not null check (endpoint ~ '^https://' and length(endpoint) <= 1000),
  p256dh text not null check (p256dh ~ '^[A-Za-z0-9_-]{80,100}$'),
  auth text not null check (auth ~ '^[A-Za-z0-9_-]{20,30}$'),
  name text not null check (length(name) between 1 and 200),
  since_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, principal_id, endpoint),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade
);
call kernel.guard('notifications.browser');
