-- Passwords for programs that know no other sign-in (WebDAV): they open what their door says and nothing else, as their person.

create table platform.app_password (
  password_id uuid primary key,
  password_digest bytea not null unique check (length(password_digest) = 32),
  organisation_id uuid not null references platform.organisation,
  principal_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index app_password_principal on platform.app_password (organisation_id, principal_id, made_at);

-- False where those bytes are somebody's already.
create function platform.app_password_keep(id uuid, digest bytea, principal uuid, password_name text, moment timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into platform.app_password
    values (id, digest, kernel.organisation_id(), principal, password_name, moment, null, null) on conflict do nothing;
  return found;
end $$;

-- Whom a password speaks for, while its person may sign in; its last use is kept to the minute.
create function platform.app_password_find(digest bytea, moment timestamptz)
returns table (password_id uuid, organisation_id uuid, principal_id uuid, name text, email text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.app_password p set used_at = moment
    where p.password_digest = digest and p.revoked_at is null and (p.used_at is null or p.used_at < moment - interval '1 minute');
  return query
    select p.password_id, p.organisation_id, p.principal_id, p.name, a.email::text
    from platform.app_password p
    join platform.membership m on m.organisation_id = p.organisation_id and m.principal_id = p.principal_id and m.disabled_at is null
    join platform.account a on a.account_id = m.account_id and a.disabled_at is null
    where p.password_digest = digest and p.revoked_at is null;
end $$;

-- The passwords of a principal of this transaction's organisation, newest first.
create function platform.app_passwords(principal uuid)
returns table (password_id uuid, name text, made_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.password_id, p.name, p.made_at, p.used_at, p.revoked_at from platform.app_password p
  where p.organisation_id = kernel.organisation_id() and p.principal_id = principal order by p.made_at desc, p.password_id desc $$;

-- Ends one; gives its name, NULL when there is none in use.
create function platform.app_password_revoke(id uuid, principal uuid, moment timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare ended text;
begin
  update platform.app_password p set revoked_at = moment
    where p.password_id = id and p.organisation_id = kernel.organisation_id() and p.principal_id = principal and p.revoked_at is null
    returning p.name into ended;
  return ended;
end $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.app_password_keep, platform.app_password_find, platform.app_passwords, platform.app_password_revoke to kontor_app;
