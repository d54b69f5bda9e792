-- Registers that people make themselves: their fields, rows with typed values, rules, and what rules did.

create schema registers;
grant usage on schema registers to kontor_app;

create table registers.register (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  plural text not null check (length(plural) between 1 and 80),
  icon text not null check (length(icon) between 1 and 40),
  description text not null default '' check (length(description) <= 2000),
  -- "{number} {place}", of the keys of plain fields; empty takes the first field
  title_pattern text not null default '' check (length(title_pattern) <= 300),
  -- principals and roles that may write; NULL is everybody who may read and holds the permission
  writers uuid[] check (writers is null or cardinality(writers) > 0),
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('registers.register', 'select, insert, update');

create table registers.field (
  organisation_id uuid not null,
  register_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text not null check (length(name) between 1 and 80),
  type text not null check (type in ('text', 'longtext', 'number', 'money', 'date', 'yesno', 'choice', 'choices',
    'party', 'record', 'email', 'phone', 'address', 'computed')),
  help text not null default '' check (length(help) <= 300),
  position integer not null check (position > 0),
  required boolean not null default false,
  is_unique boolean not null default false,
  in_list boolean not null default true,
  -- the default of a new row, in the wire's form
  preset jsonb,
  -- of a link: the kind of record it names; NULL is any
  record_kind text,
  -- of a computed field: the date it counts from or to
  of_id uuid,
  counts text check (counts in ('age', 'until')),
  remind_days integer check (remind_days between 0 and 3660),
  remind_owner_id uuid,
  remind_role text check (length(remind_role) between 1 and 60),
  dropped_at timestamptz,
  primary key (organisation_id, register_id, id),
  unique (organisation_id, register_id, id, type),
  unique (organisation_id, register_id, position) deferrable initially deferred,
  foreign key (organisation_id, register_id) references registers.register on delete cascade,
  foreign key (organisation_id, register_id, of_id) references registers.field (organisation_id, register_id, id),
  check ((type = 'computed') = (of_id is not null) and (of_id is null) = (counts is null)),
  check (type <> 'computed' or not (required or is_unique or preset is not null)),
  check (not is_unique or type in ('text', 'number', 'date', 'party', 'record', 'email', 'phone')),
  check (remind_days is null or type = 'date'),
  check (remind_days is not null or (remind_owner_id is null and remind_role is null)),
  check (record_kind is null or type = 'record')
);
create unique index field_key on registers.field (organisation_id, register_id, key) where dropped_at is null;
call kernel.guard('registers.field');

create table registers.choice (
  organisation_id uuid not null,
  register_id uuid not null,
  field_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  position integer not null check (position > 0),
  retired_at timestamptz,
  primary key (organisation_id, register_id, field_id, id),
  foreign key (organisation_id, register_id, field_id) references registers.field on delete cascade
);
create unique index choice_name on registers.choice (organisation_id, register_id, field_id, lower(name)) where retired_at is null;
call kernel.guard('registers.choice');

create table registers.row (
  organisation_id uuid not null,
  id uuid not null,
  register_id uuid not null,
  title_key text collate "C" not null,
  -- title and plain values without case and marks, for finding within the list
  folded text not null,
  import_id uuid,
  discarded_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, register_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, register_id) references registers.register
);
create index row_title on registers.row (organisation_id, register_id, title_key, id) where discarded_at is null;
create index row_newest on registers.row (organisation_id, register_id, id) where discarded_at is null;
create index row_import on registers.row (organisation_id, import_id) where import_id is not null;
call kernel.guard('registers.row');

