-- Pages on which people outside book a time by themselves, and what they booked.

create table scheduling.booking_page (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  state text not null check (state in ('open', 'closed')),
  -- with one person, with all of them together, or with whoever of them is free, by turns
  way text not null check (way in ('one', 'together', 'turns')),
  hosts uuid[] not null check (cardinality(hosts) between 1 and 20),
  intro text not null default '' check (length(intro) <= 2000),
  -- parts of the week in which it may be booked, within the hosts' working hours; none: all of those
  hours jsonb not null default '[]' check (jsonb_typeof(hours) = 'array'),
  soon_minutes integer not null check (soon_minutes between 0 and 43200),
  ahead_days smallint not null check (ahead_days between 1 and 180),
  -- so many a day with each of them
  per_day smallint check (per_day between 1 and 50),
  before_minutes smallint not null check (before_minutes between 0 and 240),
  after_minutes smallint not null check (after_minutes between 0 and 240),
  step_minutes smallint not null check (step_minutes in (15, 30, 60)),
  -- until so long before it begins a guest may change or cancel
  change_minutes integer not null check (change_minutes between 0 and 43200),
  approval boolean not null,
  verify boolean not null,
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  check (way <> 'one' or cardinality(hosts) = 1)
);
call kernel.guard('scheduling.booking_page');

create table scheduling.meeting_kind (
  organisation_id uuid not null,
  page_id uuid not null,
  id uuid not null,
  position smallint not null check (position >= 0),
  title text not null check (length(title) between 1 and 200),
  minutes smallint not null check (minutes between 5 and 480),
  venue text not null check (venue in ('room', 'telephone', 'video', 'theirs')),
  -- the room; none, where any that is free will do
  place_id uuid,
  -- the address of the video meeting, or what to know before coming
  details text not null default '' check (length(details) <= 500),
  primary key (organisation_id, page_id, id),
  foreign key (organisation_id, page_id) references scheduling.booking_page on delete cascade,
  foreign key (organisation_id, place_id) references kernel.record,
  check (place_id is null or venue = 'room')
);
call kernel.guard('scheduling.meeting_kind');

create table scheduling.booking (
  organisation_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  -- what it was called, how long and where, when it was booked: the page may be changed since
  kind_title text not null check (length(kind_title) between 1 and 200),
  minutes smallint not null check (minutes between 5 and 480),
  venue text not null check (venue in ('room', 'telephone', 'video', 'theirs')),
  place_id uuid,
  details text not null default '' check (length(details) <= 500),
  hosts uuid[] not null check (cardinality(hosts) between 1 and 20),
  name text not null check (length(name) between 1 and 200),
  email text not null check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  zone text not null check (length(zone) between 1 and 64),
  -- their telephone number, or their address, where it is held there
  contact text not null default '' check (length(contact) <= 300),
  answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
  state text not null check (state in ('unconfirmed', 'asked', 'booked', 'declined', 'cancelled', 'lapsed')),
  start_at timestamptz not null,
  end_at timestamptz not null,
  made_at timestamptz not null,
  -- when what waits for an answer frees itself
  until_at timestamptz,
  hold_ids uuid[] not null default '{}' check (cardinality(hold_ids) <= 20),
  event_id uuid,
  note text not null default '' check (length(note) <= 1000),
  mail text not null check (mail in ('sending', 'sent', 'no-door', 'failed')),
  reminded_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, page_id) references scheduling.booking_page on delete cascade,
  check (end_at > start_at),
  check ((state in ('unconfirmed', 'asked')) = (until_at is not null)),
  check (state <> 'booked' or event_id is not null)
);
create index booking_of_page on scheduling.booking (organisation_id, page_id, start_at);
create index booking_waits on scheduling.booking (organisation_id, until_at) where until_at is not null;
create index booking_reminds on scheduling.booking (organisation_id, start_at) where state = 'booked' and reminded_at is null;
call kernel.guard('scheduling.booking');
