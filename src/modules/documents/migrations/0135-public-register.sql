-- The public list of the register: closed until an office opens it under an address of its own.

-- Whose list stands under which address; asked before it is known which office is meant.
create table platform.public_address (
  address text primary key check (address ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'),
  organisation_id uuid not null unique
);

-- Keeps the address of the office of this transaction, or with NULL gives it back; false where another office has it.
create function platform.public_address_keep(wanted text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if wanted is not null and exists (select from platform.public_address
      where address = wanted and organisation_id <> kernel.organisation_id()) then
    return false;
  end if;
  delete from platform.public_address where organisation_id = kernel.organisation_id();
  if wanted is not null then
    insert into platform.public_address values (wanted, kernel.organisation_id());
  end if;
  return true;
end $$;

create function platform.public_address_find(wanted text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select organisation_id from platform.public_address where address = wanted $$;

revoke execute on function platform.public_address_keep(text), platform.public_address_find(text) from public;
grant execute on function platform.public_address_keep(text), platform.public_address_find(text) to kontor_app;

create table documents.public_register (
  organisation_id uuid primary key,
  is_open boolean not null default false,
  address text,
  -- names of whom letters came from and went to; without it only those of organisations
  shows_names boolean not null default false,
  -- an entry is shown after so many days, so that somebody may look at it first
  after_days smallint not null default 1 check (after_days between 0 and 365),
  -- never shown, wherever they stand
  masked_words text[] not null default '{}' check (cardinality(masked_words) <= 500),
  intro text not null default '' check (length(intro) <= 2000),
  foreign key (organisation_id) references kernel.organisation,
  check (not is_open or address is not null)
);
call kernel.guard('documents.public_register');

-- What is masked in one entry beside what is masked in all.
create table documents.registration_mask (
  organisation_id uuid not null,
  registration_id uuid not null,
  words text[] not null default '{}' check (cardinality(words) <= 50),
  hides_correspondent boolean not null default false,
  -- not on the public list at all
  withheld boolean not null default false,
  primary key (organisation_id, registration_id),
  foreign key (organisation_id, registration_id) references documents.registration on delete cascade
);
call kernel.guard('documents.registration_mask');