-- One value of one field of one row, in the column of its type; several only where the field takes several choices.
create table registers.value (
  organisation_id uuid not null,
  register_id uuid not null,
  row_id uuid not null,
  field_id uuid not null,
  type text not null,
  ordinal smallint not null default 0 check (ordinal between 0 and 99),
  words text check (length(words) between 1 and 20000),
  number numeric check (abs(number) < 1e15),
  minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  day date,
  yes boolean,
  choice_id uuid,
  ref_id uuid,
  -- in the order of its type: what lists sort and filter by; NULL where it names another record
  sort_key text collate "C" check (length(sort_key) <= 200),
  unique_key text collate "C" check (length(unique_key) <= 300),
  primary key (organisation_id, row_id, field_id, ordinal),
  foreign key (organisation_id, register_id, field_id, type) references registers.field (organisation_id, register_id, id, type),
  foreign key (organisation_id, register_id, row_id) references registers.row (organisation_id, register_id, id) on delete cascade,
  foreign key (organisation_id, register_id, field_id, choice_id) references registers.choice,
  foreign key (organisation_id, ref_id) references kernel.record (organisation_id, id),
  check ((type in ('text', 'longtext', 'email', 'phone', 'address')) = (words is not null)),
  check ((type = 'number') = (number is not null)),
  check ((type = 'money') = (minor is not null) and (minor is null) = (currency is null)),
  check ((type = 'date') = (day is not null)),
  check ((type = 'yesno') = (yes is not null)),
  check ((type in ('choice', 'choices')) = (choice_id is not null)),
  check ((type in ('party', 'record')) = (ref_id is not null)),
  check (ordinal = 0 or type = 'choices'),
  check ((ref_id is null) = (sort_key is not null)),
  check (type <> 'email' or words ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$')
);
create unique index value_unique on registers.value (organisation_id, field_id, unique_key) where unique_key is not null;
create index value_sort on registers.value (organisation_id, field_id, sort_key, row_id);
create index value_ref on registers.value (organisation_id, ref_id, field_id) where ref_id is not null;
create index value_choice on registers.value (organisation_id, register_id, field_id, choice_id) where choice_id is not null;
call kernel.guard('registers.value');

-- A row has all that its register requires, whoever wrote it: looked at when the act ends.
create function registers.row_is_whole() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  org uuid;
  the_row uuid;
begin
  if tg_table_name = 'row' then
    org := new.organisation_id;
    the_row := new.id;
  else
    org := old.organisation_id;
    the_row := old.row_id;
  end if;
  if exists (
    select from registers.row r join registers.field f on f.organisation_id = r.organisation_id and f.register_id = r.register_id
    where r.organisation_id = org and r.id = the_row and r.discarded_at is null and f.required and f.dropped_at is null
      and not exists (select from registers.value v where v.organisation_id = org and v.row_id = r.id and v.field_id = f.id)
  ) then
    raise exception 'row % lacks what its register requires', the_row using errcode = '23514', constraint = 'row_is_whole';
  end if;
  return null;
end $$;
create constraint trigger row_is_whole after insert or update of discarded_at on registers.row deferrable initially deferred
  for each row execute function registers.row_is_whole();
create constraint trigger row_stays_whole after delete on registers.value deferrable initially deferred
  for each row execute function registers.row_is_whole();

create function registers.rows_are_whole() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (
    select from registers.row r
    where r.organisation_id = new.organisation_id and r.register_id = new.register_id and r.discarded_at is null
      and not exists (select from registers.value v where v.organisation_id = r.organisation_id and v.row_id = r.id and v.field_id = new.id)
  ) and exists (
    select from registers.field f where f.organisation_id = new.organisation_id and f.register_id = new.register_id and f.id = new.id
      and f.required and f.dropped_at is null
  ) then
    raise exception 'rows lack the field % that is to be required', new.id using errcode = '23514', constraint = 'row_is_whole';
  end if;
  return null;
end $$;
create constraint trigger rows_are_whole after insert or update of required, dropped_at on registers.field deferrable initially deferred
  for each row when (new.required) execute function registers.rows_are_whole();

create table registers.rule (
  organisation_id uuid not null,
  register_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- in whose name, and with whose authority of that moment, it acts
  author_id uuid not null,
  condition jsonb not null check (jsonb_typeof(condition) = 'object'),
  action jsonb not null check (jsonb_typeof(action) = 'array'),
  -- what sets it off, out of the condition, so that it is found
  trigger_on text not null check (trigger_on in ('added', 'changed', 'date')),
  trigger_field_id uuid,
  trigger_days integer check (trigger_days between -3660 and 3660),
  -- of a date: rows whose day came before this are left alone
  since_on date not null,
  enabled boolean not null default true,
  version integer not null default 1,
  primary key (organisation_id, register_id, id),
  foreign key (organisation_id, register_id) references registers.register on delete cascade,
  foreign key (organisation_id, register_id, trigger_field_id) references registers.field (organisation_id, register_id, id),
  foreign key (organisation_id, author_id) references kernel.record (organisation_id, id),
  check ((trigger_on = 'added') = (trigger_field_id is null)),
  check ((trigger_on = 'date') = (trigger_days is not null))
);
call kernel.guard('registers.rule');

-- What happened to a row and rules are still to hear of; gone when they have.
create table registers.happening (
  organisation_id uuid not null,
  id uuid not null,
  register_id uuid not null,
  row_id uuid not null,
  what text not null check (what in ('added', 'changed', 'date')),
  -- the fields that changed, or the date that came
  field_ids uuid[] not null,
  -- the one rule a date concerns
  rule_id uuid,
  -- the rules that led here, the first first: none of them runs again
  chain uuid[] not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, register_id, row_id) references registers.row (organisation_id, register_id, id) on delete cascade
);
create index happening_register on registers.happening (organisation_id, register_id, id);
call kernel.guard('registers.happening');

create table registers.rule_run (
  organisation_id uuid not null,
  register_id uuid not null,
  rule_id uuid not null,
  id uuid not null,
  row_id uuid not null,
  at timestamptz not null,
  -- done, or the name of what refused it
  outcome text not null check (length(outcome) between 1 and 80),
  -- of a date: the day that had come, so that it comes once
  day date,
  primary key (organisation_id, register_id, rule_id, id),
  foreign key (organisation_id, register_id, rule_id) references registers.rule on delete cascade,
  foreign key (organisation_id, register_id, row_id) references registers.row (organisation_id, register_id, id) on delete cascade
);
create index rule_run_at on registers.rule_run (organisation_id, register_id, at desc);
create unique index rule_run_day on registers.rule_run (organisation_id, rule_id, row_id, day) where day is not null;
call kernel.guard('registers.rule_run', 'select, insert, delete');

-- Which reminders of which day have been raised.
create table registers.reminder (
  organisation_id uuid not null,
  row_id uuid not null,
  field_id uuid not null,
  day date not null,
  primary key (organisation_id, row_id, field_id, day),
  foreign key (organisation_id, row_id) references registers.row on delete cascade
);
call kernel.guard('registers.reminder');
