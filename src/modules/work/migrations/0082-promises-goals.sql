-- Promises, goals, and plans for asking again.

-- A task may be promised: to whom, when, for which day, in which words.
create table work.promise (
  organisation_id uuid not null,
  task_id uuid not null,
  party_id uuid,
  promised_to text not null check (length(promised_to) between 1 and 200),
  promised_on date not null,
  for_on date not null,
  words text not null default '' check (length(words) <= 1000),
  -- the first day it was promised for, when a later one has been told
  first_for_on date not null,
  -- a new day was told only after the day had passed
  broken boolean not null default false,
  primary key (organisation_id, task_id),
  foreign key (organisation_id, task_id) references work.task on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record
);
create index promise_day on work.promise (organisation_id, for_on);
create index promise_party on work.promise (organisation_id, party_id) where party_id is not null;
call kernel.guard('work.promise');

-- A new day that was told: why, and to whom.
create table work.promise_move (
  organisation_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  from_on date not null,
  to_on date not null check (to_on <> from_on),
  reason text not null check (length(reason) between 1 and 500),
  told text not null check (length(told) between 1 and 200),
  moved_at timestamptz not null,
  moved_by_id uuid not null,
  primary key (organisation_id, task_id, id),
  foreign key (organisation_id, task_id) references work.promise on delete cascade
);
call kernel.guard('work.promise_move');

-- Goals of the office (without an owner) or of a person, with a weight and a period.
create table work.goal (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid,
  weight smallint not null check (weight between 1 and 3),
  from_on date not null,
  until_on date not null,
  note text not null default '' check (length(note) <= 4000),
  state text not null check (state in ('open', 'reached', 'dropped')),
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  constraint goal_period check (until_on >= from_on),
  check ((state = 'open') = (ended_at is null))
);
call kernel.guard('work.goal');

-- What serves a goal: a task, or what tasks are made within.
create table work.goal_service (
  organisation_id uuid not null,
  record_id uuid not null,
  goal_id uuid not null,
  primary key (organisation_id, record_id, goal_id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade,
  foreign key (organisation_id, goal_id) references work.goal on delete cascade
);
create index goal_service_goal on work.goal_service (organisation_id, goal_id);
call kernel.guard('work.goal_service');

-- How somebody who is waited for is asked again: after so many working days, then every so many, so often at most.
create table work.chase (
  organisation_id uuid not null,
  task_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text check (email is null or length(email) between 3 and 254),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  first_after smallint not null check (first_after between 1 and 60),
  every smallint not null check (every between 1 and 60),
  most smallint not null check (most between 1 and 20),
  asked smallint not null default 0 check (asked >= 0 and asked <= most),
  next_on date,
  -- own words instead of the standard ones
  text text check (length(text) between 1 and 4000),
  stopped_at timestamptz,
  primary key (organisation_id, task_id),
  foreign key (organisation_id, task_id) references work.task on delete cascade,
  check (next_on is null or (stopped_at is null and asked < most))
);
create index chase_next on work.chase (organisation_id, next_on) where next_on is not null;
call kernel.guard('work.chase');

-- What was asked, when, and what became of it.
create table work.chase_line (
  organisation_id uuid not null,
  task_id uuid not null,
  n smallint not null check (n > 0),
  asked_at timestamptz not null,
  -- by mail, or laid ready for somebody to send
  how text not null check (how in ('mail', 'ready')),
  state text not null check (state in ('sending', 'sent', 'failed', 'ready')),
  subject text not null,
  body text not null,
  error text,
  primary key (organisation_id, task_id, n),
  foreign key (organisation_id, task_id) references work.chase on delete cascade,
  check ((how = 'ready') = (state = 'ready')),
  check ((state = 'failed') = (error is not null))
);
call kernel.guard('work.chase_line');
