-- Trips: legs and stays on the clock of where they are, visits of the calendar, papers, costs; passports and visas.

create schema travel;
grant usage on schema travel to kontor_app;

create domain travel.local as text check (value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$');
create domain travel.country as text check (value ~ '^[A-Z]{2}$');

create table travel.trip (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('planned', 'approved', 'booked', 'cancelled')),
  starts_on date not null,
  ends_on date not null,
  destination text check (length(destination) between 1 and 200),
  country travel.country,
  purpose text not null default '' check (length(purpose) <= 2000),
  arranger_id uuid,
  created_by_id uuid not null,
  cost_centre text check (length(cost_centre) between 1 and 60),
  budget_minor bigint check (budget_minor >= 0),
  budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
  days_as text not null default 'away' check (days_as in ('away', 'free')),
  visa_for text[] not null default '{}',
  approved_at timestamptz,
  approved_by_id uuid,
  -- a task has been made of what is wrong shortly before it begins
  doubtful_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, arranger_id) references kernel.record,
  foreign key (organisation_id, created_by_id) references kernel.record,
  foreign key (organisation_id, approved_by_id) references kernel.record,
  constraint trip_in_order check (ends_on >= starts_on),
  check ((budget_minor is null) = (budget_currency is null)),
  check ((approved_at is null) = (approved_by_id is null)),
  check (state <> 'approved' or approved_at is not null)
);
create index trip_starts on travel.trip (organisation_id, starts_on);
call kernel.guard('travel.trip');

