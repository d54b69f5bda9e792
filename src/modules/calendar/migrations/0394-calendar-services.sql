-- What is ordered with a booking: catering and set-up, for one time of an event. They follow the event when it moves.

create table calendar.service (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  -- the instance's own time; null where the event does not repeat
  recurrence calendar.local,
  place_id uuid,
  kind text not null check (kind in ('catering', 'set-up')),
  what text not null check (length(what) between 1 and 500),
  heads integer check (heads between 1 and 10000),
  -- what people do not eat, without their names
  diets text check (length(diets) between 1 and 500),
  -- from the beginning of the event; before it where negative
  offset_minutes integer not null check (offset_minutes between -1440 and 10080),
  start_at timestamptz not null,
  responsible_id uuid,
  currency text check (currency ~ '^[A-Z]{3}$'),
  cost_minor bigint check (cost_minor >= 0),
  cost_centre text check (length(cost_centre) between 1 and 40),
  -- fallen: the event was called off; it stands again if the event is brought back
  state text not null check (state in ('ordered', 'cancelled', 'fallen')),
  -- counts what was told of it, so that each telling is a task of its own
  edition integer not null check (edition > 0),
  by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, event_id) references kernel.record on delete cascade,
  foreign key (organisation_id, responsible_id) references kernel.record,
  check ((currency is null) = (cost_minor is null))
);
create index service_event on calendar.service (organisation_id, event_id);
create index service_start on calendar.service (organisation_id, start_at);
call kernel.guard('calendar.service');

-- Published: what orders with bookings cost, for money to read.
create view calendar.service_cost_fact with (security_invoker = true) as
  select organisation_id, id as service_id, event_id, kind, what, start_at, currency, cost_minor, cost_centre, state
  from calendar.service where cost_minor is not null;
grant select on calendar.service_cost_fact to kontor_app;
