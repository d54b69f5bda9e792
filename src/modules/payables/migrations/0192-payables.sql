-- Bills: from the paper to what may be paid. What is owed stands in the ledger as an open item, made when a bill is posted.

create schema payables;
grant usage on schema payables to kontor_app;

create table payables.settings (
  organisation_id uuid not null,
  -- above this sum nobody approves alone what they have coded themselves
  four_eyes_minor bigint check (four_eyes_minor >= 0),
  four_eyes_currency text check (four_eyes_currency ~ '^[A-Z]{3}$'),
  post_on text not null check (post_on in ('coding', 'approval', 'hand')),
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation,
  check ((four_eyes_minor is null) = (four_eyes_currency is null))
);
call kernel.guard('payables.settings');

create table payables.bill (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('bill', 'credit-note')),
  state text not null check (state in ('to-code', 'to-approve', 'approved', 'part-paid', 'paid', 'withdrawn')),
  origin text not null check (origin in ('document', 'hand')),
  -- the paper that it was made of; a paper makes one bill
  document_id uuid,
  supplier_id uuid,
  supplier_name text not null check (length(supplier_name) between 1 and 200),
  number text check (length(number) between 1 and 100),
  -- capitals and digits of the number: how one number is known from another
  number_key text check (length(number_key) between 1 and 100),
  issued_on date not null,
  due_on date not null,
  book_on date not null,
  received_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- as on the paper: above nothing for a credit note too
  total_minor bigint not null check (total_minor >= 0),
  vat_minor bigint,
  period_from date,
  period_to date,
  reference_scheme text check (reference_scheme in ('none', 'ocr', 'kid', 'rf', 'betalingskenmerk', 'multibanco', 'text')),
  reference text check (length(reference) between 1 and 140),
  pay_scheme text check (pay_scheme in ('iban', 'bankgiro', 'plusgiro', 'account')),
  pay_number text check (length(pay_number) between 1 and 40),
  pay_bic text check (length(pay_bic) between 1 and 11),
  order_number text check (length(order_number) between 1 and 100),
  method text not null check (method in ('transfer', 'direct-debit', 'card', 'cash', 'multibanco', 'none')),
  discount_on date,
  discount_minor bigint check (discount_minor > 0),
  note text not null default '' check (length(note) <= 20000),
  approver_id uuid,
  hold text check (hold in ('held', 'disputed')),
  hold_reason text check (length(hold_reason) between 1 and 300),
  coded_by_id uuid,
  coded_at timestamptz,
  approved_by_id uuid,
  approved_at timestamptz,
  -- rises with every posting, so that a correction is a reversal and an entry of its own
  round integer not null default 0,
  posted boolean not null default false,
  remaining_minor bigint not null,
  paid_on date,
  payments integer not null default 0,
  -- why the lines stand as they were proposed
  coding_reason jsonb,
  agreement_id uuid,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
  state_before text,
  -- stands for an open stop among the alarms, so that lists need not look
  stopped boolean not null default false,
  parcel_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, supplier_id) references kernel.record,
  foreign key (organisation_id, approver_id) references kernel.record,
  constraint bill_of_document_once unique (organisation_id, document_id),
  check ((pay_scheme is null) = (pay_number is null)),
  check ((reference_scheme is null) = (reference is null)),
  check ((discount_on is null) = (discount_minor is null)),
  check ((hold is null) = (hold_reason is null)),
  check (period_to >= period_from),
  check (remaining_minor between 0 and total_minor),
  check (state not in ('approved', 'part-paid', 'paid') or approved_at is not null),
  check (state not in ('to-approve', 'approved') or coded_at is not null),
  check (state <> 'paid' or remaining_minor = 0)
);
create index bill_open on payables.bill (organisation_id, due_on) where state in ('to-code', 'to-approve', 'approved', 'part-paid');
create index bill_supplier on payables.bill (organisation_id, supplier_id, issued_on desc);
create index bill_number on payables.bill (organisation_id, number_key);
create index bill_amount on payables.bill (organisation_id, total_minor, currency);
call kernel.guard('payables.bill');

