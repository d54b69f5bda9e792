-- Telephone numbers are found by their last digits too: how much of a number a telephone system passes on differs. Read backwards the end is
-- the beginning of a range, which row-level security leaves its index (LIKE would lose it).
alter table directory.party_key add column backwards text collate "C" generated always as (case when scheme = 'phone' then reverse(key) end) stored;
create index party_key_backwards on directory.party_key (organisation_id, backwards) where backwards is not null;

-- Published: whom telephone numbers belong to, as international digits; one of a merged party is that of what it became.
create view directory.phone_fact with (security_invoker = true) as
  select k.organisation_id, k.key as digits, k.backwards, k.party_id as written_for_id, coalesce(r.merged_into, k.party_id) as party_id
  from directory.party_key k
  join kernel.record r on r.organisation_id = k.organisation_id and r.id = k.party_id
  where k.scheme = 'phone';
grant select on directory.phone_fact to kontor_app;
