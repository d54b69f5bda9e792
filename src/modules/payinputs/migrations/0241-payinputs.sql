-- What payroll is told: who is paid, their hours, absence, additions and deductions of a month, until it is handed on.

create schema payinputs;
grant usage on schema payinputs to kontor_app;

-- Somebody on the payroll: a person of the office, with the number payroll knows them by.
create table payinputs.payee (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  employee_number text not null check (length(employee_number) between 1 and 30),
  -- of an ordinary working day
  daily_minutes integer not null check (daily_minutes between 0 and 1440),
  -- a day without hours or absence is a gap
  expects_hours boolean not null,
  from_on date not null,
  until_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  constraint payee_once unique (organisation_id, person_id),
  constraint payee_number_once unique (organisation_id, employee_number),
  constraint payee_days check (until_on >= from_on)
);
call kernel.guard('payinputs.payee');

-- What comes every month until its day.
create table payinputs.recurring (
  organisation_id uuid not null,
  payee_id uuid not null,
  id uuid not null,
  kind text not null,
  minutes integer check (minutes between 1 and 60000),
  amount_minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  note text not null default '' check (length(note) <= 300),
  from_on date not null,
  until_on date,
  primary key (organisation_id, payee_id, id),
  foreign key (organisation_id, payee_id) references payinputs.payee on delete cascade,
  check ((minutes is null) <> (amount_minor is null)),
  check ((amount_minor is null) = (currency is null)),
  check (until_on >= from_on)
);
call kernel.guard('payinputs.recurring');

create table payinputs.period (
  organisation_id uuid not null,
  id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  state text not null check (state in ('open', 'gathered', 'checked', 'locked', 'handed-on')),
  handed_on_at timestamptz,
  -- of what was handed on: whether a file made again is the same one
  file_digest text,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint period_once unique (organisation_id, month),
  check ((state = 'handed-on') = (handed_on_at is not null))
);
call kernel.guard('payinputs.period');

create table payinputs.input (
  organisation_id uuid not null,
  period_id uuid not null,
  id uuid not null,
  payee_id uuid not null,
  kind text not null,
  on_day date not null,
  -- the last day; the same for all but absence
  until_day date not null,
  -- null with no amount either: whole working days
  minutes integer check (minutes between -60000 and 60000 and minutes <> 0),
  amount_minor bigint check (amount_minor <> 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  note text not null default '' check (length(note) <= 300),
  source text not null check (source in ('person', 'clerk', 'table', 'recurring', 'absence', 'correction')),
  -- the absence, the recurring input or the corrected one it was made of
  source_id uuid,
  removed boolean not null default false,
  primary key (organisation_id, period_id, id),
  foreign key (organisation_id, period_id) references payinputs.period on delete cascade,
  foreign key (organisation_id, payee_id) references payinputs.payee,
  check (until_day >= on_day),
  check (minutes is null or amount_minor is null),
  check ((amount_minor is null) = (currency is null))
);
create index input_payee on payinputs.input (organisation_id, payee_id, on_day);
-- gathered twice is there once
create unique index input_gathered_once on payinputs.input (organisation_id, period_id, payee_id, source, source_id)
  where source in ('recurring', 'absence');
call kernel.guard('payinputs.input');

-- The month of one person: handed in by themselves.
create table payinputs.sheet (
  organisation_id uuid not null,
  period_id uuid not null,
  payee_id uuid not null,
  handed_in_at timestamptz not null,
  primary key (organisation_id, period_id, payee_id),
  foreign key (organisation_id, period_id) references payinputs.period on delete cascade,
  foreign key (organisation_id, payee_id) references payinputs.payee on delete cascade
);
call kernel.guard('payinputs.sheet');

-- How the file looks that the payroll system reads; remembered.
create table payinputs.layout (
  organisation_id uuid not null,
  format text not null check (format in ('csv', 'paxml')),
  separator text not null check (separator in ('semicolon', 'comma', 'tab')),
  decimal_sign text not null check (decimal_sign in ('comma', 'point')),
  header boolean not null,
  columns text[] not null check (cardinality(columns) between 1 and 20),
  -- kind to the code of the payroll system
  codes jsonb not null,
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('payinputs.layout');