create table payables.bill_line (
  organisation_id uuid not null,
  bill_id uuid not null,
  position integer not null check (position between 1 and 500),
  text text check (length(text) between 1 and 300),
  net_minor bigint not null,
  vat_minor bigint not null,
  vat_code text check (length(vat_code) between 1 and 20),
  account text check (length(account) between 1 and 20),
  dimensions jsonb not null default '{}',
  period_from date,
  period_to date,
  primary key (organisation_id, bill_id, position),
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade,
  check (period_to >= period_from)
);
call kernel.guard('payables.bill_line');

-- What is doubtful of a bill. A stop keeps it from being paid until somebody has settled it, and said how.
create table payables.alarm (
  organisation_id uuid not null,
  bill_id uuid not null,
  rule text not null check (length(rule) between 1 and 40),
  severity text not null check (severity in ('stop', 'look', 'told')),
  data jsonb not null default '{}',
  -- what it was found on: found anew on something else it is open again
  about text not null default '' check (length(about) <= 300),
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by_id uuid,
  how text check (how in ('phone', 'letter', 'visit', 'portal', 'seen')),
  said text check (length(said) between 1 and 500),
  primary key (organisation_id, bill_id, rule),
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade,
  check ((settled_at is null) = (settled_by_id is null)),
  check (settled_at is null or how is not null)
);
call kernel.guard('payables.alarm');

-- A reminder never becomes a second bill: it is told of the one it is about.
create table payables.reminder (
  organisation_id uuid not null,
  document_id uuid not null,
  bill_id uuid not null,
  came_on date not null,
  total_minor bigint,
  primary key (organisation_id, document_id),
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade
);
call kernel.guard('payables.reminder');

-- Part of a bill that was settled here: paid already in another way, or set off against a credit note.
create table payables.settlement (
  organisation_id uuid not null,
  bill_id uuid not null,
  id uuid not null,
  key text not null check (length(key) between 1 and 200),
  how text not null check (how in ('cash', 'card', 'bank', 'credit')),
  amount_minor bigint not null check (amount_minor > 0),
  on_day date not null,
  credit_id uuid,
  taken_back_at timestamptz,
  primary key (organisation_id, bill_id, id),
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade,
  foreign key (organisation_id, credit_id) references payables.bill,
  unique (organisation_id, key),
  check ((how = 'credit') = (credit_id is not null))
);
call kernel.guard('payables.settlement');

-- Whose yes is asked for: by supplier, or by a value of a dimension that stands on a line.
create table payables.approver (
  organisation_id uuid not null,
  id uuid not null,
  supplier_id uuid,
  dimension text check (length(dimension) between 1 and 20),
  value text check (length(value) between 1 and 40),
  approver_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, supplier_id) references kernel.record,
  foreign key (organisation_id, approver_id) references kernel.record,
  check ((supplier_id is null) <> (dimension is null)),
  check ((dimension is null) = (value is null)),
  unique nulls not distinct (organisation_id, supplier_id, dimension, value)
);
call kernel.guard('payables.approver');

-- Published by documents: what confirmed papers that ask for money say.
create view documents.payable_fact with (security_invoker = true) as
  select organisation_id, id as document_id, kind, sender_id, sender_name, number, issued_on, due_on, period_from, period_to, currency,
    net_minor, vat_minor, total_minor, iban, account, reference, order_number, received_at, file_id, media_kind, name
  from documents.document where kind in ('bill', 'credit-note', 'reminder') and state = 'confirmed';
grant select on documents.payable_fact to kontor_app;

-- Published by the directory: numbers somebody can be rung on.
create view directory.number_fact with (security_invoker = true) as
  select p.organisation_id, coalesce(r.merged_into, p.party_id) as party_id, p.written, p.e164, p.label
  from directory.phone p
  join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.party_id;
grant select on directory.number_fact to kontor_app;

-- Published by the directory: whom a payment is made out to.
create view directory.payee_fact with (security_invoker = true) as
  select p.organisation_id, p.id as party_id, p.name, p.company_number, p.vat_number, p.country,
    a.street, a.postcode, a.city, a.country as address_country
  from directory.party p
  left join lateral (select street, postcode, city, country from directory.address_post a
    where a.organisation_id = p.organisation_id and a.party_id = p.id order by a.position limit 1) a on true;
grant select on directory.payee_fact to kontor_app;
