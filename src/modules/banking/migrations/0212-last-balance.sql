-- Where a bank cuts a day, the balance of the day is that of its last statement, in whatever order the files were taken in: the
-- one from which no other of the day goes on.

create function banking.goes_on(organisation uuid, account uuid, closed_on date, closed bigint) returns boolean
  language sql stable as $$
  select exists (select from banking.statement_part q where q.organisation_id = organisation and q.account_id = account
    and q.kind = 'statement' and q.closing_on = closed_on and q.opening_minor = closed and q.closing_minor <> closed)
$$;
grant execute on function banking.goes_on to kontor_app;

create or replace view banking.account_balance_fact with (security_invoker = true) as
  select a.organisation_id, a.id as account_id, a.currency, a.ledger_account, a.is_closed,
    c.closing_minor + coalesce(later.sum_minor, 0) as balance_minor,
    greatest(c.closing_on, later.last_on) as balance_on,
    known.last_on as known_until
  from banking.account a
  left join lateral (
    select p.closing_on, p.closing_minor from banking.statement_part p
    where p.organisation_id = a.organisation_id and p.account_id = a.id and p.kind = 'statement' and p.closing_on is not null
    order by p.closing_on desc, banking.goes_on(p.organisation_id, p.account_id, p.closing_on, p.closing_minor), p.statement_id desc,
      p.position desc limit 1) c on true
  left join lateral (
    select sum(l.amount_minor)::bigint as sum_minor, max(l.booked_on) as last_on from banking.line l
    where l.organisation_id = a.organisation_id and l.account_id = a.id and l.kind = 'statement' and l.booked_on > c.closing_on) later on true
  left join lateral (
    select greatest(max(l.booked_on), c.closing_on) as last_on from banking.line l
    where l.organisation_id = a.organisation_id and l.account_id = a.id and l.kind = 'statement') known on true;
