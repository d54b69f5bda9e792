-- What items in another currency are worth in the books: paid at another rate, the difference is a gain or a loss.
alter table ledger.item add worth_minor bigint;
-- the account on which it stands until it is settled
alter table ledger.item add worth_account text;
alter table ledger.item add settled_worth_minor bigint not null default 0;
alter table ledger.item add foreign key (organisation_id, worth_account) references ledger.account;
alter table ledger.item add check ((worth_minor is null) = (worth_account is null));
alter table ledger.item add check (settled_worth_minor = 0 or worth_minor is not null);
-- how much of the item's worth went with it; signed as the item
alter table ledger.settlement add worth_minor bigint;

-- What settles an item is counted on it, and its worth with it.
create or replace function ledger.settlement_counts() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    update ledger.item set settled_minor = settled_minor + new.amount_minor,
      settled_worth_minor = settled_worth_minor + coalesce(new.worth_minor, 0)
      where organisation_id = new.organisation_id and id = new.item_id;
  elsif old.item_id <> new.item_id or old.amount_minor <> new.amount_minor or old.worth_minor is distinct from new.worth_minor
      or old.withdrawn_at is not null then
    raise exception 'a settlement is withdrawn, not changed' using errcode = 'check_violation', constraint = 'settlement_unchanging';
  elsif new.withdrawn_at is not null then
    update ledger.item set settled_minor = settled_minor - new.amount_minor,
      settled_worth_minor = settled_worth_minor - coalesce(new.worth_minor, 0)
      where organisation_id = new.organisation_id and id = new.item_id;
  end if;
  return null;
end $$;

-- Published: what one unit of a currency is worth in the currency of the books.
create view ledger.rate_fact with (security_invoker = true) as
  select organisation_id, currency, rate_on, rate from ledger.rate;
grant select on ledger.rate_fact to kontor_app;

-- A spread cost that another module asked for bears its key.
alter table ledger.accrual add key text check (length(key) between 1 and 200);
alter table ledger.accrual add constraint accrual_key_once unique (organisation_id, key);

-- Published: costs that are spread, how much of each is left, and when the next month takes its part.
create view ledger.accrual_fact with (security_invoker = true) as
  select a.organisation_id, a.id as accrual_id, a.key, a.entry_id, e.source_id, a.account, a.amount_minor, a.text, a.stopped_at is not null as stopped,
    coalesce(p.left_minor, 0)::bigint as left_minor, p.next_on, p.last_on, coalesce(p.parts, 0)::integer as parts
  from ledger.accrual a
  join ledger.entry e on e.organisation_id = a.organisation_id and e.id = a.entry_id
  left join lateral (select sum(x.amount_minor) filter (where x.entry_id is null) as left_minor, min(x.part_on) filter (where x.entry_id is null) as next_on,
      max(x.part_on) as last_on, count(*) as parts
    from ledger.accrual_part x where x.organisation_id = a.organisation_id and x.accrual_id = a.id) p on true;
grant select on ledger.accrual_fact to kontor_app;

-- A closed year is opened again only while no later one is closed, and its months are locked then, not open.
create or replace function ledger.stays_closed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state = 'closed' then
    if tg_table_name = 'fiscal_year' then
      if new.state = 'open' and (new.starts_on, new.ends_on) = (old.starts_on, old.ends_on) and not exists (
          select from ledger.fiscal_year y where y.organisation_id = old.organisation_id and y.starts_on > old.ends_on and y.state = 'closed') then
        return new;
      end if;
    elsif new.state = 'locked' and (new.starts_on, new.ends_on, new.year_id) = (old.starts_on, old.ends_on, old.year_id) and exists (
        select from ledger.fiscal_year y where y.organisation_id = old.organisation_id and y.id = old.year_id and y.state = 'open') then
      return new;
    end if;
    raise exception '% is closed', tg_table_name using errcode = 'check_violation', constraint = 'closed_stays';
  end if;
  return new;
end $$;
