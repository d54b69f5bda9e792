-- Expense reports: what people laid out for the office, trips with their allowances, and the rules they are checked against.

create schema expenses;
grant usage on schema expenses to kontor_app;

create table expenses.report (
  organisation_id uuid not null,
  id uuid not null,
  -- gapless in the office
  serial bigint not null check (serial > 0),
  -- whose money it is: a principal
  person_id uuid not null,
  state text not null check (state in ('draft', 'handed-in', 'verified', 'approved', 'paid', 'withdrawn')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  place text check (length(place) between 1 and 200),
  -- where the night was spent: the land whose allowance holds
  country text check (country ~ '^[A-Z]{2}$'),
  left_on date,
  left_time text check (left_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  back_on date,
  back_time text check (back_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  advance_minor bigint not null default 0 check (advance_minor >= 0),
  -- sums of the lines, in the office's currency
  total_minor bigint not null default 0,
  card_minor bigint not null default 0,
  doubts integer not null default 0 check (doubts >= 0),
  handed_in_at timestamptz,
  verified_at timestamptz,
  verified_by_id uuid,
  approved_at timestamptz,
  approved_by_id uuid,
  returned_reason text check (length(returned_reason) between 1 and 2000),
  -- raised by each approval, so that an entry taken back may be made anew
  approvals integer not null default 0,
  -- an office of one: the rules of its day let people verify their own
  alone boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, verified_by_id) references kernel.record,
  foreign key (organisation_id, approved_by_id) references kernel.record,
  constraint report_serial_once unique (organisation_id, serial),
  constraint report_days check (back_on >= left_on),
  check ((left_on is null) = (back_on is null)),
  check (left_on is null or (left_time is not null and back_time is not null)),
  check (state in ('draft', 'withdrawn') or handed_in_at is not null),
  check (state not in ('verified', 'approved', 'paid') or verified_by_id is not null),
  -- nobody verifies what is his own
  constraint report_not_own check (alone or verified_by_id is distinct from person_id),
  check (state not in ('approved', 'paid') or approved_at is not null)
);
create index report_person on expenses.report (organisation_id, person_id, state);
create index report_state on expenses.report (organisation_id, state, doubts desc);
call kernel.guard('expenses.report');

create table expenses.line (
  organisation_id uuid not null,
  report_id uuid not null,
  id uuid not null,
  position integer not null,
  sort text not null check (sort in ('receipt', 'per-diem', 'mileage')),
  category text not null,
  on_day date not null,
  text text not null default '' check (length(text) <= 300),
  document_id uuid,
  -- what a machine read and nobody has looked at yet
  proposed boolean not null default false,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor >= 0),
  vat_minor bigint check (vat_minor between 0 and amount_minor),
  -- office currency for one unit of the line's
  rate text check (rate ~ '^[0-9]{1,9}(\.[0-9]{1,10})?$'),
  -- null while it is not known what it is in the office's currency
  office_minor bigint check (office_minor >= 0),
  paid_by text not null default 'own' check (paid_by in ('own', 'company')),
  participants text check (length(participants) between 1 and 1000),
  -- of a journey: tenths of a kilometre
  distance_tenths integer check (distance_tenths > 0),
  vehicle text check (vehicle in ('own-car', 'company-car', 'company-electric', 'motorcycle', 'bicycle')),
  -- of an allowance: the land, which part of the day in hundredths, the meals that somebody else paid
  country text check (country ~ '^[A-Z]{2}$'),
  share smallint check (share between 0 and 100),
  breakfast boolean not null default false,
  lunch boolean not null default false,
  dinner boolean not null default false,
  removed boolean not null default false,
  primary key (organisation_id, report_id, id),
  foreign key (organisation_id, report_id) references expenses.report on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record,
  check ((sort = 'mileage') = (distance_tenths is not null)),
  check ((sort = 'mileage') = (vehicle is not null)),
  check ((sort = 'per-diem') = (share is not null)),
  check ((sort = 'per-diem') = (country is not null)),
  check (sort = 'receipt' or paid_by = 'own')
);
create index line_document on expenses.line (organisation_id, document_id) where document_id is not null;
create index line_facts on expenses.line (organisation_id, on_day, amount_minor, currency) where sort = 'receipt';
create unique index line_allowance_once on expenses.line (organisation_id, report_id, on_day) where sort = 'per-diem' and not removed;
call kernel.guard('expenses.line');

-- Rules, each from a day on: what was laid out is checked by those of its day.
create table expenses.policy (
  organisation_id uuid not null,
  from_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  receipt_above_minor bigint not null check (receipt_above_minor >= 0),
  hand_in_days integer not null check (hand_in_days between 1 and 1000),
  weekends boolean not null,
  alcohol boolean not null,
  four_eyes boolean not null,
  primary key (organisation_id, from_on),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('expenses.policy');

create table expenses.category_rule (
  organisation_id uuid not null,
  category text not null,
  from_on date not null,
  account text check (length(account) between 1 and 20),
  vat_code text check (length(vat_code) between 1 and 20),
  limit_minor bigint check (limit_minor >= 0),
  limit_currency text check (limit_currency ~ '^[A-Z]{3}$'),
  per text not null check (per in ('receipt', 'day', 'person')),
  participants boolean not null,
  primary key (organisation_id, category, from_on),
  foreign key (organisation_id) references kernel.organisation,
  check ((limit_minor is null) = (limit_currency is null))
);
call kernel.guard('expenses.category_rule');

-- What is paid for a day abroad or at home, and for a kilometre.
create table expenses.rate (
  organisation_id uuid not null,
  what text not null check (what in ('per-diem', 'own-car', 'company-car', 'company-electric', 'motorcycle', 'bicycle')),
  country text not null default '' check (country ~ '^([A-Z]{2})?$'),
  from_on date not null,
  -- decimal, in the office's currency
  rate text not null check (rate ~ '^[0-9]{1,9}(\.[0-9]{1,4})?$'),
  primary key (organisation_id, what, country, from_on),
  foreign key (organisation_id) references kernel.organisation,
  check ((what = 'per-diem') = (country <> ''))
);
call kernel.guard('expenses.rate');

-- Where a person is paid: a record of its own, seen by the person and by whoever pays.
create table expenses.claimant (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  scheme text not null check (scheme in ('iban', 'bankgiro', 'plusgiro', 'account')),
  number text not null check (number ~ '^[A-Z0-9]{2,34}$'),
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  constraint claimant_once unique (organisation_id, person_id)
);
call kernel.guard('expenses.claimant');

-- Published by documents: what was read on a receipt, whether it looks like another, and its words.
create view documents.receipt_fact with (security_invoker = true) as
  select organisation_id, id as document_id, kind, state, sender_name, issued_on, total_minor, vat_minor, currency,
    duplicate_of, duplicate_settled, read_at, page_count as pages, left(text, 4000) as words
  from documents.document;
grant select on documents.receipt_fact to kontor_app;
