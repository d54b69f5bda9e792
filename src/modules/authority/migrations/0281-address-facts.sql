-- Published: at which address a colleague gets mail, for calendars and invitations.
create view authority.address_fact with (security_invoker = true) as
  select organisation_id, id as principal_id, email::text as email, language from authority.principal where disabled_at is null;
grant select on authority.address_fact to kontor_app;
