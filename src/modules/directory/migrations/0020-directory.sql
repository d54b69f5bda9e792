-- Directory: people and organisations, how to reach them, whose account is whose.

create schema directory;
grant usage on schema directory to kontor_app;

create table directory.party (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null check (length(name) between 1 and 200),
  given_name text check (given_name is null or length(given_name) between 1 and 100),
  family_name text check (family_name is null or length(family_name) between 1 and 100),
  -- folded, for sorting
  sort_name text not null,
  company_number text check (company_number is null or length(company_number) between 1 and 40),
  vat_number text check (vat_number is null or length(vat_number) between 1 and 40),
  country text check (country ~ '^[A-Z]{2}$'),
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  website text check (website is null or length(website) between 1 and 300),
  note text not null default '' check (length(note) <= 20000),
  -- how to deal with this caller
  manner text not null default '' check (length(manner) <= 2000),
  import_id uuid,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  check (kind = 'person' or (given_name is null and family_name is null)),
  check (kind = 'organisation' or (company_number is null and vat_number is null))
);
create index party_name on directory.party (organisation_id, sort_name, id);
create index party_import on directory.party (organisation_id, import_id) where import_id is not null;
call kernel.guard('directory.party');

create table directory.phone (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  position integer not null,
  written text not null check (length(written) between 1 and 60),
  -- E.164 where it could be read as a number of the public network; NULL for extensions
  e164 text check (e164 ~ '^\+[1-9][0-9]{3,14}$'),
  label text not null default '' check (length(label) <= 60),
  primary key (organisation_id, party_id, id),
  foreign key (organisation_id, party_id) references directory.party on delete cascade
);
call kernel.guard('directory.phone');

create table directory.address_email (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  position integer not null,
  email text not null check (length(email) between 3 and 254 and position('@' in email) > 1),
  label text not null default '' check (length(label) <= 60),
  primary key (organisation_id, party_id, id),
  foreign key (organisation_id, party_id) references directory.party on delete cascade
);
create unique index address_email_once on directory.address_email (organisation_id, party_id, lower(email));
call kernel.guard('directory.address_email');

create table directory.address_post (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  position integer not null,
  street text not null default '' check (length(street) <= 300),
  postcode text not null default '' check (length(postcode) <= 20),
  city text not null default '' check (length(city) <= 100),
  country text check (country ~ '^[A-Z]{2}$'),
  label text not null default '' check (length(label) <= 60),
  primary key (organisation_id, party_id, id),
  foreign key (organisation_id, party_id) references directory.party on delete cascade,
  check (street <> '' or postcode <> '' or city <> '')
);
call kernel.guard('directory.address_post');

create table directory.bank_account (
  organisation_id uuid not null,
  party_id uuid not null,
  id uuid not null,
  position integer not null,
  scheme text not null check (scheme in ('iban', 'bankgiro', 'plusgiro', 'account')),
  -- capitals and digits only
  number text not null check (number ~ '^[A-Z0-9]{2,34}$'),
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  since_on date not null,
  -- the paper it was read from, or NULL where somebody wrote it down
  source_id uuid,
  primary key (organisation_id, party_id, id),
  unique (organisation_id, party_id, scheme, number),
  foreign key (organisation_id, party_id) references directory.party on delete cascade,
  foreign key (organisation_id, source_id) references kernel.record,
  check (scheme <> 'iban' or number ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  check (scheme not in ('bankgiro', 'plusgiro') or number ~ '^[0-9]{2,8}$')
);
call kernel.guard('directory.bank_account');

create table directory.membership (
  organisation_id uuid not null,
  person_id uuid not null,
  member_of_id uuid not null,
  role text not null default '' check (length(role) <= 100),
  primary key (organisation_id, person_id, member_of_id),
  foreign key (organisation_id, person_id) references directory.party on delete cascade,
  foreign key (organisation_id, member_of_id) references directory.party on delete cascade,
  check (person_id <> member_of_id)
);
create index membership_of on directory.membership (organisation_id, member_of_id);
call kernel.guard('directory.membership');

-- Derived: what a party is found by, each in its normal form. Equality and ranges are leakproof, so that row-level
-- security keeps the index (LIKE and trigrams would lose it).
create table directory.party_key (
  organisation_id uuid not null,
  scheme text not null check (scheme in ('vat', 'number', 'account', 'mail', 'phone', 'name', 'word')),
  key text not null,
  party_id uuid not null,
  primary key (organisation_id, scheme, key, party_id),
  foreign key (organisation_id, party_id) references directory.party on delete cascade
);
create index party_key_party on directory.party_key (organisation_id, party_id);
call kernel.guard('directory.party_key');
