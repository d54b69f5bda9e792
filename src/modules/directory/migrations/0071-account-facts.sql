-- Published: whose account is whose, as other modules may compare it with what a paper says; what was merged counts as the one it became.
create view directory.account_fact with (security_invoker = true) as
  select b.organisation_id, coalesce(r.merged_into, b.party_id) as party_id, b.id as account_id, b.scheme, b.number, b.since_on
  from directory.bank_account b
  join kernel.record r on r.organisation_id = b.organisation_id and r.id = b.party_id;
grant select on directory.account_fact to kontor_app;