create table travel.traveller (
  organisation_id uuid not null,
  trip_id uuid not null,
  person_id uuid not null,
  position smallint not null check (position > 0),
  primary key (organisation_id, trip_id, person_id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record
);
create index traveller_person on travel.traveller (organisation_id, person_id);
call kernel.guard('travel.traveller');

-- What the wall's clock shows at either place, and the moments that it is.
create table travel.leg (
  organisation_id uuid not null,
  trip_id uuid not null,
  id uuid not null,
  mode text not null check (mode in ('flight', 'train', 'bus', 'car', 'ferry', 'taxi', 'other')),
  from_place text not null check (length(from_place) between 1 and 120),
  from_zone text not null check (length(from_zone) between 1 and 64),
  departs travel.local not null,
  departs_at timestamptz not null,
  to_place text not null check (length(to_place) between 1 and 120),
  to_zone text not null check (length(to_zone) between 1 and 64),
  arrives travel.local not null,
  arrives_at timestamptz not null,
  to_country travel.country,
  carrier text check (length(carrier) between 1 and 60),
  number text check (length(number) between 1 and 20),
  seat text check (length(seat) between 1 and 20),
  reference text check (length(reference) between 1 and 40),
  kilometres integer check (kilometres > 0),
  note text not null default '' check (length(note) <= 1000),
  primary key (organisation_id, trip_id, id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  constraint leg_in_order check (arrives_at > departs_at)
);
call kernel.guard('travel.leg');

create table travel.stay (
  organisation_id uuid not null,
  trip_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text check (length(address) between 1 and 300),
  zone text not null check (length(zone) between 1 and 64),
  check_in travel.local not null,
  check_in_at timestamptz not null,
  check_out travel.local not null,
  check_out_at timestamptz not null,
  country travel.country,
  reference text check (length(reference) between 1 and 40),
  phone text check (length(phone) between 1 and 40),
  note text not null default '' check (length(note) <= 1000),
  primary key (organisation_id, trip_id, id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  constraint stay_in_order check (check_out_at > check_in_at)
);
call kernel.guard('travel.stay');

-- Events of the calendar that belong to the trip.
create table travel.visit (
  organisation_id uuid not null,
  trip_id uuid not null,
  event_id uuid not null,
  primary key (organisation_id, trip_id, event_id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  foreign key (organisation_id, event_id) references kernel.record on delete cascade
);
call kernel.guard('travel.visit');

-- What the trip has put into whose calendar: `item_id` a leg, a stay, or the trip itself for its days.
create table travel.entry (
  organisation_id uuid not null,
  trip_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  event_id uuid not null,
  -- of what was written there, so that nothing is written twice
  digest text not null check (length(digest) between 1 and 64),
  primary key (organisation_id, trip_id, item_id, person_id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  foreign key (organisation_id, event_id) references kernel.record on delete cascade
);
create index entry_event on travel.entry (organisation_id, event_id);
call kernel.guard('travel.entry');

create table travel.thing (
  organisation_id uuid not null,
  trip_id uuid not null,
  position smallint not null check (position > 0),
  text text not null check (length(text) between 1 and 200),
  sort text not null check (sort in ('do', 'bring')),
  done boolean not null default false,
  primary key (organisation_id, trip_id, position),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade
);
call kernel.guard('travel.thing');

create table travel.contact (
  organisation_id uuid not null,
  trip_id uuid not null,
  position smallint not null check (position > 0),
  name text not null check (length(name) between 1 and 120),
  phone text not null check (length(phone) between 1 and 60),
  what text check (length(what) between 1 and 200),
  sort text not null check (sort in ('person', 'emergency')),
  primary key (organisation_id, trip_id, position),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade
);
call kernel.guard('travel.contact');

create table travel.paper (
  organisation_id uuid not null,
  trip_id uuid not null,
  document_id uuid not null,
  what text not null check (what in ('ticket', 'visa', 'insurance', 'other')),
  item_id uuid,
  primary key (organisation_id, trip_id, document_id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record
);
call kernel.guard('travel.paper');

create table travel.cost (
  organisation_id uuid not null,
  trip_id uuid not null,
  position smallint not null check (position > 0),
  kind text not null check (kind in ('travel', 'lodging', 'meals', 'representation', 'parking', 'other')),
  what text not null check (length(what) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  planned_minor bigint check (planned_minor >= 0),
  actual_minor bigint check (actual_minor >= 0),
  paid_by text not null check (paid_by in ('own', 'card', 'invoice')),
  on_day date,
  document_id uuid,
  primary key (organisation_id, trip_id, position),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record
);
call kernel.guard('travel.cost');

-- One expense report for each who travelled.
create table travel.claim (
  organisation_id uuid not null,
  trip_id uuid not null,
  person_id uuid not null,
  report_id uuid not null,
  primary key (organisation_id, trip_id, person_id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, report_id) references kernel.record on delete cascade
);
call kernel.guard('travel.claim');

-- A change that somebody outside, who is met, is told of by mail.
create table travel.message (
  organisation_id uuid not null,
  trip_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  language text not null check (length(language) between 2 and 5),
  was text not null check (length(was) between 1 and 300),
  now text not null check (length(now) between 1 and 300),
  sent_at timestamptz,
  primary key (organisation_id, trip_id, id),
  foreign key (organisation_id, trip_id) references travel.trip on delete cascade
);
call kernel.guard('travel.message');

create table travel.policy (
  organisation_id uuid not null primary key,
  approval text not null check (approval in ('never', 'abroad', 'always'))
);
call kernel.guard('travel.policy');

-- Passports, visas and the like.
create table travel.identity (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sort text not null check (sort in ('passport', 'id-card', 'visa', 'residence', 'vaccination')),
  -- who issued it; of a visa, the country that it is for
  country travel.country,
  number text check (length(number) between 1 and 60),
  issued_on date,
  expires_on date,
  remind_days smallint not null check (remind_days between 0 and 1000),
  reader_ids uuid[] not null default '{}',
  note text not null default '' check (length(note) <= 1000),
  document_id uuid,
  removed_at timestamptz,
  -- the expiry that a task has been made of
  raised_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, document_id) references kernel.record,
  constraint identity_in_order check (expires_on >= issued_on)
);
create index identity_person on travel.identity (organisation_id, person_id);
create index identity_expires on travel.identity (organisation_id, expires_on) where removed_at is null;
call kernel.guard('travel.identity');

-- Published: who travels when, for whoever plans around it.
create view travel.trip_fact with (security_invoker = true) as
  select t.organisation_id, t.id as trip_id, p.person_id, t.state, t.starts_on, t.ends_on, t.destination, t.country
  from travel.trip t join travel.traveller p on p.organisation_id = t.organisation_id and p.trip_id = t.id;
grant select on travel.trip_fact to kontor_app;

-- Published by the calendar: where an event is, as it was written.
create view calendar.event_place_fact with (security_invoker = true) as
  select organisation_id, id as event_id, place from calendar.event;
grant select on calendar.event_place_fact to kontor_app;
