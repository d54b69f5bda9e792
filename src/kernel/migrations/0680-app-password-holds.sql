-- A program asks many times a minute with one password: whom it speaks for is remembered for a moment, and each transaction it opens asks
-- only whether that still holds.
create function platform.app_password_holds(digest bytea, principal uuid, address text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select 1 from platform.app_password p
    join platform.membership m on m.organisation_id = p.organisation_id and m.principal_id = p.principal_id and m.disabled_at is null
    join platform.account a on a.account_id = m.account_id and a.disabled_at is null
    where p.password_digest = digest and p.revoked_at is null and p.organisation_id = kernel.organisation_id() and p.principal_id = principal
      and lower(a.email::text) = address)
$$;
revoke all on function platform.app_password_holds from public;
grant execute on function platform.app_password_holds to kontor_app;
