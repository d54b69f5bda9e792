-- Sums by account and financial year, beside those by month: what earlier years left is a row for each, however many there were.

create table ledger.year_balance (
  organisation_id uuid not null,
  account text not null,
  -- the first day of the year
  starts_on date not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  primary key (organisation_id, account, starts_on),
  foreign key (organisation_id, account) references ledger.account
);
call kernel.guard('ledger.year_balance', 'select');

-- Definer, as the sums by month: the application itself may not touch them.
create function ledger.years_kept() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ledger.year_balance as b (organisation_id, account, starts_on, debit_minor, credit_minor)
    select n.organisation_id, n.account, y.starts_on, sum(greatest(n.amount_minor, 0)), sum(greatest(-n.amount_minor, 0))
    from new_postings n
    join ledger.fiscal_year y on y.organisation_id = n.organisation_id and n.posted_on between y.starts_on and y.ends_on
    group by n.organisation_id, n.account, y.starts_on order by n.account, y.starts_on
    on conflict (organisation_id, account, starts_on) do update set debit_minor = b.debit_minor + excluded.debit_minor,
      credit_minor = b.credit_minor + excluded.credit_minor;
  return null;
end $$;
create trigger years_kept after insert on ledger.posting referencing new table as new_postings
  for each statement execute function ledger.years_kept();

-- Their plans are made once a connection, perhaps while the tables are small, and kept: rows are looked up by key then too, whatever
-- the planner believed of the size. Without this many entries at once cost the square of their number.
alter function ledger.postings_kept() set enable_seqscan = off;
alter function ledger.entry_balanced() set enable_seqscan = off;
alter function ledger.entry_stands() set enable_seqscan = off;
