-- The ground that every module stands on: tenancy, record, link, idempotency, counters, journal, files.
-- Everything is led by organisation_id, under forced row-level security; the application's role owns nothing.

create schema kernel;
grant usage on schema kernel to kontor_app;

create extension if not exists btree_gin with schema public;
create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists citext with schema public;

-- The organisation of this transaction; empty, not NULL, after SET LOCAL has ended.
create function kernel.organisation_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('kontor.organisation_id', true), '')::uuid $$;

-- Puts a table under the tenant's policy and grants the application what it may do there.
create procedure kernel.guard(target regclass, privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (organisation_id = kernel.organisation_id()) with check (organisation_id = kernel.organisation_id())', target);
  execute format('grant %s on %s to kontor_app', privileges, target);
end $$;

create table kernel.organisation (
  organisation_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  zone text not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null
);
call kernel.guard('kernel.organisation', 'select, insert, update');

-- The one noun: timeline, links, search, confidentiality, hold and erasure all aim at it.
create table kernel.record (
  organisation_id uuid not null references kernel.organisation,
  id uuid not null,
  kind text not null,
  title text not null check (length(title) <= 500),
  -- 0 open, 1 internal, 2 confidential, 3 secret
  class smallint not null default 1 check (class between 0 and 3),
  -- need-to-know: NULL is everybody with the clearance, else ids of principals and roles
  audience uuid[] check (audience is null or cardinality(audience) > 0),
  version integer not null default 1 check (version > 0),
  merged_into uuid,
  hold_until timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, merged_into) references kernel.record (organisation_id, id),
  check (merged_into is distinct from id)
);
create index record_kind on kernel.record (organisation_id, kind, changed_at desc);
call kernel.guard('kernel.record');

create table kernel.link (
  organisation_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null,
  primary key (organisation_id, from_id, to_id, relation),
  foreign key (organisation_id, from_id) references kernel.record on delete cascade,
  foreign key (organisation_id, to_id) references kernel.record on delete cascade
);
create index link_to on kernel.link (organisation_id, to_id);
call kernel.guard('kernel.link');

create table kernel.counter (
  organisation_id uuid not null,
  series text not null,
  value bigint not null,
  primary key (organisation_id, series)
);
call kernel.guard('kernel.counter', 'select, insert, update');

create table kernel.idempotency (
  organisation_id uuid not null,
  principal_id uuid not null,
  command text not null,
  key text not null check (length(key) between 1 and 200),
  input_digest bytea not null,
  outcome jsonb,
  expires_at timestamptz not null,
  primary key (organisation_id, principal_id, command, key)
);
create index idempotency_expires on kernel.idempotency (organisation_id, expires_at);
call kernel.guard('kernel.idempotency');

-- A stored file: its bytes lie in the file store under their digest, once per organisation.
create table kernel.file (
  organisation_id uuid not null references kernel.organisation,
  id uuid not null,
  digest bytea not null check (length(digest) = 32),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  name text not null check (length(name) <= 1000),
  stored_at timestamptz not null,
  primary key (organisation_id, id)
);
create index file_digest on kernel.file (organisation_id, digest);
call kernel.guard('kernel.file', 'select, insert');

-- The journal: append-only, gapless per organisation in commit order, chained by hash.
create table kernel.journal_head (
  organisation_id uuid primary key references kernel.organisation,
  seq bigint not null,
  hash bytea not null
);
call kernel.guard('kernel.journal_head', 'select');

create table kernel.journal (
  organisation_id uuid not null references kernel.organisation,
  seq bigint not null,
  at timestamptz not null,
  principal_id uuid not null,
  behalf_of_id uuid,
  mandate_id uuid,
  command text not null,
  cause_seq bigint,
  request_id text not null,
  surface text not null,
  -- the canonical bytes that are chained; the columns above are copies that `kontor verify` compares
  head bytea not null,
  body_digest bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, seq)
);
create index journal_at on kernel.journal (organisation_id, at);
create index journal_command on kernel.journal (organisation_id, command, seq);
call kernel.guard('kernel.journal', 'select');

-- What may be erased without breaking the chain: the salt goes with the body.
create table kernel.journal_body (
  organisation_id uuid not null,
  seq bigint not null,
  salt bytea not null,
  body bytea not null,
  primary key (organisation_id, seq),
  foreign key (organisation_id, seq) references kernel.journal
);
call kernel.guard('kernel.journal_body', 'select');

