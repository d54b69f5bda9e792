-- Documents are opened in office programs and saved back: versions, who edits what, and each person's drop folder.

-- A document that was saved back keeps every version; the first is the original. Without rows there is the original alone.
create table documents.version (
  organisation_id uuid not null,
  document_id uuid not null,
  number integer not null check (number > 0),
  file_id uuid not null,
  digest bytea not null check (length(digest) = 32),
  saved_at timestamptz not null,
  -- NULL: it arrived so
  saved_by uuid,
  primary key (organisation_id, document_id, number),
  foreign key (organisation_id, document_id) references documents.document on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file (organisation_id, id)
);
create index version_digest on documents.version (organisation_id, digest);
create index version_file on documents.version (organisation_id, file_id);
call kernel.guard('documents.version', 'select, insert');

-- What a person has put into the drop folder over WebDAV: folders, papers taken in, and files that programs lay down for a while.
create table documents.drop_entry (
  organisation_id uuid not null,
  principal_id uuid not null,
  -- below /dav/, without a slash at either end
  path text not null check (length(path) between 1 and 900 and path !~ '(^/|/$|//)'),
  -- file: laid down, not taken in · away: a program has moved the document away to put another in its place
  kind text not null check (kind in ('folder', 'document', 'file', 'away')),
  document_id uuid,
  file_id uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, principal_id, path),
  foreign key (organisation_id, document_id) references documents.document on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file (organisation_id, id),
  check ((kind in ('document', 'away')) = (document_id is not null)),
  check ((kind = 'file') = (file_id is not null))
);
create index drop_entry_document on documents.drop_entry (organisation_id, document_id);
create index drop_entry_file on documents.drop_entry (organisation_id, file_id);
call kernel.guard('documents.drop_entry');

-- Who edits what, until when (RFC 4918, 6): a document for everybody, a path for its own person alone.
create table documents.edit_lock (
  organisation_id uuid not null,
  token uuid not null,
  principal_id uuid not null,
  document_id uuid,
  path text check (length(path) between 1 and 900),
  -- with all that lies beneath
  whole boolean not null,
  shared boolean not null,
  -- what the program says of itself
  owner text not null check (length(owner) <= 2000),
  until_at timestamptz not null,
  primary key (organisation_id, token),
  foreign key (organisation_id, document_id) references documents.document on delete cascade,
  check (num_nonnulls(document_id, path) > 0)
);
create index edit_lock_document on documents.edit_lock (organisation_id, document_id);
create index edit_lock_path on documents.edit_lock (organisation_id, principal_id, path);
call kernel.guard('documents.edit_lock');

-- The store's rows of these bytes, where nothing refers to them any more.
create function documents.forget_files(org uuid, digests bytea[]) returns void language plpgsql as $$
declare
  stored uuid;
begin
  for stored in select f.id from kernel.file f where f.organisation_id = org and f.digest = any(digests)
      and not exists (select from documents.document d where d.organisation_id = org and f.id in (d.file_id, d.unlocked_file_id))
      and not exists (select from documents.version v where v.organisation_id = org and v.file_id = f.id) loop
    begin
      delete from kernel.file where organisation_id = org and id = stored;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
