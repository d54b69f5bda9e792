-- Published: who holds which permission by a role: `module.act`, `module.*` or `*`.
create view authority.permission_holder with (security_invoker = true) as
  select a.organisation_id, a.principal_id, p.permission, a.from_at, a.until_at
  from authority.assignment a
  join authority.role_permission p on p.organisation_id = a.organisation_id and p.role_id = a.role_id
  join authority.principal c on c.organisation_id = a.organisation_id and c.id = a.principal_id
  where c.disabled_at is null;
grant select on authority.permission_holder to kontor_app;
