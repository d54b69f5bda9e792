-- What is made from a record (a task from a paper, a part from a mail, an approval of an act on it) is at least as
-- confidential as it, then and later: raising the record raises what was made from it, taking that back takes it back.
-- The database does it, so that no module can forget.

-- What a record would be by itself; NULL where it was made from nothing and inherits nothing.
alter table kernel.record add column own_class smallint check (own_class between 0 and 3);
alter table kernel.record add column own_audience uuid[]
  check (own_audience is null or (own_class is not null and cardinality(own_audience) > 0));

create table kernel.derivation (
  organisation_id uuid not null,
  record_id uuid not null,
  source_id uuid not null,
  primary key (organisation_id, record_id, source_id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade,
  foreign key (organisation_id, source_id) references kernel.record on delete cascade,
  check (record_id <> source_id)
);
create index derivation_source on kernel.derivation (organisation_id, source_id);
call kernel.guard('kernel.derivation', 'select, insert');

-- Those in both, in one order; NULL is everybody.
create function kernel.audience_common(a uuid[], b uuid[]) returns uuid[] language sql immutable parallel safe as
$$ select case when a is null then b when b is null then a
     else array(select unnest(a) intersect select unnest(b) order by 1) end $$;

-- Class and audience of a record from its own and from all that it was made from. Sources meant for nobody in common leave
-- Kontor itself alone; an own audience that has nobody in common with the sources' gives way to theirs.
create function kernel.inherit(org uuid, target uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  own record;
  source record;
  level smallint;
  theirs uuid[];
  wanted uuid[];
begin
  select r.class, r.audience, r.own_class, r.own_audience into own from kernel.record r
    where r.organisation_id = org and r.id = target for no key update;
  if not found or own.own_class is null then
    return;
  end if;
  level := own.own_class;
  for source in
    select r.class, r.audience from kernel.derivation d
    join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.source_id
    where d.organisation_id = org and d.record_id = target order by r.id
  loop
    level := greatest(level, source.class);
    theirs := kernel.audience_common(theirs, source.audience);
    if cardinality(theirs) = 0 then
      theirs := array['00000000-0000-7000-8000-000000000000']::uuid[];
    end if;
  end loop;
  wanted := kernel.audience_common(own.own_audience, theirs);
  if cardinality(wanted) = 0 then
    wanted := theirs;
  end if;
  if (level, wanted) is distinct from (own.class, own.audience) then
    update kernel.record set class = level, audience = wanted where organisation_id = org and id = target;
  end if;
end $$;

-- Found by nobody who may no longer see it, and what was made from it follows.
create function kernel.class_followed() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  made uuid;
begin
  update kernel.search_entry set class = new.class, audience = new.audience
    where organisation_id = new.organisation_id and record_id = new.id;
  perform kernel.inherit(new.organisation_id, new.id);
  for made in
    select record_id from kernel.derivation where organisation_id = new.organisation_id and source_id = new.id order by record_id
  loop
    perform kernel.inherit(new.organisation_id, made);
  end loop;
  return null;
end $$;
create trigger class_follows after update on kernel.record for each row
  when ((old.class, old.audience, old.own_class, old.own_audience) is distinct from (new.class, new.audience, new.own_class, new.own_audience))
  execute function kernel.class_followed();

-- A source that is being raised this moment is waited for.
create function kernel.derived() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform from kernel.record where organisation_id = new.organisation_id and id = new.source_id for share;
  perform kernel.inherit(new.organisation_id, new.record_id);
  return null;
end $$;
create trigger derivation_inherits after insert on kernel.derivation for each row execute function kernel.derived();

-- Everything made from a record, and what was made from that.
create function kernel.made_from(origin uuid) returns table (id uuid, class smallint, audience uuid[]) language sql stable as $$
  with recursive made as (
    select record_id from kernel.derivation where organisation_id = kernel.organisation_id() and source_id = origin
    union
    select d.record_id from made join kernel.derivation d on d.organisation_id = kernel.organisation_id() and d.source_id = made.record_id)
  select r.id, r.class, r.audience from made
  join kernel.record r on r.organisation_id = kernel.organisation_id() and r.id = made.record_id
$$;
