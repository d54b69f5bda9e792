-- What bills are expected by: rent, electricity, telephone, insurance, leases, subscriptions.

create table payables.agreement (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('running', 'ended')),
  about text not null check (about in ('rent', 'electricity', 'heating', 'water', 'telephone', 'insurance', 'lease', 'subscription', 'service', 'other')),
  supplier_id uuid,
  supplier_name text not null check (length(supplier_name) between 1 and 200),
  -- by which the supplier knows us: on its bills
  customer_number text check (length(customer_number) between 1 and 100),
  starts_on date,
  ends_on date,
  -- whole months before its end by which notice is given; with none it simply ends
  notice_months integer check (notice_months between 0 and 60),
  notice_raised_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  usual_from_minor bigint not null check (usual_from_minor >= 0),
  usual_to_minor bigint not null,
  -- a bill comes every so many months
  every_months integer not null check (every_months in (1, 2, 3, 4, 6, 12)),
  -- the day of the first bill: later ones come on the same day of the month
  first_on date not null,
  -- how many bills have come or were passed over
  come integer not null default 0 check (come >= 0),
  -- the day on which the next one is expected
  next_on date not null,
  slack_days integer not null check (slack_days between 0 and 60),
  -- the expected day that was told to be missing
  missed_on date,
  owner_id uuid,
  note text not null default '' check (length(note) <= 20000),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, supplier_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  check (usual_to_minor >= usual_from_minor),
  check (ends_on >= starts_on)
);
create index agreement_next on payables.agreement (organisation_id, next_on) where state = 'running';
create index agreement_supplier on payables.agreement (organisation_id, supplier_id) where state = 'running';
call kernel.guard('payables.agreement');

alter table payables.bill add foreign key (organisation_id, agreement_id) references payables.agreement;

-- The bills that came, and the times that none was to come.
create table payables.agreement_bill (
  organisation_id uuid not null,
  agreement_id uuid not null,
  expected_on date not null,
  bill_id uuid,
  noted_at timestamptz not null,
  primary key (organisation_id, agreement_id, expected_on),
  foreign key (organisation_id, agreement_id) references payables.agreement on delete cascade,
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade
);
call kernel.guard('payables.agreement_bill');
