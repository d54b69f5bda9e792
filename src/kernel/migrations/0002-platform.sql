-- Who signs in, by which means, into which organisations: it stands above organisations, so the application has no access
-- to these tables, only to the functions below. Secrets are kept as digests; every moment comes as a parameter.

create table platform.organisation (
  organisation_id uuid primary key,
  name text not null,
  opened_at timestamptz not null
);

create table platform.account (
  account_id uuid primary key,
  email citext not null unique check (length(email) between 3 and 254 and position('@' in email) > 1),
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- By which means an account signs in. `password` holds an argon2id hash in PHC form under the key ''; passkeys (key: the
-- credential's id), TOTP, SSO (key: issuer and subject) and recovery codes have their place here and come later.
create table platform.credential (
  account_id uuid not null references platform.account on delete cascade,
  type text not null check (type in ('password', 'passkey', 'totp', 'sso', 'recovery')),
  key text not null default '',
  secret text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, type, key)
);
create unique index credential_external on platform.credential (type, key) where type in ('passkey', 'sso');

-- An account is one principal in each organisation it belongs to.
create table platform.membership (
  account_id uuid not null references platform.account on delete cascade,
  organisation_id uuid not null references platform.organisation,
  principal_id uuid not null,
  joined_at timestamptz not null,
  disabled_at timestamptz,
  primary key (account_id, organisation_id),
  unique (organisation_id, principal_id)
);

create table platform.session (
  token_digest bytea primary key check (length(token_digest) = 32),
  account_id uuid not null references platform.account on delete cascade,
  organisation_id uuid,
  mandate_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null,
  foreign key (account_id, organisation_id) references platform.membership (account_id, organisation_id) on delete cascade
);
create index session_account on platform.session (account_id);

create table platform.api_token (
  token_id uuid primary key,
  token_digest bytea not null unique check (length(token_digest) = 32),
  organisation_id uuid not null references platform.organisation,
  principal_id uuid not null,
  mandate_id uuid,
  name text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_organisation on platform.api_token (organisation_id, created_at);

create table platform.one_time_token (
  token_id uuid primary key,
  token_digest bytea not null unique check (length(token_digest) = 32),
  purpose text not null check (purpose in ('first-run', 'invitation', 'password-reset')),
  account_id uuid references platform.account on delete cascade,
  organisation_id uuid,
  principal_id uuid,
  email citext,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (purpose <> 'invitation' or (organisation_id is not null and principal_id is not null and email is not null)),
  check (purpose <> 'password-reset' or account_id is not null)
);

-- Failed sign-ins by e-mail and by address, both as digests.
create table platform.sign_in_counter (
  key bytea primary key,
  failures integer not null,
  blocked_until timestamptz not null,
  counted_at timestamptz not null
);

-- What the server keeps to itself: keys that sign links and digests.
create table platform.secret (name text primary key, value bytea not null check (length(value) >= 32));

-- Gives the secret of that name; the first caller's proposal is kept.
create function platform.secret_keep(secret_name text, proposal bytea) returns bytea
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare kept bytea;
begin
  select value into kept from platform.secret where name = secret_name;
  if kept is null then
    insert into platform.secret values (secret_name, proposal) on conflict do nothing;
    select value into kept from platform.secret where name = secret_name;
  end if;
  return kept;
end $$;

-- Reads a secret in a read-only transaction; NULL while nobody has kept one.
create function platform.secret_read(secret_name text) returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select value from platform.secret where name = secret_name $$;

-- Opens an organisation with the head of its chain; false when it has been opened before.
create function platform.organisation_open(org uuid, org_name text, org_country text, org_currency text, org_zone text, org_language text, moment timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into platform.organisation values (org, org_name, moment) on conflict do nothing;
  if not found then
    return false;
  end if;
  perform set_config('kontor.organisation_id', org::text, true);
  perform kernel.organisation_open(org_name, org_country, org_currency, org_zone, org_language, moment);
  return true;
end $$;

create function platform.organisations() returns table (organisation_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select organisation_id, name from platform.organisation order by opened_at, organisation_id $$;

-- Whether anybody can sign in: until then the first-run link opens the first organisation.
create function platform.in_use() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select exists (select from platform.membership) $$;

-- The organisation of this transaction has a new name.
create function platform.organisation_rename(new_name text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ update platform.organisation set name = new_name where organisation_id = kernel.organisation_id() $$;

-- Makes an account; NULL when the e-mail has one.
create function platform.account_create(id uuid, new_email text, new_name text, new_language text, password_hash text, moment timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into platform.account values (id, new_email::citext, new_name, new_language, moment, null) on conflict (email) do nothing;
  if not found then
    return null;
  end if;
  if password_hash is not null then
    insert into platform.credential values (id, 'password', '', password_hash, moment, null);
  end if;
  return id;
end $$;

create function platform.account_by_email(wanted text)
returns table (account_id uuid, email text, name text, language text, disabled boolean, password_hash text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.account_id, a.email::text, a.name, a.language, a.disabled_at is not null, c.secret
  from platform.account a left join platform.credential c on c.account_id = a.account_id and c.type = 'password'
  where a.email = wanted::citext $$;

create function platform.accounts() returns table (account_id uuid, email text, name text, disabled boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select account_id, email::text, name, disabled_at is not null from platform.account order by email $$;

create function platform.account_language(id uuid, new_language text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ update platform.account set language = new_language where account_id = id $$;

-- Sets a password. `close_sessions` signs the account out everywhere, as a reset must.
create function platform.password_set(id uuid, password_hash text, close_sessions boolean, moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into platform.credential values (id, 'password', '', password_hash, moment, null)
    on conflict (account_id, type, key) do update set secret = excluded.secret, created_at = excluded.created_at;
  if close_sessions then
    delete from platform.session where account_id = id;
  end if;
end $$;

-- Joins an account to an organisation as one of its principals.
create function platform.membership_join(id uuid, org uuid, principal uuid, moment timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into platform.membership values (id, org, principal, moment, null) on conflict do nothing;
  return exists (select from platform.membership
    where account_id = id and organisation_id = org and principal_id = principal and disabled_at is null);
end $$;

create function platform.memberships(id uuid) returns table (organisation_id uuid, name text, principal_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.organisation_id, o.name, m.principal_id
  from platform.membership m join platform.organisation o using (organisation_id)
  where m.account_id = id and m.disabled_at is null order by o.name, m.organisation_id $$;

-- Closes or reopens the way in for a principal of this transaction's organisation.
create function platform.membership_disable(principal uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.membership set disabled_at = moment
    where organisation_id = kernel.organisation_id() and principal_id = principal;
  if moment is not null then
    delete from platform.session s using platform.membership m
      where m.organisation_id = kernel.organisation_id() and m.principal_id = principal
        and s.account_id = m.account_id and s.organisation_id = m.organisation_id;
  end if;
end $$;

-- The account behind a principal of this transaction's organisation, and in how many organisations it works.
create function platform.account_of_principal(principal uuid) returns table (account_id uuid, email text, organisations bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.account_id, a.email::text, (select count(*) from platform.membership o where o.account_id = a.account_id)
  from platform.membership m join platform.account a using (account_id)
  where m.organisation_id = kernel.organisation_id() and m.principal_id = principal $$;

-- The principals of this transaction's organisation that somebody can sign in as.
create function platform.members() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select principal_id from platform.membership where organisation_id = kernel.organisation_id() $$;

-- The language that whoever signs in as a principal of this transaction's organisation has chosen; NULL for nobody.
create function platform.member_language(principal uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.language from platform.membership m join platform.account a using (account_id)
  where m.organisation_id = kernel.organisation_id() and m.principal_id = principal $$;

-- Counts an attempt before it is made, on every key; gives the whole seconds to wait, 0 when it may go on.
-- Above a key's threshold each failure doubles the wait, from one second up to a quarter of an hour.
create function platform.sign_in_reserve(keys bytea[], thresholds integer[], moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wait integer;
begin
  perform from platform.sign_in_counter where key = any (keys) order by key for update;
  select coalesce(max(ceil(extract(epoch from blocked_until - moment))), 0)::integer into wait
    from platform.sign_in_counter where key = any (keys) and blocked_until > moment;
  if wait > 0 then
    return wait;
  end if;
  insert into platform.sign_in_counter as c
    select k.key, 1, moment, moment
    from unnest(keys, thresholds) as k (key, threshold) order by k.key
  on conflict (key) do update set
    failures = case when c.counted_at < moment - interval '1 day' then 1 else c.failures + 1 end,
    blocked_until = case
      when c.counted_at < moment - interval '1 day' then moment
      when c.failures + 1 < thresholds[array_position(keys, c.key)] then moment
      else moment + make_interval(secs => least(900, power(2, least(20, c.failures + 1 - thresholds[array_position(keys, c.key)])))) end,
    counted_at = moment;
  return 0;
end $$;

-- The attempt succeeded: the first key (the e-mail) is forgotten, on the others only this attempt.
create function platform.sign_in_succeeded(keys bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from platform.sign_in_counter where key = keys[1];
  update platform.sign_in_counter set failures = greatest(0, failures - 1), blocked_until = counted_at
    where key = any (keys[2:]);
end $$;

-- Opens a session in the organisation asked for, else in the first the account belongs to.
create function platform.session_open(digest bytea, id uuid, org uuid, client_address text, client_agent text, moment timestamptz, ends timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into platform.session
    values (digest, id,
      (select m.organisation_id from platform.membership m join platform.organisation o using (organisation_id)
        where m.account_id = id and m.disabled_at is null
        order by m.organisation_id is not distinct from org desc, m.joined_at, m.organisation_id limit 1),
      null, moment, moment, ends, client_address, client_agent);
  update platform.credential set used_at = moment where account_id = id and type = 'password';
  delete from platform.session where expires_at < moment;
end $$;

-- The session of a token; sliding: seen now, it ends `idle` from now, but `longest` after it began at the latest.
create function platform.session_find(digest bytea, moment timestamptz, idle interval, longest interval)
returns table (account_id uuid, email text, name text, language text, organisation_id uuid, principal_id uuid, mandate_id uuid, created_at timestamptz, expires_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.session s
    set seen_at = moment, expires_at = least(moment + idle, s.created_at + longest)
    where s.token_digest = digest and s.expires_at > moment and s.seen_at < moment - interval '5 minutes';
  return query
    select a.account_id, a.email::text, a.name, a.language, m.organisation_id, m.principal_id, s.mandate_id, s.created_at, s.expires_at
    from platform.session s
    join platform.account a on a.account_id = s.account_id and a.disabled_at is null
    left join platform.membership m on m.account_id = s.account_id and m.organisation_id = s.organisation_id and m.disabled_at is null
    where s.token_digest = digest and s.expires_at > moment;
end $$;

-- Where the session stands from now on; false when the account does not belong there.
create function platform.session_stand(digest bytea, org uuid, mandate uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.session s set organisation_id = org, mandate_id = mandate
    where s.token_digest = digest and exists (select from platform.membership m
      where m.account_id = s.account_id and m.organisation_id = org and m.disabled_at is null);
  return found;
end $$;

create function platform.session_close(digest bytea) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ delete from platform.session where token_digest = digest $$;

create function platform.session_close_all(id uuid) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as
$$ with closed as (delete from platform.session where account_id = id returning 1) select count(*) from closed $$;

create function platform.api_token_create(id uuid, digest bytea, principal uuid, mandate uuid, token_name text, creator uuid, moment timestamptz, ends timestamptz)
returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into platform.api_token
    values (id, digest, kernel.organisation_id(), principal, mandate, token_name, moment, creator, ends, null, null) $$;

-- Whom a token speaks for; its last use is kept to the minute.
create function platform.api_token_find(digest bytea, moment timestamptz)
returns table (token_id uuid, organisation_id uuid, principal_id uuid, mandate_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.api_token t set used_at = moment
    where t.token_digest = digest and t.revoked_at is null and (t.expires_at is null or t.expires_at > moment)
      and (t.used_at is null or t.used_at < moment - interval '1 minute');
  return query
    select t.token_id, t.organisation_id, t.principal_id, t.mandate_id from platform.api_token t
    where t.token_digest = digest and t.revoked_at is null and (t.expires_at is null or t.expires_at > moment);
end $$;

-- The tokens of this transaction's organisation, newest first.
create function platform.api_tokens()
returns table (token_id uuid, principal_id uuid, mandate_id uuid, name text, created_at timestamptz, created_by uuid, expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select token_id, principal_id, mandate_id, name, created_at, created_by, expires_at, used_at, revoked_at
  from platform.api_token where organisation_id = kernel.organisation_id() order by created_at desc, token_id desc $$;

-- Revokes a token of this transaction's organisation; false when there is none in use.
create function platform.api_token_revoke(id uuid, moment timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.api_token set revoked_at = moment
    where token_id = id and organisation_id = kernel.organisation_id() and revoked_at is null;
  return found;
end $$;

-- Makes a one-time token; of the same purpose and for the same person only the newest holds.
create function platform.one_time_create(id uuid, digest bytea, token_purpose text, account uuid, org uuid, principal uuid, for_email text, moment timestamptz, ends timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.one_time_token set used_at = moment
    where purpose = token_purpose and used_at is null
      and account_id is not distinct from account and organisation_id is not distinct from org and principal_id is not distinct from principal;
  insert into platform.one_time_token values (id, digest, token_purpose, account, org, principal, for_email::citext, moment, ends, null);
end $$;

-- Looks at a token that still holds, without using it up.
create function platform.one_time_find(digest bytea, moment timestamptz)
returns table (token_id uuid, purpose text, account_id uuid, organisation_id uuid, principal_id uuid, email text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select token_id, purpose, account_id, organisation_id, principal_id, email::text, expires_at from platform.one_time_token
  where token_digest = digest and used_at is null and expires_at > moment $$;

-- Uses a token up: exactly one caller gets true.
create function platform.one_time_use(digest bytea, moment timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update platform.one_time_token set used_at = moment where token_digest = digest and used_at is null and expires_at > moment;
  return found;
end $$;

-- A link of this transaction's organisation that still holds, by its id: so that it can be shown again.
create function platform.one_time_open(id uuid, moment timestamptz) returns table (purpose text, principal_id uuid, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select purpose, principal_id, expires_at from platform.one_time_token
  where token_id = id and organisation_id = kernel.organisation_id() and used_at is null and expires_at > moment $$;

-- Withdraws the links of a principal of this transaction's organisation.
create function platform.one_time_withdraw(principal uuid, moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update platform.one_time_token set used_at = moment
  where organisation_id = kernel.organisation_id() and principal_id = principal and used_at is null $$;

revoke execute on all functions in schema platform from public;
grant usage on schema platform to kontor_app;
grant execute on all functions in schema platform to kontor_app;
