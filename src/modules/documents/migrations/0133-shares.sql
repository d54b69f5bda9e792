-- Papers shared with people outside by a link. The link itself is kept nowhere: it is written again from the share's id.

-- A password somebody chose for a share, before the act that uses it: it goes round the journal.
create table documents.share_password (
  organisation_id uuid not null,
  id uuid not null,
  hash text not null check (hash ~ '^\$argon2id\$'),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('documents.share_password', 'select, insert, delete');

create table documents.share (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  -- the file as it came, or upright with its words beneath
  form text not null check (form in ('original', 'searchable')),
  recipient text check (length(recipient) between 1 and 200),
  note text not null default '' check (length(note) <= 2000),
  -- what is secret (3) is never shared
  class_then smallint not null check (class_then between 0 and 2),
  shared_at timestamptz not null,
  shared_by uuid not null,
  expires_at timestamptz not null,
  most_fetches integer check (most_fetches between 1 and 1000),
  fetches integer not null default 0 check (fetches >= 0),
  last_fetch_at timestamptz,
  password_id uuid,
  wrong_tries smallint not null default 0 check (wrong_tries between 0 and 20),
  ended text check (ended in ('revoked', 'destroyed', 'held', 'discarded', 'class', 'guessed')),
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, password_id) references documents.share_password,
  check (class_then < 2 or password_id is not null),
  check (expires_at > shared_at and expires_at <= shared_at + interval '366 days'),
  check (fetches <= coalesce(most_fetches, fetches)),
  check (ended_at is null or ended is not null),
  check ((ended_by is null) = (ended is distinct from 'revoked'))
);
create index share_document on documents.share (organisation_id, document_id);
create index share_password_once on documents.share (organisation_id, password_id) where password_id is not null;
call kernel.guard('documents.share', 'select, insert, update');

-- A share ends for good with what it was given for: when the paper rises in class, is discarded, destroyed or held.
create function documents.share_lapses() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'record' then
    if new.kind = 'destroyed-document' then
      update documents.share set ended = coalesce(ended, 'destroyed'), note = '', recipient = null
        where organisation_id = new.organisation_id and document_id = new.id;
      update kernel.record set title = new.title where organisation_id = new.organisation_id
        and id in (select id from documents.share where organisation_id = new.organisation_id and document_id = new.id);
    else
      update documents.share set ended = 'class'
        where organisation_id = new.organisation_id and document_id = new.id and ended is null and class_then < new.class;
    end if;
  elsif tg_table_name = 'document' then
    update documents.share set ended = 'discarded' where organisation_id = new.organisation_id and document_id = new.id and ended is null;
  else
    update documents.share s set ended = 'held' where s.organisation_id = new.organisation_id and s.ended is null
      and documents.holds_upon(s.organisation_id, s.document_id) <> '{}';
  end if;
  return null;
end $$;
create trigger share_lapses_by_class after update of class on kernel.record
  for each row when (new.kind = 'document' and new.class > old.class) execute function documents.share_lapses();
create trigger share_lapses_by_destruction after update of kind on kernel.record
  for each row when (new.kind = 'destroyed-document' and old.kind = 'document') execute function documents.share_lapses();
create trigger share_lapses_by_discarding after update of state on documents.document
  for each row when (new.state = 'discarded' and old.state <> 'discarded') execute function documents.share_lapses();
create trigger share_lapses_by_hold after insert on documents.hold for each row execute function documents.share_lapses();
