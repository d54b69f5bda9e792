-- Who is on call, and whom an alarm reaches: rotas, their turns, swaps, alarms and each attempt to tell somebody.

create schema oncall;
grant usage on schema oncall to kontor_app;

create table oncall.rota (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'live', 'paused')),
  zone text not null check (length(zone) between 1 and 64),
  -- whose public holidays are shown
  country text not null check (country ~ '^[A-Z]{2}$'),
  purpose text not null default '' check (length(purpose) <= 2000),
  -- what may be raised on it; none named: anything
  alarm_kinds text[] not null default '{}' check (cardinality(alarm_kinds) <= 20),
  -- principals and roles that may raise; none named: everybody
  raise_by uuid[] not null default '{}' check (cardinality(raise_by) <= 100),
  -- somebody has to be there at every moment
  always boolean not null,
  most_nights smallint check (most_nights between 1 and 60),
  -- how often the escalation goes through all its steps
  rounds smallint not null check (rounds between 1 and 10),
  -- what is being worked at; the live one is what was published last
  layers jsonb not null default '[]' check (jsonb_typeof(layers) = 'array' and pg_column_size(layers) <= 65536),
  live jsonb check (jsonb_typeof(live) = 'array'),
  published_at timestamptz,
  -- until when turns are laid out
  laid_until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  check ((state = 'draft') = (live is null)),
  check ((live is null) = (published_at is null)),
  check ((live is null) = (laid_until is null))
);
call kernel.guard('oncall.rota');

-- How an alarm goes on until somebody takes it.
create table oncall.step (
  organisation_id uuid not null,
  rota_id uuid not null,
  position smallint not null check (position between 0 and 19),
  -- after how many minutes the next step follows
  minutes smallint not null check (minutes between 1 and 1440),
  -- whoever is on call, whoever has a layer, or one person
  whom text not null check (whom in ('on-call', 'layer', 'person')),
  layer_id uuid,
  person_id uuid,
  ways text[] not null check (cardinality(ways) between 1 and 4 and ways <@ array['push', 'mail', 'sms', 'voice']),
  primary key (organisation_id, rota_id, position),
  foreign key (organisation_id, rota_id) references oncall.rota on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  check ((whom = 'layer') = (layer_id is not null)),
  check ((whom = 'person') = (person_id is not null))
);
call kernel.guard('oncall.step');

create table oncall.swap (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  asked_by_id uuid not null,
  with_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- what is taken from the other in return
  return_start_at timestamptz,
  return_end_at timestamptz,
  note text not null default '' check (length(note) <= 500),
  state text not null check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  settled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, rota_id) references oncall.rota on delete cascade,
  foreign key (organisation_id, asked_by_id) references kernel.record,
  foreign key (organisation_id, with_id) references kernel.record,
  check (end_at > start_at),
  check (return_end_at > return_start_at),
  check ((return_start_at is null) = (return_end_at is null)),
  check (asked_by_id <> with_id),
  check ((state = 'asked') = (settled_at is null))
);
create index swap_open on oncall.swap (organisation_id, with_id) where state = 'asked';
call kernel.guard('oncall.swap');

-- A stretch given to somebody; of two that overlap the later counts.
create table oncall.override (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  person_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  reason text not null default '' check (length(reason) <= 300),
  swap_id uuid,
  given_at timestamptz not null,
  given_by_id uuid not null,
  cancelled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, rota_id) references oncall.rota on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, swap_id) references oncall.swap,
  check (end_at > start_at)
);
create index override_of_rota on oncall.override (organisation_id, rota_id, end_at);
call kernel.guard('oncall.override');

-- The final row as it is lived: at each moment one person of a rota at most. What has passed stays as it was.
create table oncall.turn (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  person_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- the layer or the override that it comes of, and which turn of the layer
  by_id uuid not null,
  number integer not null,
  -- in the person's calendar: to be written, written, or refused there
  calendar text not null check (calendar in ('due', 'written', 'refused')),
  event_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, rota_id) references oncall.rota on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  check (end_at > start_at),
  check (calendar <> 'written' or event_id is not null),
  constraint turn_apart exclude using gist
    (organisation_id with =, rota_id with =, tstzrange(start_at, end_at) with &&) deferrable initially immediate
);
create index turn_due on oncall.turn (organisation_id, rota_id, start_at) where calendar = 'due';
create index turn_of_person on oncall.turn (organisation_id, person_id, start_at);
call kernel.guard('oncall.turn');

