-- Word files: as templates, as what a letter says, as its versions; and who has one open in a program of their own.

-- What a Word file says, gathered once by the reader of such files; no file is a letter's before it stands here.
create table letters.office_file (
  organisation_id uuid not null,
  file_id uuid not null,
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  -- fields that mean nothing here, with the words around them
  unknown text[] not null default '{}' check (cardinality(unknown) <= 40),
  primary key (organisation_id, file_id),
  foreign key (organisation_id, file_id) references kernel.file on delete cascade
);
call kernel.guard('letters.office_file');

alter table letters.variant add column file_id uuid;
alter table letters.variant add foreign key (organisation_id, file_id) references letters.office_file;
alter table letters.letter add column file_id uuid;
alter table letters.letter add foreign key (organisation_id, file_id) references letters.office_file;
alter table letters.version add column file_id uuid;
alter table letters.version add foreign key (organisation_id, file_id) references letters.office_file;
-- saved from what was not the newest any more: kept beside the others, and not what the letter says
alter table letters.version add column aside boolean not null default false;

create table letters.opening (
  organisation_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  principal_id uuid not null,
  until_at timestamptz not null,
  -- the version that was fetched last, or saved
  based_on integer not null check (based_on > 0),
  lock_token uuid,
  lock_until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, letter_id) references letters.letter on delete cascade,
  check ((lock_token is null) = (lock_until is null))
);
create index opening_letter on letters.opening (organisation_id, letter_id);
call kernel.guard('letters.opening');
