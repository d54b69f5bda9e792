-- Published: the mail addresses of a party with what each is for, so that papers about money go to who deals with it.
create view directory.labelled_mail_fact with (security_invoker = true) as
  select m.organisation_id, coalesce(r.merged_into, m.party_id) as party_id, m.email, m.label, m.position
  from directory.address_email m
  join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.party_id;
grant select on directory.labelled_mail_fact to kontor_app;