-- Events of turns that are no more: to be taken out of the calendars.
create table oncall.stale_event (
  organisation_id uuid not null,
  event_id uuid not null,
  rota_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, event_id),
  foreign key (organisation_id, rota_id) references oncall.rota on delete cascade
);
call kernel.guard('oncall.stale_event');

-- The number on which somebody is called when on call.
create table oncall.phone (
  organisation_id uuid not null,
  principal_id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  primary key (organisation_id, principal_id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade
);
call kernel.guard('oncall.phone');

create table oncall.alarm (
  organisation_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  state text not null check (state in ('open', 'acknowledged', 'resolved')),
  kind text check (length(kind) between 1 and 80),
  details text not null default '' check (length(details) <= 5000),
  about_id uuid,
  raised_by_id uuid not null,
  raised_at timestamptz not null,
  -- the step that has been taken, counted through all rounds from 1; none yet: 0
  taken integer not null default 0 check (taken >= 0),
  -- when the next follows; none once somebody has it, or all rounds are through
  next_at timestamptz,
  acknowledged_by_id uuid,
  acknowledged_at timestamptz,
  resolved_by_id uuid,
  resolved_at timestamptz,
  outcome text not null default '' check (length(outcome) <= 2000),
  -- of whoever acknowledged it
  worked_minutes integer check (worked_minutes between 0 and 10080),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, rota_id) references oncall.rota,
  foreign key (organisation_id, about_id) references kernel.record,
  check (case state
    when 'open' then acknowledged_at is null and resolved_at is null
    when 'acknowledged' then acknowledged_at is not null and resolved_at is null and next_at is null
    else resolved_at is not null and next_at is null end),
  check ((acknowledged_by_id is null) = (acknowledged_at is null)),
  check ((resolved_by_id is null) = (resolved_at is null)),
  check (worked_minutes is null or acknowledged_by_id is not null)
);
create index alarm_open on oncall.alarm (organisation_id, raised_at) where state <> 'resolved';
create index alarm_of_rota on oncall.alarm (organisation_id, rota_id, raised_at desc);
call kernel.guard('oncall.alarm');

-- Each attempt to tell somebody, with what became of it; a step tells nobody twice by the same way.
create table oncall.attempt (
  organisation_id uuid not null,
  id uuid not null,
  alarm_id uuid not null,
  taken integer not null check (taken > 0),
  person_id uuid,
  way text check (way in ('push', 'mail', 'sms', 'voice')),
  at timestamptz not null,
  state text not null check (state in ('sending', 'sent', 'failed', 'no-way', 'nobody', 'acknowledged')),
  settled_at timestamptz,
  error text check (length(error) between 1 and 300),
  primary key (organisation_id, id),
  foreign key (organisation_id, alarm_id) references oncall.alarm on delete cascade,
  constraint attempt_once unique nulls not distinct (organisation_id, alarm_id, taken, person_id, way),
  check ((state = 'nobody') = (person_id is null)),
  check ((person_id is null) = (way is null))
);
call kernel.guard('oncall.attempt');

-- Published: who is on call, and when; what somebody worked when called out.
create view oncall.turn_fact with (security_invoker = true) as
  select t.organisation_id, t.id as turn_id, t.rota_id, t.person_id, t.start_at, t.end_at, r.zone
  from oncall.turn t join oncall.rota r on r.organisation_id = t.organisation_id and r.id = t.rota_id;
grant select on oncall.turn_fact to kontor_app;

create view oncall.callout_fact with (security_invoker = true) as
  select a.organisation_id, a.id as alarm_id, a.rota_id, a.acknowledged_by_id as person_id, a.acknowledged_at, a.worked_minutes, r.zone
  from oncall.alarm a join oncall.rota r on r.organisation_id = a.organisation_id and r.id = a.rota_id
  where a.worked_minutes > 0;
grant select on oncall.callout_fact to kontor_app;
