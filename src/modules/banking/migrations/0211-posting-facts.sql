-- Published by the ledger: what stands on an account, posting by posting, with the entry's key and its reversal.

create view ledger.posting_fact with (security_invoker = true) as
  select p.organisation_id, p.entry_id, p.line, e.key, e.series, e.number, e.book, e.text, p.account, p.posted_on,
    p.amount_minor, p.currency, p.foreign_minor, e.reversal_of, r.id as reversed_by, r.posted_on as reversed_on
  from ledger.posting p
  join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
  left join ledger.entry r on r.organisation_id = e.organisation_id and r.reversal_of = e.id;
grant select on ledger.posting_fact to kontor_app;
