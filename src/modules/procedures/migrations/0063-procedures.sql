-- Procedures with their versions and runs, and what falls due by contract or law.

create schema procedures;
grant usage on schema procedures to kontor_app;

create table procedures.procedure (
  organisation_id uuid not null,
  id uuid not null,
  purpose text not null default '' check (length(purpose) <= 2000),
  owner_id uuid,
  owner_role text check (length(owner_role) between 1 and 60),
  state text not null check (state in ('draft', 'in-force', 'retired')),
  -- the version in force
  number integer,
  rrule text check (length(rrule) between 1 and 500),
  rule_from_on date,
  rule_shift text check (rule_shift in ('none', 'before', 'after')),
  rule_lead_days integer check (rule_lead_days between 0 and 366),
  rule_zone text check (length(rule_zone) between 1 and 60),
  -- the next day of the rule, and the day on which its run begins
  next_on date,
  next_start_on date,
  event_name text check (length(event_name) between 3 and 100),
  event_field text check (length(event_field) between 1 and 60),
  event_is text check (length(event_is) between 1 and 200),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  check ((rrule is null) = (rule_from_on is null)),
  check ((rrule is null) = (rule_shift is null)),
  check ((rrule is null) = (rule_lead_days is null)),
  check (rrule is not null or (rule_zone is null and next_on is null)),
  check ((next_on is null) = (next_start_on is null)),
  check (state <> 'in-force' or number is not null),
  check (event_name is not null or (event_field is null and event_is is null))
);
create index procedure_next on procedures.procedure (organisation_id, next_start_on) where state = 'in-force' and next_start_on is not null;
create index procedure_event on procedures.procedure (organisation_id, event_name) where state = 'in-force' and event_name is not null;
call kernel.guard('procedures.procedure');

-- A version is one document, never changed once it has been in force.
create table procedures.edition (
  organisation_id uuid not null,
  procedure_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null,
  made_at timestamptz not null,
  made_by_id uuid not null,
  in_force_at timestamptz,
  primary key (organisation_id, procedure_id, number),
  foreign key (organisation_id, procedure_id) references procedures.procedure on delete cascade
);
create unique index edition_draft on procedures.edition (organisation_id, procedure_id) where in_force_at is null;
call kernel.guard('procedures.edition');
alter table procedures.procedure add foreign key (organisation_id, id, number)
  references procedures.edition (organisation_id, procedure_id, number) deferrable initially deferred;

create table procedures.run (
  organisation_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  number integer not null,
  state text not null check (state in ('running', 'done', 'cancelled')),
  how text not null check (how in ('hand', 'rule', 'event')),
  anchor_on date not null,
  about_id uuid,
  answers jsonb not null default '{}',
  started_at timestamptz not null,
  started_by_id uuid not null,
  -- the day of the rule, or the line of the journal, that began it: once
  rule_on date,
  event_key text check (length(event_key) between 1 and 60),
  ended_at timestamptz,
  because text check (length(because) between 1 and 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, procedure_id, number) references procedures.edition (organisation_id, procedure_id, number),
  foreign key (organisation_id, about_id) references kernel.record,
  unique (organisation_id, procedure_id, rule_on),
  unique (organisation_id, procedure_id, event_key),
  check ((how = 'rule') = (rule_on is not null)),
  check ((how = 'event') = (event_key is not null)),
  check ((state = 'running') = (ended_at is null)),
  check ((state = 'cancelled') = (because is not null))
);
create index run_procedure on procedures.run (organisation_id, procedure_id, state, started_at);
create index run_about on procedures.run (organisation_id, about_id) where about_id is not null;
call kernel.guard('procedures.run');

create table procedures.run_step (
  organisation_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  -- the step's key in the version; null for one added to this run alone
  key text check (length(key) between 1 and 40),
  position integer not null check (position > 0),
  title text not null check (length(title) between 1 and 300),
  how_to text not null default '' check (length(how_to) <= 4000),
  owner_id uuid,
  owner_role text check (length(owner_role) between 1 and 60),
  due_on date,
  begin_on date,
  effort_minutes integer check (effort_minutes between 0 and 100000),
  checklist text[] not null default '{}',
  evidence boolean not null default false,
  -- positions of the steps that must have ended before it begins
  waits_for integer[] not null default '{}',
  state text not null check (state in ('waiting', 'open', 'done', 'skipped', 'otherwise', 'left-out')),
  begun_at timestamptz,
  ended_at timestamptz,
  ended_by_id uuid,
  evidence_id uuid,
  -- counts up when it is opened again: a task of its own each time
  round integer not null default 1 check (round > 0),
  -- why it was skipped, done otherwise, or late
  because text check (length(because) between 1 and 500),
  primary key (organisation_id, run_id, id),
  unique (organisation_id, run_id, position) deferrable initially deferred,
  foreign key (organisation_id, run_id) references procedures.run on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, evidence_id) references kernel.record,
  check ((state in ('done', 'skipped', 'otherwise')) = (ended_at is not null)),
  check ((ended_at is null) = (ended_by_id is null)),
  check (state not in ('skipped', 'otherwise') or because is not null),
  check (not position = any(waits_for))
);
create index run_step_begin on procedures.run_step (organisation_id, begin_on) where state = 'waiting';
create index run_step_owner on procedures.run_step (organisation_id, owner_id) where state in ('waiting', 'open');
call kernel.guard('procedures.run_step');
