-- Petty cash: boxes, what went in and out with its receipt, and counts.

create table banking.cash_box (
  organisation_id uuid not null,
  id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- the account in the ledger; without one the account that has the role of cash
  ledger_account text check (length(ledger_account) between 1 and 20),
  keeper_id uuid,
  -- what is in it by the entries; a box cannot hold less than nothing
  balance_minor bigint not null default 0 check (balance_minor >= 0),
  last_number bigint not null default 0,
  is_closed boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint cash_box_closed_empty check (not is_closed or balance_minor = 0)
);
call kernel.guard('banking.cash_box');

-- One movement, once and for all: it is corrected by taking it back. Numbers have no gaps within a box.
create table banking.cash_entry (
  organisation_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  number bigint not null check (number > 0),
  what text not null check (what in ('spent', 'received', 'from-bank', 'to-bank', 'paid-item', 'difference', 'taken-back')),
  on_day date not null,
  amount_minor bigint not null check (amount_minor <> 0),
  balance_minor bigint not null check (balance_minor >= 0),
  text text not null check (length(text) between 1 and 300),
  counterparty text check (length(counterparty) between 1 and 200),
  account text check (length(account) between 1 and 20),
  vat_code text check (length(vat_code) between 1 and 20),
  vat_minor bigint not null default 0,
  document_id uuid,
  item_id uuid,
  takes_back_id uuid,
  made_by_id uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, box_id) references banking.cash_box on delete cascade,
  foreign key (organisation_id, takes_back_id) references banking.cash_entry,
  constraint cash_number_once unique (organisation_id, box_id, number),
  constraint cash_taken_back_once unique (organisation_id, takes_back_id),
  check ((what = 'taken-back') = (takes_back_id is not null)),
  check (what not in ('spent', 'to-bank') or amount_minor < 0),
  check (what not in ('received', 'from-bank') or amount_minor > 0)
);
create index cash_entry_of_box on banking.cash_entry (organisation_id, box_id, number desc);
call kernel.guard('banking.cash_entry');

-- What somebody found in the box; the difference is booked as an entry of its own.
create table banking.cash_count (
  organisation_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  on_day date not null,
  counted_minor bigint not null check (counted_minor >= 0),
  booked_minor bigint not null check (booked_minor >= 0),
  pieces jsonb not null default '[]',
  explanation text check (length(explanation) between 1 and 2000),
  entry_id uuid,
  counted_by_id uuid not null,
  witness_id uuid,
  counted_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, box_id) references banking.cash_box on delete cascade,
  foreign key (organisation_id, entry_id) references banking.cash_entry,
  constraint cash_difference_explained check (counted_minor = booked_minor or explanation is not null),
  constraint cash_difference_booked check ((counted_minor = booked_minor) = (entry_id is null)),
  constraint cash_other_witness check (witness_id is null or witness_id <> counted_by_id)
);
create index cash_count_of_box on banking.cash_count (organisation_id, box_id, counted_at desc);
call kernel.guard('banking.cash_count');

-- The box moves by its entries alone, and each says what was in it after.
create function banking.cash_entry_counts() returns trigger language plpgsql as $$
declare
  box banking.cash_box;
begin
  update banking.cash_box set balance_minor = balance_minor + new.amount_minor, last_number = last_number + 1
    where organisation_id = new.organisation_id and id = new.box_id returning * into box;
  if box.last_number is distinct from new.number or box.balance_minor is distinct from new.balance_minor then
    raise exception 'entry % of box % is out of step', new.number, new.box_id using errcode = '23514', constraint = 'cash_entry_in_step';
  end if;
  return null;
end $$;
create trigger cash_entry_counts after insert on banking.cash_entry for each row execute function banking.cash_entry_counts();

create function banking.cash_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an entry of a cash box is corrected by taking it back' using errcode = '23514', constraint = 'cash_entry_stays';
end $$;
create trigger cash_entry_stays before update on banking.cash_entry for each row execute function banking.cash_entry_stays();

-- Published: what each box holds.
create view banking.cash_balance_fact with (security_invoker = true) as
  select organisation_id, id as box_id, currency, ledger_account, is_closed, balance_minor from banking.cash_box;
grant select on banking.cash_balance_fact to kontor_app;
