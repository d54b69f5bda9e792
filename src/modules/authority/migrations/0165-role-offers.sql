-- What each standard role was ever offered: a module that comes with an update brings its rights to the roles once, and what
-- an office has taken from a role is never given again.
create table authority.role_offer (
  organisation_id uuid not null,
  role_id uuid not null,
  permission text not null check (permission ~ '^(\*|[a-z]+\.(\*|[a-z-]+))$'),
  primary key (organisation_id, role_id, permission),
  foreign key (organisation_id, role_id) references authority.role on delete cascade
);
call kernel.guard('authority.role_offer');
