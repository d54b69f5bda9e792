-- Published: which parties there are, for address books that programs keep a copy of.
create view directory.party_fact with (security_invoker = true) as
  select organisation_id, id as party_id, kind, retired_at is not null as retired from directory.party;
grant select on directory.party_fact to kontor_app;
