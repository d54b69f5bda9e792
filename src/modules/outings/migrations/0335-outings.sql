-- Events and outings: who comes, how many fit, what it costs, what is eaten, how it was.

create schema outings;
grant usage on schema outings to kontor_app;

create table outings.outing (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid,
  state text not null check (state in ('planning', 'open', 'closed', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text check (length(place) between 1 and 200),
  description text not null default '' check (length(description) <= 10000),
  owner_id uuid,
  capacity integer check (capacity between 1 and 100000),
  plus_ones smallint not null default 0 check (plus_ones between 0 and 10),
  register_until timestamptz,
  keep_days smallint not null default 14 check (keep_days between 0 and 90),
  -- kept by the trigger of registration alone: whoever registers in whatever way, no more come than fit
  seats_taken integer not null default 0,
  diets_erased_at timestamptz,
  feedback_asked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, event_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  constraint outing_in_order check (ends_at > starts_at),
  constraint outing_seats check (seats_taken >= 0 and (capacity is null or seats_taken <= capacity))
);
create index outing_starts on outings.outing (organisation_id, starts_at);
call kernel.guard('outings.outing');

create table outings.registration (
  organisation_id uuid not null,
  outing_id uuid not null,
  id uuid not null,
  principal_id uuid,
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) between 3 and 254),
  language text not null check (length(language) between 2 and 8),
  answer text not null check (answer in ('invited', 'coming', 'waiting', 'declined')),
  guests smallint not null default 0 check (guests between 0 and 10),
  -- the order in which people wait
  queued bigint,
  diets text[] not null default '{}',
  diet_note text not null default '' check (length(diet_note) <= 500),
  checked_in_at timestamptz,
  invited_mail boolean not null default false,
  moved_mail boolean not null default true,
  feedback_mail boolean not null default true,
  cancelled_mail boolean not null default true,
  rating smallint check (rating between 1 and 5),
  feedback text not null default '' check (length(feedback) <= 2000),
  primary key (organisation_id, outing_id, id),
  foreign key (organisation_id, outing_id) references outings.outing on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record,
  constraint registration_once unique (organisation_id, outing_id, principal_id),
  check ((queued is not null) = (answer = 'waiting')),
  check (checked_in_at is null or answer = 'coming'),
  check (diets <@ array['vegetarian', 'vegan', 'gluten', 'lactose', 'nuts', 'fish', 'pork', 'alcohol'])
);
create unique index registration_mail on outings.registration (organisation_id, outing_id, lower(email)) where principal_id is null and email is not null;
create index registration_id on outings.registration (organisation_id, id);
call kernel.guard('outings.registration');

create function outings.count_seats() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  change integer := 0;
begin
  if tg_op <> 'INSERT' and old.answer = 'coming' then change := change - 1 - old.guests; end if;
  if tg_op <> 'DELETE' and new.answer = 'coming' then change := change + 1 + new.guests; end if;
  if change <> 0 then
    update outings.outing o set seats_taken = o.seats_taken + change
    where o.organisation_id = coalesce(new.organisation_id, old.organisation_id) and o.id = coalesce(new.outing_id, old.outing_id);
  end if;
  return null;
end $$;
create trigger seats after insert or update or delete on outings.registration for each row execute function outings.count_seats();

create table outings.programme (
  organisation_id uuid not null,
  outing_id uuid not null,
  position smallint not null check (position > 0),
  time text not null check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  what text not null check (length(what) between 1 and 200),
  primary key (organisation_id, outing_id, position),
  foreign key (organisation_id, outing_id) references outings.outing on delete cascade
);
call kernel.guard('outings.programme');

create table outings.budget_line (
  organisation_id uuid not null,
  outing_id uuid not null,
  position smallint not null check (position > 0),
  what text not null check (length(what) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  planned_minor bigint not null check (planned_minor >= 0),
  actual_minor bigint,
  document_id uuid,
  primary key (organisation_id, outing_id, position),
  foreign key (organisation_id, outing_id) references outings.outing on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record
);
call kernel.guard('outings.budget_line');

-- For an event or for a meeting.
create table outings.food_order (
  organisation_id uuid not null,
  id uuid not null,
  for_id uuid not null,
  what text not null check (length(what) between 1 and 2000),
  body text not null check (length(body) between 1 and 8000),
  subject text not null check (length(subject) between 1 and 300),
  heads integer not null check (heads > 0),
  deliver_at timestamptz not null,
  supplier_id uuid,
  email text check (length(email) between 3 and 254),
  how text not null check (how in ('task', 'sending', 'sent', 'failed', 'cancelled')),
  by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, for_id) references kernel.record on delete cascade,
  foreign key (organisation_id, supplier_id) references kernel.record
);
create index food_order_for on outings.food_order (organisation_id, for_id);
call kernel.guard('outings.food_order');
