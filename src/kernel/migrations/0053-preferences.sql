-- What a person prefers, on whatever computer: saved views of lists, hours of the digest. Nobody else's business.
create table kernel.preference (
  organisation_id uuid not null,
  principal_id uuid not null,
  key text not null check (key ~ '^[a-z][a-zA-Z0-9.-]{0,100}$'),
  value jsonb not null check (pg_column_size(value) <= 65536),
  primary key (organisation_id, principal_id, key),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade
);
call kernel.guard('kernel.preference');
