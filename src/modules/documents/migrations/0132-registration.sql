-- The register of what comes in and goes out: a number without gaps for each, never changed, corrected only by striking it.

create table documents.registration (
  organisation_id uuid not null,
  id uuid not null,
  -- as it is written on the paper; made of direction, year and serial in the office's language
  number text not null check (length(number) between 3 and 40),
  direction text not null check (direction in ('in', 'out', 'internal')),
  year smallint not null check (year between 1900 and 9999),
  serial bigint not null check (serial > 0),
  -- when it came or went
  happened_on date not null,
  subject text not null check (length(subject) between 1 and 300),
  -- whom it came from or went to
  correspondent text check (length(correspondent) between 1 and 200),
  party_id uuid,
  document_id uuid,
  matter_id uuid,
  -- not for everybody, with the rule that says so
  secret boolean not null default false,
  secrecy_basis text check (length(secrecy_basis) between 1 and 300),
  registered_at timestamptz not null,
  registered_by uuid not null,
  struck_at timestamptz,
  struck_by uuid,
  strike_reason text check (length(strike_reason) between 1 and 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, matter_id) references kernel.record,
  constraint registration_serial_once unique (organisation_id, direction, year, serial),
  constraint registration_number_once unique (organisation_id, number),
  check (secret or secrecy_basis is null),
  check (direction = 'internal' or correspondent is not null),
  check (num_nonnulls(struck_at, struck_by, strike_reason) in (0, 3))
);
-- A paper has one number each way, as long as that is not struck.
create unique index registration_document_once on documents.registration (organisation_id, document_id, direction)
  where document_id is not null and struck_at is null;
create index registration_day on documents.registration (organisation_id, happened_on desc);
call kernel.guard('documents.registration', 'select, insert, update');

-- What was entered stays as it was entered: nothing but the strike may be added, once.
create function documents.registration_fixed() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null or (to_jsonb(new) - array['struck_at', 'struck_by', 'strike_reason'])
      is distinct from (to_jsonb(old) - array['struck_at', 'struck_by', 'strike_reason']) then
    raise exception 'an entry of the register is struck, never changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger registration_fixed before update on documents.registration for each row execute function documents.registration_fixed();
