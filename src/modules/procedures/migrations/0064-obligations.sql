-- What falls due by contract or law, and how each of its days was met.

create table procedures.obligation (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('in-force', 'ended')),
  basis text not null check (basis in ('law', 'contract', 'decision', 'custom')),
  basis_text text check (length(basis_text) between 1 and 300),
  basis_id uuid,
  counterpart_id uuid,
  owner_id uuid,
  owner_role text check (length(owner_role) between 1 and 60),
  -- null falls due once, on the first day
  rrule text check (length(rrule) between 1 and 500),
  from_on date not null,
  shift text not null check (shift in ('none', 'before', 'after')),
  lead_days integer not null check (lead_days between 0 and 366),
  if_late text not null check (if_late in ('nothing', 'holds-others', 'breaks-promise', 'costs-money', 'breaks-rule')),
  consequence text check (length(consequence) between 1 and 300),
  note text not null default '' check (length(note) <= 4000),
  evidence boolean not null default false,
  -- the day whose task is raised next, and when
  next_on date,
  next_raise_on date,
  -- what Kontor proposed for the country
  proposal text check (length(proposal) between 1 and 40),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, basis_id) references kernel.record,
  foreign key (organisation_id, counterpart_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  check ((next_on is null) = (next_raise_on is null))
);
create index obligation_raise on procedures.obligation (organisation_id, next_raise_on) where state = 'in-force' and next_raise_on is not null;
create unique index obligation_proposal on procedures.obligation (organisation_id, proposal) where proposal is not null and state = 'in-force';
call kernel.guard('procedures.obligation');

create table procedures.obligation_day (
  organisation_id uuid not null,
  obligation_id uuid not null,
  due_on date not null,
  -- null again when its task was taken back
  raised_at timestamptz,
  fulfilled_at timestamptz,
  fulfilled_by_id uuid,
  evidence_id uuid,
  -- counts up when its task is made anew
  round integer not null default 1 check (round > 0),
  note text not null default '' check (length(note) <= 500),
  primary key (organisation_id, obligation_id, due_on),
  foreign key (organisation_id, obligation_id) references procedures.obligation on delete cascade,
  foreign key (organisation_id, evidence_id) references kernel.record,
  check ((fulfilled_at is null) = (fulfilled_by_id is null))
);
call kernel.guard('procedures.obligation_day');
