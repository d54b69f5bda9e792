-- Passwords of other servers that this one must know to sign in there: kept sealed (AES-256-GCM), outside journal and answers.
-- The key is a secret of the server (platform.secret); whoever holds the whole database can open them.

create table platform.sealed_secret (
  secret_id uuid primary key,
  organisation_id uuid not null references platform.organisation,
  sealed bytea not null check (length(sealed) between 28 and 4096),
  kept_at timestamptz not null
);

create function platform.sealed_keep(id uuid, org uuid, sealed_value bytea, moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ insert into platform.sealed_secret values (id, org, sealed_value, moment) $$;

create function platform.sealed_find(id uuid, org uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select sealed from platform.sealed_secret where secret_id = id and organisation_id = org $$;

-- Forgets one of this transaction's organisation.
create function platform.sealed_forget(id uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ delete from platform.sealed_secret where secret_id = id and organisation_id = kernel.organisation_id() $$;

revoke execute on all functions in schema platform from public;
grant execute on function platform.sealed_keep, platform.sealed_find, platform.sealed_forget to kontor_app;
