-- VAT periods that were settled, and what came from the books of another program.

create table ledger.vat_settlement (
  organisation_id uuid not null,
  id uuid not null,
  from_on date not null,
  until_on date not null,
  -- what the return says, above nothing to be paid; in the currency of the books
  to_pay_minor bigint not null,
  entry_id uuid,
  settled_at timestamptz not null,
  settled_by_id uuid not null,
  -- opened again: the entry was reversed
  reopened_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation,
  foreign key (organisation_id, entry_id) references ledger.entry,
  check (until_on >= from_on),
  constraint vat_settlement_apart exclude using gist (organisation_id with =, daterange(from_on, until_on, '[]') with &&) where (reopened_at is null)
);
call kernel.guard('ledger.vat_settlement', 'select, insert, update');

create table ledger.import (
  organisation_id uuid not null,
  id uuid not null,
  format text not null check (format in ('sie4', 'saft-no', 'saft-pt', 'd406', 'xaf')),
  file_name text not null check (length(file_name) between 1 and 255),
  digest bytea not null,
  company text not null,
  from_on date not null,
  until_on date not null,
  entry_count integer not null check (entry_count >= 0),
  imported_at timestamptz not null,
  imported_by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation,
  -- the same file is taken in once
  constraint import_file_once unique (organisation_id, digest)
);
call kernel.guard('ledger.import', 'select, insert');

-- What an imported entry was called in the program it came from: exports say the same again.
create table ledger.entry_origin (
  organisation_id uuid not null,
  entry_id uuid not null,
  import_id uuid not null,
  series text not null,
  number text not null,
  -- the file had no text, and the entry was given its number for one
  untitled boolean not null,
  registered_on date,
  registered_by text,
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references ledger.entry,
  foreign key (organisation_id, import_id) references ledger.import
);
call kernel.guard('ledger.entry_origin', 'select, insert');

-- The code of an account in a country's tax form or taxonomy (SRU, grouping, RGS, taxonomia), for exports.
create table ledger.account_code (
  organisation_id uuid not null,
  account text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  code text not null check (length(code) between 1 and 35),
  primary key (organisation_id, account, country),
  foreign key (organisation_id, account) references ledger.account
);
call kernel.guard('ledger.account_code');

-- What files say of the office itself beside its name: registration and VAT number, address, whom to ask.
create table ledger.company (
  organisation_id uuid not null,
  facts jsonb not null,
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('ledger.company');
