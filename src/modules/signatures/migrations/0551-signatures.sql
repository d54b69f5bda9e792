-- The signature folder: documents that somebody must sign, and who.

create schema signatures;
grant usage on schema signatures to kontor_app;

create table signatures.signing (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  state text not null check (state in ('open', 'completed', 'declined', 'withdrawn')),
  -- of the file that is signed
  digest bytea not null check (length(digest) = 32),
  media_kind text not null check (media_kind in ('pdf', 'image')),
  pages integer not null check (pages between 1 and 5000),
  in_order boolean not null,
  due_on date,
  note text not null default '' check (length(note) <= 2000),
  put_in_by uuid not null,
  put_in_at timestamptz not null,
  -- 1 and one more each time that the document was changed
  round smallint not null default 1 check (round >= 1),
  late_told_on date,
  ended_at timestamptz,
  -- the archive number on the printed sheet, and the office's own token before it
  sheet_number integer,
  sheet_token text check (length(sheet_token) between 4 and 20),
  scan_pages_missing integer check (scan_pages_missing >= 0),
  sealed_digest bytea check (length(sealed_digest) = 32),
  sealed_file_id uuid,
  sealed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, put_in_by) references kernel.record,
  check ((state = 'open') = (ended_at is null)),
  check ((sheet_number is null) = (sheet_token is null)),
  check ((sealed_digest is null) = (sealed_at is null) and (sealed_digest is null) = (sealed_file_id is null)),
  check (sealed_digest is null or state = 'completed')
);
-- A document is signed once at a time.
create unique index signing_open on signatures.signing (organisation_id, document_id) where state = 'open';
create unique index signing_sheet on signatures.signing (organisation_id, sheet_number) where sheet_number is not null;
create index signing_state on signatures.signing (organisation_id, state, put_in_at);
call kernel.guard('signatures.signing');

create table signatures.signer (
  organisation_id uuid not null,
  id uuid not null,
  signing_id uuid not null,
  place smallint not null check (place between 1 and 60),
  way text not null check (way in ('screen', 'link', 'paper')),
  role text not null check (role in ('self', 'company', 'company-together', 'witness')),
  state text not null check (state in ('later', 'asked', 'signed', 'declined')),
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 254),
  phone text check (length(phone) between 3 and 30),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  field_page integer check (field_page >= 1),
  field_box double precision[] check (array_length(field_box, 1) = 4),
  asked_at timestamptz,
  opened_at timestamptz,
  told_at timestamptz,
  told_times smallint not null default 0 check (told_times >= 0),
  mail text check (mail in ('sending', 'sent', 'failed', 'no-door')),
  link_until timestamptz,
  code_round integer not null default 0 check (code_round >= 0),
  code_at timestamptz,
  code_tries smallint not null default 0 check (code_tries >= 0),
  code_passed_at timestamptz,
  question text check (length(question) <= 1000),
  answer text check (length(answer) <= 1000),
  signed_at timestamptz,
  signed_by_id uuid,
  signed_by_name text check (length(signed_by_name) between 1 and 200),
  -- of the file that was signed
  signed_digest bytea check (length(signed_digest) = 32),
  proof text check (proof in ('sign-in', 'link', 'link-sms', 'link-mail', 'paper')),
  strokes text check (length(strokes) <= 12000 and strokes ~ '^[ML0-9 ]*$'),
  typed text check (length(typed) between 1 and 120),
  reason text check (length(reason) <= 1000),
  scan_document_id uuid,
  scan_ink boolean,
  primary key (organisation_id, id),
  foreign key (organisation_id, signing_id) references signatures.signing on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, signed_by_id) references kernel.record,
  foreign key (organisation_id, scan_document_id) references kernel.record,
  -- Nobody signs the same thing twice.
  constraint signer_once unique (organisation_id, signing_id, person_id),
  check (way <> 'screen' or person_id is not null),
  check (way <> 'link' or (email is not null and person_id is null)),
  check ((field_page is null) = (field_box is null)),
  check ((state = 'signed') = (signed_at is not null)),
  check ((signed_at is null) = (signed_digest is null) and (signed_at is null) = (proof is null)),
  check (state <> 'signed' or way = 'paper' or (strokes is null) <> (typed is null)),
  check (state <> 'declined' or reason is not null),
  check (signed_by_id is null or signed_by_name is not null)
);
create index signer_signing on signatures.signer (organisation_id, signing_id, place);
create index signer_asked on signatures.signer (organisation_id, person_id) where state = 'asked';
call kernel.guard('signatures.signer');

-- Who has looked at which state of a document.
create table signatures.opened (
  organisation_id uuid not null,
  signing_id uuid not null,
  principal_id uuid not null,
  digest bytea not null check (length(digest) = 32),
  at timestamptz not null,
  primary key (organisation_id, signing_id, principal_id),
  foreign key (organisation_id, signing_id) references signatures.signing on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record
);
call kernel.guard('signatures.opened');

-- The certificate of the office's own key; the key itself stands in no table.
create table signatures.house (
  organisation_id uuid primary key references kernel.organisation,
  certificate bytea not null check (length(certificate) between 100 and 6000),
  made_at timestamptz not null
);
call kernel.guard('signatures.house');
