-- The office's bank accounts, what is paid from them, what the bank tells of them.

create schema banking;
grant usage on schema banking to kontor_app;

create table banking.settings (
  organisation_id uuid not null,
  four_eyes boolean not null,
  book_at_hand_out boolean not null,
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('banking.settings');

create table banking.account (
  organisation_id uuid not null,
  id uuid not null,
  scheme text not null check (scheme in ('iban', 'bankgiro', 'plusgiro', 'account')),
  number text not null check (number ~ '^[A-Z0-9]{2,40}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  -- the account in the ledger; without one the account that has the role of the bank
  ledger_account text check (length(ledger_account) between 1 and 20),
  file_version text not null check (file_version in ('09', '03')),
  holder text not null check (length(holder) between 1 and 140),
  street text check (length(street) between 1 and 70),
  postal_code text check (length(postal_code) between 1 and 16),
  town text check (length(town) between 1 and 35),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- what the bank calls the office where it sends files
  customer_number text check (length(customer_number) between 1 and 35),
  -- the columns of its bank's tables, as somebody said them once
  layout jsonb,
  is_closed boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('banking.account');

-- Every number by which a file may name an account; no number is of two.
create table banking.account_number (
  organisation_id uuid not null,
  account_id uuid not null,
  scheme text not null check (scheme in ('iban', 'bankgiro', 'plusgiro', 'account')),
  number text not null check (number ~ '^[A-Z0-9]{2,40}$'),
  constraint bank_number_once primary key (organisation_id, scheme, number),
  foreign key (organisation_id, account_id) references banking.account on delete cascade
);
call kernel.guard('banking.account_number');

create table banking.run (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  year smallint not null,
  -- gapless within a year
  serial bigint not null check (serial > 0),
  method text not null check (method in ('file', 'hand')),
  state text not null check (state in ('proposed', 'approved', 'handed-out', 'settled', 'rejected', 'withdrawn')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  message_id text not null check (length(message_id) between 1 and 35),
  proposed_by_id uuid not null,
  proposed_on date not null,
  approved_by_id uuid,
  approved_at timestamptz,
  handed_out_by_id uuid,
  handed_out_at timestamptz,
  accepted_on date,
  settled_on date,
  confirmed_because text check (length(confirmed_because) between 1 and 1000),
  file_id uuid,
  file_digest bytea,
  file_name text,
  -- why no file could be written: [{name, payee}]
  problem jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, account_id) references banking.account,
  constraint run_number_once unique (organisation_id, year, serial),
  constraint run_message_once unique (organisation_id, message_id),
  check ((approved_at is null) = (approved_by_id is null)),
  check ((handed_out_at is null) = (handed_out_by_id is null)),
  check (state in ('proposed', 'withdrawn') or approved_at is not null),
  check (state not in ('handed-out', 'settled', 'rejected') or handed_out_at is not null),
  check (state not in ('proposed') or handed_out_at is null),
  check ((file_id is null) = (file_digest is null)),
  -- a file leaves the house only when it is there
  check (method = 'hand' or handed_out_at is null or file_id is not null)
);
create index run_open on banking.run (organisation_id, account_id) where state in ('proposed', 'approved', 'handed-out');
call kernel.guard('banking.run');

create table banking.payment (
  organisation_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  position integer not null,
  party_id uuid,
  party_name text not null,
  pay_to jsonb not null,
  reference jsonb,
  text text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  pay_on date not null,
  end_to_end_id text not null check (length(end_to_end_id) between 1 and 35),
  -- the group of the file in which it stands: banks book and turn down whole groups
  payment_info_id text,
  state text not null check (state in ('planned', 'settled', 'rejected', 'dropped')),
  ticked_at timestamptz,
  reason text check (length(reason) between 1 and 300),
  -- keys of the entries that booked it against clearing when it was handed out, and against the bank when somebody confirmed it
  handed_key text,
  confirmed_key text,
  settled_on date,
  -- the line of the bank that showed it
  line_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, run_id) references banking.run on delete cascade,
  constraint payment_end_to_end_once unique (organisation_id, end_to_end_id),
  check ((state = 'rejected') = (reason is not null)),
  check ((state = 'settled') = (settled_on is not null))
);
create index payment_run on banking.payment (organisation_id, run_id);
call kernel.guard('banking.payment');

-- What a payment pays. An item stands in one live payment only, whoever proposes at the same time: never twice.
create table banking.payment_item (
  organisation_id uuid not null,
  payment_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  number text,
  due_on date not null,
  -- signed as the item: a credit note is below nothing
  amount_minor bigint not null check (amount_minor <> 0),
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  live boolean not null,
  primary key (organisation_id, payment_id, item_id),
  foreign key (organisation_id, payment_id) references banking.payment on delete cascade
);
create unique index payment_item_live_once on banking.payment_item (organisation_id, item_id) where live;
call kernel.guard('banking.payment_item');

-- A payment is the sum of what it pays, less the discounts, and pays live items only while it is planned: tried at commit.
create function banking.payment_whole() returns trigger language plpgsql as $$
declare
  p banking.payment;
  paid bigint;
  alive boolean;
begin
  select * into p from banking.payment
    where organisation_id = coalesce(new.organisation_id, old.organisation_id)
      and id = coalesce((to_jsonb(new) ->> 'payment_id')::uuid, (to_jsonb(old) ->> 'payment_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
  if p.id is null then return null; end if;
  select sum(amount_minor - discount_minor), bool_or(live) into paid, alive from banking.payment_item
    where organisation_id = p.organisation_id and payment_id = p.id;
  if paid is distinct from p.amount_minor then
    raise exception 'payment % pays % and is %', p.id, paid, p.amount_minor using errcode = '23514', constraint = 'payment_whole';
  end if;
  if coalesce(alive, false) <> (p.state = 'planned') then
    raise exception 'payment % is % with live items %', p.id, p.state, alive using errcode = '23514', constraint = 'payment_live';
  end if;
  return null;
end $$;
create constraint trigger payment_whole after insert or update on banking.payment
  deferrable initially deferred for each row execute function banking.payment_whole();
create constraint trigger payment_item_whole after insert or update or delete on banking.payment_item
  deferrable initially deferred for each row execute function banking.payment_whole();

-- A file of the bank, kept as it came.
create table banking.statement (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  digest bytea not null,
  file_name text not null,
  state text not null check (state in ('waiting', 'read', 'asks', 'refused')),
  format text,
  account_id uuid,
  run_id uuid,
  taken_on date not null,
  line_count integer not null default 0,
  new_count integer not null default 0,
  findings jsonb not null default '[]',
  problem jsonb,
  head jsonb,
  layout jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, account_id) references banking.account,
  foreign key (organisation_id, run_id) references banking.run,
  check ((state in ('asks', 'refused')) = (problem is not null)),
  check (state <> 'read' or format is not null)
);
call kernel.guard('banking.statement');

create table banking.statement_part (
  organisation_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  account_id uuid not null,
  kind text not null check (kind in ('statement', 'intraday', 'advice')),
  sequence text,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  from_on date,
  to_on date,
  opening_on date,
  opening_minor bigint,
  closing_on date,
  closing_minor bigint,
  line_count integer not null,
  new_count integer not null,
  primary key (organisation_id, statement_id, position),
  foreign key (organisation_id, statement_id) references banking.statement on delete cascade,
  foreign key (organisation_id, account_id) references banking.account,
  check ((opening_on is null) = (opening_minor is null)),
  check ((closing_on is null) = (closing_minor is null))
);
create index statement_part_closing on banking.statement_part (organisation_id, account_id, closing_on desc) where kind = 'statement';
call kernel.guard('banking.statement_part');

-- A line as the bank told it. Its identity makes it one, in however many files it stands; twins of a day are counted.
create table banking.line (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  statement_id uuid not null,
  -- `advice`: what stands inside a sum of the account; it is booked against clearing, and the sum against the same
  kind text not null check (kind in ('statement', 'advice')),
  identity text not null,
  position integer not null,
  booked_on date not null,
  value_on date,
  amount_minor bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  party_name text,
  party_account text,
  bank_ref text,
  end_to_end_id text,
  instruction_id text,
  code text,
  -- all that it refers to: [{scheme, value, minor}]
  reference jsonb not null,
  text text not null,
  is_reversal boolean not null,
  batch jsonb,
  fee_minor bigint,
  -- how it was matched, while it is
  match_id uuid,
  asked_id uuid,
  asked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references banking.account,
  foreign key (organisation_id, statement_id) references banking.statement,
  constraint line_once unique (organisation_id, account_id, kind, identity)
);
create index line_open on banking.line (organisation_id, account_id, booked_on, id) where match_id is null;
create index line_of_account on banking.line (organisation_id, account_id, booked_on desc, id desc);
create index line_of_statement on banking.line (organisation_id, statement_id);
call kernel.guard('banking.line');

-- What a line was said to be.
create table banking.match (
  organisation_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  parts jsonb not null,
  -- of the entry it was booked by; null where all of it was booked before
  entry_key text,
  matched_at timestamptz not null,
  matched_by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, line_id) references banking.line on delete cascade,
  constraint match_line_once unique (organisation_id, line_id)
);
call kernel.guard('banking.match');
alter table banking.line add foreign key (organisation_id, match_id) references banking.match deferrable initially deferred;
alter table banking.payment add foreign key (organisation_id, line_id) references banking.line;

-- How lines from somebody were booked: proposed for the next.
create table banking.rule (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- the other's name or the line's words, folded, without figures
  counterparty text not null check (length(counterparty) between 1 and 200),
  shown text not null,
  direction smallint not null check (direction in (-1, 1)),
  part jsonb not null,
  uses integer not null check (uses > 0),
  last_on date not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references banking.account on delete cascade,
  constraint rule_once unique (organisation_id, account_id, counterparty, direction)
);
call kernel.guard('banking.rule');

-- Published: what each account holds by the bank's own word, and what is on its way out.
create view banking.account_balance_fact with (security_invoker = true) as
  select a.organisation_id, a.id as account_id, a.currency, a.ledger_account, a.is_closed,
    c.closing_minor + coalesce(later.sum_minor, 0) as balance_minor,
    greatest(c.closing_on, later.last_on) as balance_on,
    known.last_on as known_until
  from banking.account a
  left join lateral (
    select p.closing_on, p.closing_minor from banking.statement_part p
    where p.organisation_id = a.organisation_id and p.account_id = a.id and p.kind = 'statement' and p.closing_on is not null
    order by p.closing_on desc, p.statement_id desc, p.position desc limit 1) c on true
  left join lateral (
    select sum(l.amount_minor)::bigint as sum_minor, max(l.booked_on) as last_on from banking.line l
    where l.organisation_id = a.organisation_id and l.account_id = a.id and l.kind = 'statement' and l.booked_on > c.closing_on) later on true
  left join lateral (
    select greatest(max(l.booked_on), c.closing_on) as last_on from banking.line l
    where l.organisation_id = a.organisation_id and l.account_id = a.id and l.kind = 'statement') known on true;
grant select on banking.account_balance_fact to kontor_app;

create view banking.payment_fact with (security_invoker = true) as
  select p.organisation_id, p.id as payment_id, p.run_id, r.account_id, r.state as run_state, p.state, p.pay_on, p.amount_minor,
    p.currency, i.item_id, i.record_id, i.amount_minor as item_minor
  from banking.payment p
  join banking.run r on r.organisation_id = p.organisation_id and r.id = p.run_id
  join banking.payment_item i on i.organisation_id = p.organisation_id and i.payment_id = p.id;
grant select on banking.payment_fact to kontor_app;
