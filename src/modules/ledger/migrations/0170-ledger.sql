-- The books: accounts, VAT codes, dimensions, years, entries, and what is owed until it is settled.

create schema ledger;
grant usage on schema ledger to kontor_app;

create table ledger.settings (
  organisation_id uuid not null,
  -- none: the books are kept elsewhere; open items are kept all the same
  mode text not null check (mode in ('books', 'none')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  chart text not null check (chart in ('SE', 'NO', 'NL', 'RO', 'PT', 'EN')),
  -- the month a financial year begins in
  year_month smallint not null check (year_month between 1 and 12),
  -- book to series of numbers, where it differs from the usual one
  series jsonb not null default '{}',
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('ledger.settings');

create table ledger.vat_code (
  organisation_id uuid not null,
  code text not null check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 200),
  -- the name in other languages, where it came with a chart
  names jsonb not null default '{}',
  kind text not null check (kind in ('sale', 'purchase', 'reverse-charge', 'import', 'none')),
  -- hundredths of a percent: 2500 is 25 %
  rate integer not null check (rate between 0 and 10000),
  -- how much of the tax may be deducted, in hundredths of a percent
  deductible integer not null default 10000 check (deductible between 0 and 10000),
  -- category of EN 16931 (UNCL 5305)
  category text not null check (category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
  -- where the tax goes: input tax of a purchase, output tax of a sale
  tax_account text,
  -- the other side of reverse charge and import: output tax
  due_account text,
  -- boxes of the national return
  base_box text,
  tax_box text,
  due_box text,
  valid_from date,
  valid_until date,
  in_use boolean not null default true,
  primary key (organisation_id, code),
  foreign key (organisation_id) references kernel.organisation,
  check (valid_until >= valid_from)
);
call kernel.guard('ledger.vat_code');

create table ledger.account (
  organisation_id uuid not null,
  number text not null check (number ~ '^[0-9A-Za-z.-]{1,20}$'),
  name text not null check (length(name) between 1 and 200),
  names jsonb not null default '{}',
  account_type text not null check (account_type in ('asset', 'liability', 'equity', 'income', 'cost')),
  -- proposed where the account is chosen
  vat_code text,
  in_use boolean not null default true,
  folded text not null default '',
  primary key (organisation_id, number),
  foreign key (organisation_id) references kernel.organisation,
  foreign key (organisation_id, vat_code) references ledger.vat_code
);
call kernel.guard('ledger.account');

alter table ledger.vat_code add foreign key (organisation_id, tax_account) references ledger.account deferrable initially deferred;
alter table ledger.vat_code add foreign key (organisation_id, due_account) references ledger.account deferrable initially deferred;

create table ledger.role_account (
  organisation_id uuid not null,
  role text not null,
  account text not null,
  primary key (organisation_id, role),
  foreign key (organisation_id, account) references ledger.account
);
call kernel.guard('ledger.role_account');

create table ledger.dimension (
  organisation_id uuid not null,
  code text not null check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 80),
  primary key (organisation_id, code),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('ledger.dimension');

create table ledger.dimension_value (
  organisation_id uuid not null,
  dimension text not null,
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 200),
  in_use boolean not null default true,
  primary key (organisation_id, dimension, code),
  foreign key (organisation_id, dimension) references ledger.dimension
);
call kernel.guard('ledger.dimension_value');

create table ledger.fiscal_year (
  organisation_id uuid not null,
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_at timestamptz,
  closed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation,
  check (ends_on > starts_on),
  check ((state = 'closed') = (closed_at is not null)),
  constraint fiscal_year_apart exclude using gist (organisation_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call kernel.guard('ledger.fiscal_year', 'select, insert, update');

create table ledger.period (
  organisation_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  year_id uuid not null,
  state text not null default 'open' check (state in ('open', 'locked', 'closed')),
  primary key (organisation_id, starts_on),
  foreign key (organisation_id, year_id) references ledger.fiscal_year,
  check (ends_on >= starts_on),
  constraint period_apart exclude using gist (organisation_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index period_year on ledger.period (organisation_id, year_id);
call kernel.guard('ledger.period', 'select, insert, update');

create table ledger.series (
  organisation_id uuid not null,
  year_id uuid not null,
  code text not null check (code ~ '^[0-9A-Za-z]{1,10}$'),
  last_number bigint not null check (last_number >= 0),
  primary key (organisation_id, year_id, code),
  foreign key (organisation_id, year_id) references ledger.fiscal_year
);
call kernel.guard('ledger.series', 'select, insert, update');

create table ledger.rate (
  organisation_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate_on date not null,
  -- currency of the books for one unit
  rate numeric(19, 10) not null check (rate > 0),
  primary key (organisation_id, currency, rate_on),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('ledger.rate');

create table ledger.entry (
  organisation_id uuid not null,
  id uuid not null,
  year_id uuid not null,
  period_on date not null,
  series text not null,
  number bigint not null check (number > 0),
  book text not null check (book in ('bills', 'payments', 'invoices', 'expenses', 'cash', 'bank', 'pay', 'accruals', 'general', 'opening', 'closing')),
  posted_on date not null,
  text text not null check (length(text) between 1 and 300),
  -- once in an organisation: what it was asked for under
  key text check (length(key) between 1 and 220),
  -- the record it comes from
  source_id uuid,
  reversal_of uuid,
  -- read from another program's books, numbers kept
  imported boolean not null default false,
  line_count integer not null check (line_count between 2 and 5000),
  -- the sum of its debits, in the currency of the books
  total_minor bigint not null check (total_minor >= 0),
  folded text not null default '',
  made_at timestamptz not null,
  made_by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record,
  foreign key (organisation_id, source_id) references kernel.record,
  foreign key (organisation_id, reversal_of) references ledger.entry,
  foreign key (organisation_id, period_on) references ledger.period,
  foreign key (organisation_id, year_id, series) references ledger.series,
  constraint entry_number_once unique (organisation_id, year_id, series, number),
  constraint entry_key_once unique (organisation_id, key),
  constraint entry_reversed_once unique (organisation_id, reversal_of)
);
create index entry_day on ledger.entry (organisation_id, posted_on, id);
create index entry_source on ledger.entry (organisation_id, source_id) where source_id is not null;
-- What is posted stays as it is: it is corrected by a reversal and a new entry.
call kernel.guard('ledger.entry', 'select, insert');

create table ledger.entry_document (
  organisation_id uuid not null,
  entry_id uuid not null,
  document_id uuid not null,
  primary key (organisation_id, entry_id, document_id),
  foreign key (organisation_id, entry_id) references ledger.entry,
  foreign key (organisation_id, document_id) references kernel.record on delete cascade
);
create index entry_document_of on ledger.entry_document (organisation_id, document_id);
call kernel.guard('ledger.entry_document', 'select, insert');

create table ledger.posting (
  organisation_id uuid not null,
  entry_id uuid not null,
  line smallint not null check (line > 0),
  account text not null,
  posted_on date not null,
  -- currency of the books; debit above nothing, credit below
  amount_minor bigint not null,
  -- as it stands on the paper, where that is another currency
  currency text check (currency ~ '^[A-Z]{3}$'),
  foreign_minor bigint,
  vat_code text,
  -- what of the code's tax it is: the net amount, the tax, or the other side of reverse charge
  vat_part text check (vat_part in ('base', 'tax', 'due')),
  dimensions jsonb,
  party_id uuid,
  text text check (length(text) between 1 and 300),
  primary key (organisation_id, entry_id, line),
  foreign key (organisation_id, entry_id) references ledger.entry,
  foreign key (organisation_id, account) references ledger.account,
  foreign key (organisation_id, vat_code) references ledger.vat_code,
  check ((currency is null) = (foreign_minor is null)),
  check ((vat_code is null) = (vat_part is null))
);
create index posting_account on ledger.posting (organisation_id, account, posted_on, entry_id, line);
create index posting_day on ledger.posting (organisation_id, posted_on, account) include (amount_minor);
create index posting_vat on ledger.posting (organisation_id, vat_code, posted_on) where vat_code is not null;
call kernel.guard('ledger.posting', 'select, insert');

-- Sums by account and month, kept in the transaction that posts; the application reads them only.
create table ledger.balance (
  organisation_id uuid not null,
  account text not null,
  period_on date not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  -- of debit less credit: what closing entries made, which no income statement shows
  closing_minor bigint not null,
  primary key (organisation_id, account, period_on),
  foreign key (organisation_id, account) references ledger.account
);
call kernel.guard('ledger.balance', 'select');

create table ledger.item (
  organisation_id uuid not null,
  id uuid not null,
  key text not null check (length(key) between 1 and 200),
  side text not null check (side in ('payable', 'receivable')),
  record_id uuid not null,
  party_id uuid,
  party_name text not null check (length(party_name) between 1 and 200),
  number text check (length(number) between 1 and 100),
  reference_scheme text not null check (reference_scheme in ('none', 'ocr', 'kid', 'rf', 'betalingskenmerk', 'multibanco', 'text')),
  reference text check (length(reference) between 1 and 140),
  issued_on date not null,
  due_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- above nothing: owed; below: a credit note
  amount_minor bigint not null check (amount_minor <> 0),
  settled_minor bigint not null default 0,
  pay_to jsonb,
  method text not null check (method in ('transfer', 'direct-debit', 'card', 'cash', 'multibanco', 'none')),
  discount_on date,
  discount_minor bigint,
  ready boolean not null,
  hold_reason text check (length(hold_reason) between 1 and 300),
  withdrawn_at timestamptz,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references kernel.record,
  foreign key (organisation_id, party_id) references kernel.record,
  constraint item_key_once unique (organisation_id, key),
  -- no more is settled than is owed
  constraint item_not_over_settled check (
    case when amount_minor > 0 then settled_minor between 0 and amount_minor else settled_minor between amount_minor and 0 end),
  constraint item_withdrawn_unsettled check (withdrawn_at is null or settled_minor = 0),
  check ((discount_on is null) = (discount_minor is null)),
  check ((reference_scheme = 'none') = (reference is null))
);
create index item_open on ledger.item (organisation_id, side, due_on, id) where withdrawn_at is null and settled_minor <> amount_minor;
create index item_record on ledger.item (organisation_id, record_id);
create index item_party on ledger.item (organisation_id, party_id) where party_id is not null;
call kernel.guard('ledger.item', 'select, insert, update');

create table ledger.settlement (
  organisation_id uuid not null,
  id uuid not null,
  key text not null check (length(key) between 1 and 200),
  item_id uuid not null,
  amount_minor bigint not null check (amount_minor <> 0),
  settled_on date not null,
  by_id uuid,
  how text not null check (how in ('payment', 'credit', 'write-off', 'discount', 'rounding', 'exchange')),
  withdrawn_at timestamptz,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references ledger.item,
  foreign key (organisation_id, by_id) references kernel.record,
  constraint settlement_key_once unique (organisation_id, key)
);
create index settlement_item on ledger.settlement (organisation_id, item_id);
create index settlement_by on ledger.settlement (organisation_id, by_id) where by_id is not null;
call kernel.guard('ledger.settlement', 'select, insert, update');

-- A cost spread over the months it is for.
create table ledger.accrual (
  organisation_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  account text not null,
  held_on_account text not null,
  amount_minor bigint not null check (amount_minor <> 0),
  text text not null check (length(text) between 1 and 300),
  dimensions jsonb,
  stopped_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, entry_id) references ledger.entry,
  foreign key (organisation_id, account) references ledger.account,
  foreign key (organisation_id, held_on_account) references ledger.account
);
create index accrual_entry on ledger.accrual (organisation_id, entry_id);
call kernel.guard('ledger.accrual', 'select, insert, update');

create table ledger.accrual_part (
  organisation_id uuid not null,
  accrual_id uuid not null,
  part_on date not null,
  amount_minor bigint not null,
  entry_id uuid,
  primary key (organisation_id, accrual_id, part_on),
  foreign key (organisation_id, accrual_id) references ledger.accrual,
  foreign key (organisation_id, entry_id) references ledger.entry
);
create index accrual_part_due on ledger.accrual_part (organisation_id, part_on) where entry_id is null;
call kernel.guard('ledger.accrual_part', 'select, insert, update, delete');

-- An entry stands in an open period of its day, and next in its series: locking waits for who posts, and the other way round.
create function ledger.entry_stands() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  p ledger.period;
begin
  select * into p from ledger.period where organisation_id = new.organisation_id and starts_on = new.period_on for share;
  if p.year_id is distinct from new.year_id or new.posted_on not between p.starts_on and p.ends_on then
    raise exception 'entry % is not of period %', new.id, new.period_on using errcode = 'check_violation', constraint = 'entry_of_period';
  end if;
  if p.state = 'closed' or (p.state = 'locked' and new.book <> 'closing') then
    raise exception 'period % is %', new.period_on, p.state using errcode = 'check_violation', constraint = 'entry_period_open';
  end if;
  if not new.imported and new.number > 1 then
    perform from ledger.entry where organisation_id = new.organisation_id and year_id = new.year_id and series = new.series and number = new.number - 1;
    if not found then
      raise exception 'series % has no number %', new.series, new.number - 1 using errcode = 'check_violation', constraint = 'entry_without_gap';
    end if;
  end if;
  return new;
end $$;
create trigger entry_stands before insert on ledger.entry for each row execute function ledger.entry_stands();

-- Postings come with their whole entry, in one statement, and keep the sums. Definer: the application itself may not touch those.
create function ledger.postings_kept() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  wrong uuid;
begin
  select n.entry_id into wrong from new_postings n
    join ledger.entry e on e.organisation_id = n.organisation_id and e.id = n.entry_id
    group by n.organisation_id, n.entry_id, e.line_count
    having sum(n.amount_minor) <> 0 or count(*) <> e.line_count or bool_or(n.posted_on <> e.posted_on) limit 1;
  if wrong is not null then
    raise exception 'entry % is not balanced', wrong using errcode = 'check_violation', constraint = 'entry_balanced';
  end if;
  insert into ledger.balance as b (organisation_id, account, period_on, debit_minor, credit_minor, closing_minor)
    select n.organisation_id, n.account, e.period_on, sum(greatest(n.amount_minor, 0)), sum(greatest(-n.amount_minor, 0)),
      coalesce(sum(n.amount_minor) filter (where e.book = 'closing'), 0)
    from new_postings n join ledger.entry e on e.organisation_id = n.organisation_id and e.id = n.entry_id
    group by n.organisation_id, n.account, e.period_on order by n.account, e.period_on
    on conflict (organisation_id, account, period_on) do update set debit_minor = b.debit_minor + excluded.debit_minor,
      credit_minor = b.credit_minor + excluded.credit_minor, closing_minor = b.closing_minor + excluded.closing_minor;
  return null;
end $$;
create trigger postings_kept after insert on ledger.posting referencing new table as new_postings
  for each statement execute function ledger.postings_kept();

-- At commit an entry has all its postings, and they add up to nothing.
create function ledger.entry_balanced() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  lines bigint;
  total numeric;
begin
  select count(*), coalesce(sum(amount_minor), 0) into lines, total from ledger.posting
    where organisation_id = new.organisation_id and entry_id = new.id;
  if lines <> new.line_count or total <> 0 then
    raise exception 'entry % is not balanced', new.id using errcode = 'check_violation', constraint = 'entry_balanced';
  end if;
  return null;
end $$;
create constraint trigger entry_balanced after insert on ledger.entry deferrable initially deferred
  for each row execute function ledger.entry_balanced();

-- Whoever may touch the tables: what is posted stays.
create function ledger.unchanging() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'check_violation', constraint = 'books_unchanging';
end $$;
create trigger unchanging before update or delete on ledger.entry for each row execute function ledger.unchanging();
create trigger unchanging before update or delete on ledger.posting for each row execute function ledger.unchanging();

-- A closed year stays closed, its periods too; a period is opened again only while its year is open.
create function ledger.stays_closed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state = 'closed' then
    raise exception '% is closed', tg_table_name using errcode = 'check_violation', constraint = 'closed_stays';
  end if;
  return new;
end $$;
create trigger stays_closed before update on ledger.fiscal_year for each row execute function ledger.stays_closed();
create trigger stays_closed before update on ledger.period for each row execute function ledger.stays_closed();

-- What settles an item is counted on it.
create function ledger.settlement_counts() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    update ledger.item set settled_minor = settled_minor + new.amount_minor where organisation_id = new.organisation_id and id = new.item_id;
  elsif old.item_id <> new.item_id or old.amount_minor <> new.amount_minor or old.withdrawn_at is not null then
    raise exception 'a settlement is withdrawn, not changed' using errcode = 'check_violation', constraint = 'settlement_unchanging';
  elsif new.withdrawn_at is not null then
    update ledger.item set settled_minor = settled_minor - new.amount_minor where organisation_id = new.organisation_id and id = new.item_id;
  end if;
  return null;
end $$;
create trigger settlement_counts after insert or update on ledger.settlement for each row execute function ledger.settlement_counts();

-- Published: accounts that may be chosen, with the role each has.
create view ledger.account_fact with (security_invoker = true) as
  select a.organisation_id, a.number, a.name, a.names, a.account_type, a.vat_code, a.in_use,
    array(select r.role from ledger.role_account r where r.organisation_id = a.organisation_id and r.account = a.number order by r.role) as roles
  from ledger.account a;
grant select on ledger.account_fact to kontor_app;

-- Published: what is owed, and how much of it remains; who may see it is for the record it stands for to say.
create view ledger.item_fact with (security_invoker = true) as
  select i.organisation_id, i.id as item_id, i.key, i.side, i.record_id, i.party_id, i.party_name, i.number,
    i.reference_scheme, i.reference, i.issued_on, i.due_on, i.currency, i.amount_minor, i.settled_minor,
    i.amount_minor - i.settled_minor as remaining_minor, i.pay_to, i.method, i.discount_on, i.discount_minor, i.ready, i.hold_reason,
    case when i.withdrawn_at is not null then 'withdrawn' when i.settled_minor = i.amount_minor then 'settled' else 'open' end as state,
    i.made_at
  from ledger.item i;
grant select on ledger.item_fact to kontor_app;

create view ledger.settlement_fact with (security_invoker = true) as
  select organisation_id, id as settlement_id, key, item_id, amount_minor, settled_on, by_id, how
  from ledger.settlement where withdrawn_at is null;
grant select on ledger.settlement_fact to kontor_app;

create view ledger.vat_code_fact with (security_invoker = true) as
  select organisation_id, code, name, names, kind, rate, deductible, category, valid_from, valid_until, in_use from ledger.vat_code;
grant select on ledger.vat_code_fact to kontor_app;

create view ledger.dimension_fact with (security_invoker = true) as
  select v.organisation_id, v.dimension, d.name as dimension_name, v.code, v.name, v.in_use
  from ledger.dimension_value v join ledger.dimension d on d.organisation_id = v.organisation_id and d.code = v.dimension;
grant select on ledger.dimension_fact to kontor_app;

-- Published: the entries of a record, or under a key, as far as they stand.
create view ledger.entry_fact with (security_invoker = true) as
  select e.organisation_id, e.id as entry_id, e.key, e.source_id, e.series, e.number, e.book, e.posted_on, e.text, e.total_minor,
    e.reversal_of, r.id as reversed_by
  from ledger.entry e left join ledger.entry r on r.organisation_id = e.organisation_id and r.reversal_of = e.id;
grant select on ledger.entry_fact to kontor_app;

-- Published: whether books are kept here, and in which currency.
create view ledger.settings_fact with (security_invoker = true) as
  select organisation_id, mode, currency, chart from ledger.settings;
grant select on ledger.settings_fact to kontor_app;
