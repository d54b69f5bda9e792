-- Keeping: what follows when a retention period ends, legal holds, destruction with its certificate.

alter table documents.class_code
  -- where it is laid down how long these are kept
  add column retention_basis text check (length(retention_basis) between 1 and 300),
  -- what is proposed on the day after the last one
  add column retention_then text not null default 'destroy' check (retention_then in ('destroy', 'hand-over', 'keep'));
create index document_keep on documents.document (organisation_id, keep_until) where keep_until is not null;

-- How this office decides what goes; without a row as the columns' defaults say.
create table documents.keeping (
  organisation_id uuid primary key,
  -- destroying asks a second person
  four_eyes boolean not null default true,
  -- what was discarded is proposed after so many days; NULL: never
  discarded_days smallint default 90 check (discarded_days between 0 and 4000),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('documents.keeping');

-- A legal hold: what it covers is not destroyed while it stands, whatever the plan says; also what comes later is covered.
create table documents.hold (
  organisation_id uuid not null,
  id uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  -- a matter, a party, a paper: everything that belongs to it
  record_id uuid,
  -- or a question: papers of this kind, class and time that hold all these words, folded
  words text[] check (cardinality(words) between 1 and 20),
  kind text,
  class_code_id uuid,
  received_from date,
  received_to date,
  placed_at timestamptz not null,
  placed_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text check (length(lift_reason) between 1 and 2000),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, record_id) references kernel.record,
  foreign key (organisation_id, class_code_id) references documents.class_code,
  constraint hold_aims check (num_nonnulls(record_id, words, kind, class_code_id, received_from, received_to) > 0),
  check (record_id is null or num_nonnulls(words, kind, class_code_id, received_from, received_to) = 0),
  check (received_from <= received_to),
  check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create index hold_standing on documents.hold (organisation_id) where lifted_at is null;
call kernel.guard('documents.hold');

-- Whether one hold covers one paper by itself. A party that was merged is followed to what it became.
create function documents.hold_covers(h documents.hold, d documents.document) returns boolean language sql stable as $$
  select case when h.record_id is not null then exists (
      select from (select h.record_id as id union select merged_into from kernel.record
          where organisation_id = h.organisation_id and id = h.record_id and merged_into is not null) aim
      where aim.id in (d.id, d.sender_id)
        or exists (select from kernel.link l where l.organisation_id = h.organisation_id and l.from_id = aim.id and l.to_id = d.id)
        or exists (select from kernel.link l where l.organisation_id = h.organisation_id and l.from_id = d.id and l.to_id = aim.id))
    else (h.kind is null or h.kind = d.kind)
      and (h.class_code_id is null or h.class_code_id = d.class_code_id)
      and (h.received_from is null or d.received_at >= (h.received_from::timestamp at time zone o.zone))
      and (h.received_to is null or d.received_at < ((h.received_to + 1)::timestamp at time zone o.zone))
      and (h.words is null or (select bool_and(position(word in lower(public.unaccent(
        concat_ws(' ', d.name, d.sender_name, d.subject, d.number, d.text)))) > 0) from unnest(h.words) word))
    end
  from kernel.organisation o where o.organisation_id = h.organisation_id
$$;

-- The holds that stand upon a paper, by itself or by what it lies in or what lies in it: a mail and its attachments go together.
create function documents.holds_upon(org uuid, document uuid) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct h.id), '{}') from documents.document d
  join documents.document x on x.organisation_id = org and (x.id = d.id or x.parent_id = d.id or x.id = d.parent_id)
  join documents.hold h on h.organisation_id = org and h.lifted_at is null
  where d.organisation_id = org and d.id = document and documents.hold_covers(h, x)
$$;

-- What was destroyed, by whom, when and why: a record that stays.
create table documents.certificate (
  organisation_id uuid not null,
  id uuid not null,
  -- gapless within its year
  number text not null check (number ~ '^[0-9]{4}-[0-9]+$'),
  decided_at timestamptz not null,
  decided_by uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  -- the archive that got them before; NULL: nobody has them any more
  handed_to text check (length(handed_to) between 1 and 200),
  -- done again after a restored backup had brought them back
  again boolean not null default false,
  lines_erased integer not null check (lines_erased >= 0),
  lines_kept integer not null check (lines_kept >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint certificate_number_once unique (organisation_id, number)
);
call kernel.guard('documents.certificate', 'select, insert');

create table documents.certificate_line (
  organisation_id uuid not null,
  certificate_id uuid not null,
  position integer not null check (position > 0),
  document_id uuid not null,
  -- NULL for what was confidential: a list of destroyed papers shall not tell what they said
  title text,
  kind text not null,
  class_code text,
  basis text,
  issued_on date,
  received_on date not null,
  keep_until date,
  page_count integer,
  size_bytes bigint not null,
  digest bytea not null check (length(digest) = 32),
  -- of the unlocked copy that was kept beside a locked original
  copy_digest bytea check (length(copy_digest) = 32),
  -- when the bytes were gone from the store
  gone_at timestamptz,
  -- another document of the office holds the very same bytes, and is kept
  shared boolean,
  primary key (organisation_id, certificate_id, position),
  foreign key (organisation_id, certificate_id) references documents.certificate on delete cascade,
  check ((gone_at is null) = (shared is null))
);
create index certificate_line_document on documents.certificate_line (organisation_id, document_id);
call kernel.guard('documents.certificate_line', 'select, insert, update');

-- The store's rows of destroyed papers go with them.
grant delete on kernel.file to kontor_app;

-- Forgets what the database knows of these papers; their records stay as names of what is no more. Gives how many lines of the
-- journal lost their content, and how many kept it because they tell of other papers too.
create function documents.forget(org uuid, ids uuid[], name text, at timestamptz, out erased integer, out kept integer)
language plpgsql as $$
declare
  stored record;
  digests bytea[];
  line bigint;
begin
  select array_agg(distinct digest) into digests from (
    select d.digest from documents.document d where d.organisation_id = org and d.id = any(ids)
    union select f.digest from documents.document d join kernel.file f on f.organisation_id = org and f.id = d.unlocked_file_id
      where d.organisation_id = org and d.id = any(ids)) gone;
  -- What lay in them and is kept stands by itself from now on.
  update documents.document set parent_id = null, depth = 0
    where organisation_id = org and parent_id = any(ids) and id <> all(ids);
  erased := 0;
  kept := 0;
  for line in select distinct seq from kernel.journal_record where organisation_id = org and record_id = any(ids) loop
    if exists (select from kernel.journal_record r join documents.document d on d.organisation_id = org and d.id = r.record_id
        where r.organisation_id = org and r.seq = line and r.record_id <> all(ids)) then
      kept := kept + 1;
    elsif kernel.journal_redact(line) then
      erased := erased + 1;
    end if;
  end loop;
  delete from documents.document where organisation_id = org and id = any(ids);
  delete from kernel.search_entry where organisation_id = org and record_id = any(ids);
  -- What was said about them said what they said.
  delete from work.comment where organisation_id = org and record_id = any(ids);
  -- Their files, and uploads of the same bytes that were never taken in; what anything else refers to is left.
  for stored in select f.id from kernel.file f where f.organisation_id = org and f.digest = any(digests)
      and not exists (select from documents.document d where d.organisation_id = org and f.id in (d.file_id, d.unlocked_file_id)) loop
    begin
      delete from kernel.file where organisation_id = org and id = stored.id;
    exception when foreign_key_violation then null;
    end;
  end loop;
  update kernel.record set kind = 'destroyed-document', title = name, version = version + 1, changed_at = at
    where organisation_id = org and id = any(ids);
end $$;