create table kernel.journal_record (
  organisation_id uuid not null,
  record_id uuid not null,
  seq bigint not null,
  primary key (organisation_id, record_id, seq),
  foreign key (organisation_id, seq) references kernel.journal
);
call kernel.guard('kernel.journal_record', 'select');

-- Appends the lines of one transaction as its last statement; the head row is the last lock taken.
-- hash = sha256(previous hash, seq as 8 bytes, sha256(head), sha256(salt, body)).
-- The answer is kept under its idempotency key with the number of its first line, known only here.
-- `causes` counts back within this batch (0 is none), since numbers are only known here.
create function kernel.journal_append(
  line_at timestamptz, request text, door text, principals uuid[], behalves uuid[], mandates uuid[],
  commands text[], causes integer[], heads bytea[], salts bytea[], bodies bytea[], record_lists text[],
  answer_command text, answer_key text, answer jsonb
) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := kernel.organisation_id();
  n integer := cardinality(commands);
  first_seq bigint;
  current_seq bigint;
  previous bytea;
  next_hash bytea;
  digest bytea;
begin
  select seq, hash into current_seq, previous from kernel.journal_head where organisation_id = org for update;
  if not found then
    raise exception 'no journal head for organisation %', org;
  end if;
  first_seq := current_seq + 1;
  for i in 1 .. n loop
    current_seq := current_seq + 1;
    digest := sha256(salts[i] || bodies[i]);
    next_hash := sha256(previous || int8send(current_seq) || sha256(heads[i]) || digest);
    insert into kernel.journal values (
      org, current_seq, line_at, principals[i], behalves[i], mandates[i], commands[i],
      case when causes[i] > 0 then current_seq - causes[i] end, request, door, heads[i], digest, previous, next_hash);
    insert into kernel.journal_body values (org, current_seq, salts[i], bodies[i]);
    if record_lists[i] <> '' then
      insert into kernel.journal_record
        select distinct org, r::uuid, current_seq from string_to_table(record_lists[i], ',') r;
    end if;
    previous := next_hash;
  end loop;
  update kernel.journal_head set seq = current_seq, hash = previous where organisation_id = org;
  if answer_key is not null then
    update kernel.idempotency set outcome = jsonb_set(answer, '{journal}', case when answer ->> 'status' = 'done' then to_jsonb(first_seq) else 'null' end)
      where organisation_id = org and principal_id = principals[1] and command = answer_command and key = answer_key;
  end if;
  return first_seq;
end $$;
revoke all on function kernel.journal_append from public;
grant execute on function kernel.journal_append to kontor_app;

-- Erases the body of one line; the chain holds, since it covers only the salted digest.
create function kernel.journal_redact(line bigint) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from kernel.journal_body where organisation_id = kernel.organisation_id() and seq = line;
  return found;
end $$;
revoke all on function kernel.journal_redact from public;
grant execute on function kernel.journal_redact to kontor_app;

-- Opens an organisation: its row and the head of its chain.
create function kernel.organisation_open(org_name text, org_country text, org_currency text, org_zone text, org_language text, opened_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into kernel.organisation (organisation_id, name, country, currency, zone, language, created_at)
    values (kernel.organisation_id(), org_name, org_country, org_currency, org_zone, org_language, opened_at);
  insert into kernel.journal_head values (kernel.organisation_id(), 0, sha256(uuid_send(kernel.organisation_id())));
end $$;
revoke all on function kernel.organisation_open from public;
grant execute on function kernel.organisation_open to kontor_app;

-- Operational (outside the chain): how far a job of this organisation has come, and whether somebody asked it to stop.
create table kernel.job_progress (
  organisation_id uuid not null,
  job_id uuid not null,
  name text not null,
  done bigint not null default 0,
  total bigint,
  note text not null default '',
  cancel_requested boolean not null default false,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  finished_at timestamptz,
  error text,
  primary key (organisation_id, job_id)
);
create index job_progress_open on kernel.job_progress (organisation_id, changed_at desc);
call kernel.guard('kernel.job_progress');

-- Operational: where each consumer of the journal has come.
create table kernel.journal_place (
  organisation_id uuid not null,
  consumer text not null,
  seq bigint not null,
  primary key (organisation_id, consumer)
);
call kernel.guard('kernel.journal_place');

-- Operational: who read which personal or confidential record, and when.
create table kernel.read_log (
  organisation_id uuid not null,
  record_id uuid not null,
  principal_id uuid not null,
  read_at timestamptz not null,
  primary key (organisation_id, record_id, principal_id, read_at)
);
call kernel.guard('kernel.read_log', 'select, insert');
