-- What a secret was sealed for, as a digest: whoever names its id must name that too. Of older ones nobody knows; they stay with what has them.
alter table platform.sealed_secret add column purpose bytea check (length(purpose) = 32);

drop function platform.sealed_keep(uuid, uuid, bytea, timestamptz);
create function platform.sealed_keep(id uuid, org uuid, sealed_value bytea, purpose_digest bytea, moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ insert into platform.sealed_secret (secret_id, organisation_id, sealed, purpose, kept_at)
   values (id, org, sealed_value, purpose_digest, moment) $$;

create function platform.sealed_for(id uuid, org uuid, purpose_digest bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from platform.sealed_secret
     where secret_id = id and organisation_id = org and purpose = purpose_digest) $$;

revoke execute on function platform.sealed_keep, platform.sealed_for from public;
grant execute on function platform.sealed_keep, platform.sealed_for to kontor_app;
