-- Matters: what binds papers, tasks, people, money and dates under one number.

create schema matters;
grant usage on schema matters to kontor_app;

-- Kinds of matter, each with a series of numbers of its own or in the office's standard one.
create table matters.matter_kind (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- how its numbers are written ({yyyy} or {yy}, {n} to {nnnnnn}); NULL: they stand in the standard series
  pattern text check (length(pattern) between 3 and 40 and pattern ~ '\{n{1,6}\}' and pattern !~ '\s'),
  -- the pattern without the width of its number, so that no two series can write the same one
  skeleton text,
  -- what every new matter of it must have
  checklist text[] not null default '{}' check (cardinality(checklist) <= 50),
  is_standard boolean not null default false,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint matter_pattern_once unique (organisation_id, skeleton),
  check ((pattern is null) = (skeleton is null)),
  check (not is_standard or (pattern is not null and retired_at is null))
);
create unique index matter_kind_standard on matters.matter_kind (organisation_id) where is_standard;
call kernel.guard('matters.matter_kind');

create table matters.matter (
  organisation_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 40 and number !~ '\s'),
  -- gapless: serial 1, 2, 3 … within a series and year; 0 is the year of a series that is not counted by years
  series_id uuid not null,
  year smallint not null check (year = 0 or year between 1900 and 9999),
  serial bigint not null check (serial > 0),
  name text not null check (length(name) between 1 and 300),
  folded text not null default '',
  note text not null default '' check (length(note) <= 20000),
  kind_id uuid,
  owner_id uuid not null,
  for_id uuid,
  state text not null check (state in ('open', 'waiting', 'closed')),
  waiting_for text check (length(waiting_for) between 1 and 200),
  waiting_until date,
  start_on date not null,
  target_on date,
  outcome text check (outcome in ('settled', 'granted', 'refused', 'withdrawn', 'moved', 'mistake')),
  result text check (length(result) between 1 and 2000),
  ended_at timestamptz,
  ended_by_id uuid,
  budget_minor bigint check (budget_minor >= 0),
  budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, kind_id) references matters.matter_kind,
  foreign key (organisation_id, series_id) references matters.matter_kind,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, for_id) references kernel.record,
  constraint matter_serial_once unique (organisation_id, series_id, year, serial),
  constraint matter_number_once unique (organisation_id, number),
  constraint matter_target_after_start check (target_on >= start_on),
  check ((state = 'waiting') = (waiting_for is not null)),
  check (waiting_until is null or waiting_for is not null),
  check ((state = 'closed') = (ended_at is not null)),
  check ((state = 'closed') = (outcome is not null)),
  check (result is null or state = 'closed'),
  check ((ended_at is null) = (ended_by_id is null)),
  check ((budget_minor is null) = (budget_currency is null))
);
create index matter_state on matters.matter (organisation_id, state, target_on, id);
create index matter_owner on matters.matter (organisation_id, owner_id) where state <> 'closed';
create index matter_for on matters.matter (organisation_id, for_id) where for_id is not null;
call kernel.guard('matters.matter');

create table matters.binding (
  organisation_id uuid not null,
  matter_id uuid not null,
  record_id uuid not null,
  -- whether binding made the record follow the matter's class; what was made within it follows anyway
  follows boolean not null,
  bound_at timestamptz not null,
  bound_by_id uuid not null,
  -- the matter it came from when two were merged
  moved_from_id uuid,
  primary key (organisation_id, matter_id, record_id),
  foreign key (organisation_id, matter_id) references matters.matter on delete cascade,
  foreign key (organisation_id, record_id) references kernel.record on delete cascade,
  check (matter_id <> record_id)
);
create index binding_record on matters.binding (organisation_id, record_id);
call kernel.guard('matters.binding');

create table matters.party (
  organisation_id uuid not null,
  matter_id uuid not null,
  party_id uuid not null,
  role text not null check (role in ('client', 'counterpart', 'authority', 'contact', 'adviser', 'supplier', 'witness', 'other')),
  note text not null default '' check (length(note) <= 300),
  moved_from_id uuid,
  primary key (organisation_id, matter_id, party_id, role),
  foreign key (organisation_id, matter_id) references matters.matter on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record on delete cascade
);
create index party_matter on matters.party (organisation_id, party_id);
call kernel.guard('matters.party');

create table matters.checklist_item (
  organisation_id uuid not null,
  matter_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  text text not null check (length(text) between 1 and 300),
  ticked_at timestamptz,
  ticked_by_id uuid,
  moved_from_id uuid,
  primary key (organisation_id, matter_id, id),
  foreign key (organisation_id, matter_id) references matters.matter on delete cascade,
  check ((ticked_at is null) = (ticked_by_id is null))
);
call kernel.guard('matters.checklist_item');

-- Binding makes a record follow the matter's class; unbinding takes that back.
grant delete on kernel.derivation to kontor_app;

-- Lets a record follow a matter: at least as confidential, for nobody more. False where it already did.
create function matters.follow(org uuid, target uuid, matter uuid) returns boolean language plpgsql set search_path = pg_catalog as $$
begin
  perform from kernel.derivation where organisation_id = org and record_id = target and source_id = matter;
  if found then
    return false;
  end if;
  update kernel.record set own_class = class, own_audience = audience
    where organisation_id = org and id = target and own_class is null;
  insert into kernel.derivation (organisation_id, record_id, source_id) values (org, target, matter);
  return true;
end $$;

-- Lets a record be by itself again, as far as the matter is concerned.
create function matters.unfollow(org uuid, target uuid, matter uuid) returns void language plpgsql set search_path = pg_catalog as $$
begin
  delete from kernel.derivation where organisation_id = org and record_id = target and source_id = matter;
  perform from kernel.derivation where organisation_id = org and record_id = target;
  if found then
    perform kernel.inherit(org, target);
  else
    update kernel.record set class = own_class, audience = own_audience, own_class = null, own_audience = null
      where organisation_id = org and id = target and own_class is not null;
  end if;
end $$;

-- Published: which record belongs to which matter; who may see either is for kernel.record to say.
create view matters.binding_fact with (security_invoker = true) as
  select b.organisation_id, b.record_id, coalesce(r.merged_into, b.matter_id) as matter_id
  from matters.binding b join kernel.record r on r.organisation_id = b.organisation_id and r.id = b.matter_id;
grant select on matters.binding_fact to kontor_app;
