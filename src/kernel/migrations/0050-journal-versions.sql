-- Which version a line of the journal gave each record it changed: what a refusal for a stale version shows. A record that a
-- line only touched (linked, named in an event) has none. The version is chained like the ids: 'id:version' in the line's head.
alter table kernel.journal_record add column version integer check (version > 0);

create or replace function kernel.journal_append(
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
      insert into kernel.journal_record (organisation_id, record_id, seq, version)
        select org, left(r, 36)::uuid, current_seq, nullif(substr(r, 38), '')::integer from string_to_table(record_lists[i], ',') r;
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
