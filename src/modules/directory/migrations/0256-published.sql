-- Published: whose mail address it is, and how they are written to.
create view directory.mail_fact with (security_invoker = true) as
  select m.organisation_id, lower(m.email) as email, coalesce(r.merged_into, m.party_id) as party_id, p.language, p.country, p.name
  from directory.address_email m
  join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.party_id
  join directory.party p on p.organisation_id = m.organisation_id and p.id = coalesce(r.merged_into, m.party_id);
grant select on directory.mail_fact to kontor_app;
