-- Who may do what, up to which amount, for whom, and what waits for somebody's approval.

create schema authority;
grant usage on schema authority to kontor_app;

-- Who acts: a person or a software assistant. Its name is the record's title. (The system itself is no row.)
create table authority.principal (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'assistant')),
  email citext check (length(email) between 3 and 254 and position('@' in email) > 1),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  -- beyond what its roles give: 0 open, 1 internal, 2 confidential, 3 secret
  clearance smallint not null default 0 check (clearance between 0 and 3),
  deputy_id uuid,
  disabled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, deputy_id) references authority.principal,
  constraint principal_email unique (organisation_id, email),
  constraint deputy_is_another check (deputy_id is distinct from id),
  check ((kind = 'person') = (email is not null))
);
call kernel.guard('authority.principal');

-- A bundle of permissions. Standard roles have a key and the same id everywhere; their names are the organisation's.
create table authority.role (
  organisation_id uuid not null,
  id uuid not null,
  key text check (key in ('owner', 'manager', 'clerk', 'bookkeeper', 'colleague', 'assistant')),
  clearance smallint not null check (clearance between 0 and 3),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  unique (organisation_id, key)
);
call kernel.guard('authority.role');

-- `documents.confirm`, `documents.*` or `*`; the limit is in the office's currency, NULL is without limit.
create table authority.role_permission (
  organisation_id uuid not null,
  role_id uuid not null,
  permission text not null check (permission ~ '^(\*|[a-z]+\.(\*|[a-z-]+))$'),
  limit_minor bigint check (limit_minor >= 0),
  limit_currency text check (limit_currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, role_id, permission),
  foreign key (organisation_id, role_id) references authority.role on delete cascade,
  check ((limit_minor is null) = (limit_currency is null))
);
create index role_permission_name on authority.role_permission (organisation_id, permission);
call kernel.guard('authority.role_permission');

-- A principal's own limit: it replaces what the roles say wherever they grant the permission at all.
create table authority.principal_limit (
  organisation_id uuid not null,
  principal_id uuid not null,
  permission text not null check (permission ~ '^(\*|[a-z]+\.(\*|[a-z-]+))$'),
  limit_minor bigint check (limit_minor >= 0),
  limit_currency text check (limit_currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, principal_id, permission),
  foreign key (organisation_id, principal_id) references authority.principal on delete cascade,
  check ((limit_minor is null) = (limit_currency is null))
);
call kernel.guard('authority.principal_limit');

create table authority.assignment (
  organisation_id uuid not null,
  principal_id uuid not null,
  role_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (organisation_id, principal_id, role_id, from_at),
  foreign key (organisation_id, principal_id) references authority.principal on delete cascade,
  foreign key (organisation_id, role_id) references authority.role on delete cascade,
  check (until_at > from_at),
  constraint assignment_once exclude using gist (
    organisation_id with =, principal_id with =, role_id with =, tstzrange(from_at, until_at) with &&)
);
create index assignment_role on authority.assignment (organisation_id, role_id);
call kernel.guard('authority.assignment');

-- Somebody's authority, lent: these permissions, up to this amount and class, between these moments.
create table authority.mandate (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  permissions text[] not null check (cardinality(permissions) > 0),
  limit_minor bigint check (limit_minor >= 0),
  limit_currency text check (limit_currency ~ '^[A-Z]{3}$'),
  clearance smallint not null check (clearance between 0 and 3),
  from_at timestamptz not null,
  until_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, from_id) references authority.principal,
  foreign key (organisation_id, to_id) references authority.principal,
  constraint mandate_to_another check (from_id <> to_id),
  check (until_at > from_at),
  check ((limit_minor is null) = (limit_currency is null))
);
create index mandate_to on authority.mandate (organisation_id, to_id);
create index mandate_from on authority.mandate (organisation_id, from_id);
call kernel.guard('authority.mandate');

-- An act above its asker's limit, frozen: the input as it came, and a digest of what the approver is shown.
create table authority.approval (
  organisation_id uuid not null,
  id uuid not null,
  command text not null,
  permission text not null,
  input jsonb not null,
  input_digest bytea not null,
  basis jsonb not null,
  basis_digest bytea not null,
  because text not null,
  amount_minor bigint,
  amount_currency text check (amount_currency ~ '^[A-Z]{3}$'),
  asked_by uuid not null,
  asked_for uuid,
  mandate_id uuid,
  asked_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'approved', 'refused', 'withdrawn', 'closed')),
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  -- the refusal that closed it when it was dispatched anew
  closed_by jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  check ((amount_minor is null) = (amount_currency is null)),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'closed') = (closed_by is not null))
);
create unique index approval_open_once on authority.approval (organisation_id, command, input_digest) where state = 'open';
create index approval_state on authority.approval (organisation_id, state, asked_at);
create index approval_asker on authority.approval (organisation_id, asked_by, asked_at);
call kernel.guard('authority.approval');

-- Published in the contract: who holds which role, for modules whose work goes to a role. Runs under the reader's policy.
create view authority.role_holder with (security_invoker = true) as
  select a.organisation_id, a.role_id, r.key as role_key, a.principal_id, a.from_at, a.until_at
  from authority.assignment a
  join authority.role r on r.organisation_id = a.organisation_id and r.id = a.role_id
  join authority.principal p on p.organisation_id = a.organisation_id and p.id = a.principal_id
  where p.disabled_at is null;
grant select on authority.role_holder to kontor_app;
