-- What goes to the accountant each month, where the books are kept elsewhere: papers, lists, codings, what the bank showed. Nothing goes twice.
create table payables.parcel (
  organisation_id uuid not null,
  id uuid not null,
  -- the first day of its month
  month_on date not null check (extract(day from month_on) = 1),
  state text not null check (state in ('making', 'ready', 'sent', 'withdrawn')),
  made_on date not null,
  made_at timestamptz not null,
  file_id uuid,
  digest bytea,
  file_name text check (length(file_name) between 1 and 200),
  bill_count integer not null check (bill_count >= 0),
  line_count integer not null check (line_count >= 0),
  late_count integer not null check (late_count >= 0),
  paper_count integer not null default 0 check (paper_count >= 0),
  -- whom it went to, and how far the mail has come
  sent_to text check (length(sent_to) between 1 and 200),
  email text check (length(email) between 3 and 200),
  note text not null default '' check (length(note) <= 2000),
  mail text not null default 'none' check (mail in ('none', 'sending', 'sent', 'failed', 'no-door')),
  mail_error text check (length(mail_error) between 1 and 500),
  sent_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  check ((file_id is null) = (digest is null)),
  check (state not in ('ready', 'sent') or file_id is not null),
  check ((state = 'withdrawn') = (withdrawn_reason is not null)),
  check (state <> 'sent' or sent_to is not null)
);
call kernel.guard('payables.parcel');

-- A bill as it stood: coded and approved anew it goes again, and is said to.
create table payables.parcel_bill (
  organisation_id uuid not null,
  parcel_id uuid not null,
  bill_id uuid not null,
  round integer not null,
  position integer not null,
  -- its month had gone already
  late boolean not null,
  again boolean not null,
  live boolean not null,
  primary key (organisation_id, parcel_id, bill_id),
  foreign key (organisation_id, parcel_id) references payables.parcel on delete cascade,
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade
);
create unique index parcel_bill_once on payables.parcel_bill (organisation_id, bill_id, round) where live;
call kernel.guard('payables.parcel_bill');

-- A line of the bank as it was matched: matched anew it goes again.
create table payables.parcel_line (
  organisation_id uuid not null,
  parcel_id uuid not null,
  line_id uuid not null,
  match_id uuid not null,
  position integer not null,
  late boolean not null,
  live boolean not null,
  primary key (organisation_id, parcel_id, line_id),
  foreign key (organisation_id, parcel_id) references payables.parcel on delete cascade
);
create unique index parcel_line_once on payables.parcel_line (organisation_id, line_id, match_id) where live;
call kernel.guard('payables.parcel_line');

-- Published by banking: lines of the bank that were said to be something, and what.
create view banking.matched_line_fact with (security_invoker = true) as
  select l.organisation_id, l.id as line_id, l.match_id, l.account_id, a.number as account_number, l.kind, l.booked_on, l.amount_minor, l.currency,
    l.party_name, l.text, l.position, m.parts
  from banking.line l
  join banking.match m on m.organisation_id = l.organisation_id and m.id = l.match_id
  join banking.account a on a.organisation_id = l.organisation_id and a.id = l.account_id;
grant select on banking.matched_line_fact to kontor_app;
