-- Published: what each principal may see, a row for itself and one for each role, and who stands in for whom.

create view authority.sight with (security_invoker = true) as
  select p.organisation_id, p.id as principal_id, p.clearance, p.id as audience_id,
    '-infinity'::timestamptz as from_at, null::timestamptz as until_at
  from authority.principal p
  where p.disabled_at is null
  union all
  select a.organisation_id, a.principal_id, r.clearance, a.role_id, a.from_at, a.until_at
  from authority.assignment a
  join authority.role r on r.organisation_id = a.organisation_id and r.id = a.role_id
  join authority.principal p on p.organisation_id = a.organisation_id and p.id = a.principal_id
  where p.disabled_at is null;
grant select on authority.sight to kontor_app;

create view authority.colleague with (security_invoker = true) as
  select organisation_id, id as principal_id, deputy_id, kind from authority.principal where disabled_at is null;
grant select on authority.colleague to kontor_app;
