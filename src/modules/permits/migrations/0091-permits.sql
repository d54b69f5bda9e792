-- Permits applied for and held; and the desk of an authority that gives them.

create schema permits;
grant usage on schema permits to kontor_app;

create table permits.permit (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('preparing', 'sent', 'completion', 'granted', 'partly', 'refused', 'withdrawn', 'ended')),
  permit_type text check (length(permit_type) between 1 and 120),
  authority_id uuid,
  owner_id uuid,
  reference text check (length(reference) between 1 and 120),
  note text not null default '' check (length(note) <= 20000),
  fee_minor bigint check (fee_minor >= 0),
  fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
  sent_on date,
  received_on date,
  completion_what text check (length(completion_what) between 1 and 2000),
  completion_due_on date,
  decided_on date,
  valid_from date,
  valid_until date,
  appeal_until date,
  renewal_lead_days integer not null default 90 check (renewal_lead_days between 0 and 1000),
  renewal_raised_at timestamptz,
  -- the paper that it was adopted from
  adopted_id uuid,
  renews_id uuid,
  -- what the last step changed, so that it can be taken back
  prior jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, authority_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, adopted_id) references kernel.record,
  foreign key (organisation_id, renews_id) references permits.permit,
  constraint permit_adopted_once unique (organisation_id, adopted_id),
  constraint permit_validity check (valid_until >= valid_from),
  check ((fee_minor is null) = (fee_currency is null)),
  check (state <> 'completion' or completion_due_on is not null),
  check ((decided_on is not null) or state not in ('granted', 'partly', 'refused'))
);
create index permit_valid on permits.permit (organisation_id, valid_until) where state in ('granted', 'partly');
call kernel.guard('permits.permit');

create table permits.requirement (
  organisation_id uuid not null,
  permit_id uuid not null,
  id uuid not null,
  position integer not null,
  requirement text not null check (length(requirement) between 1 and 300),
  met boolean not null default false,
  document_id uuid,
  primary key (organisation_id, permit_id, id),
  foreign key (organisation_id, permit_id) references permits.permit on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record
);
call kernel.guard('permits.requirement');

create table permits.condition (
  organisation_id uuid not null,
  permit_id uuid not null,
  id uuid not null,
  condition text not null check (length(condition) between 1 and 1000),
  owner_id uuid,
  every text not null check (every in ('once', 'month', 'quarter', 'half-year', 'year')),
  -- the next check; null once the only one is done, or where nothing is to be checked
  next_on date,
  first_on date,
  raised_on date,
  checked_on date,
  primary key (organisation_id, permit_id, id),
  foreign key (organisation_id, permit_id) references permits.permit on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record
);
create index condition_next on permits.condition (organisation_id, next_on) where next_on is not null;
call kernel.guard('permits.condition');

-- The authority's side: switched on by a setting, with its periods.
create table permits.desk (
  organisation_id uuid not null,
  switched_on boolean not null,
  decide_days integer not null check (decide_days between 1 and 1000),
  decide_unit text not null check (decide_unit in ('day', 'workday')),
  appeal_days integer not null check (appeal_days between 1 and 1000),
  appeal_unit text not null check (appeal_unit in ('day', 'workday')),
  appeal_instructions text not null check (length(appeal_instructions) <= 4000),
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('permits.desk');

create table permits.application (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 1900 and 9999),
  -- gapless within a year
  serial bigint not null check (serial > 0),
  state text not null check (state in ('registered', 'completion', 'complete', 'decided', 'notified', 'appealed', 'final', 'withdrawn')),
  permit_type text check (length(permit_type) between 1 and 120),
  applicant_id uuid,
  applicant text not null check (length(applicant) between 1 and 200),
  handler_id uuid,
  received_on date not null,
  is_public boolean not null,
  note text not null default '' check (length(note) <= 20000),
  completion_what text check (length(completion_what) between 1 and 2000),
  completion_due_on date,
  complete_on date,
  decide_by date not null,
  warned_at timestamptz,
  outcome text check (outcome in ('granted', 'partly', 'refused', 'dismissed')),
  decision text check (length(decision) between 1 and 20000),
  reasons text check (length(reasons) between 1 and 20000),
  appeal_instructions text check (length(appeal_instructions) between 1 and 4000),
  decided_on date,
  decided_by_id uuid,
  valid_from date,
  valid_until date,
  fee_minor bigint check (fee_minor >= 0),
  fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
  notified_on date,
  appeal_until date,
  appealed_on date,
  final_on date,
  prior jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, applicant_id) references kernel.record,
  foreign key (organisation_id, handler_id) references kernel.record,
  constraint application_number_once unique (organisation_id, year, serial),
  constraint application_validity check (valid_until >= valid_from),
  check ((fee_minor is null) = (fee_currency is null)),
  check (state <> 'completion' or completion_due_on is not null),
  check ((decided_on is null) = (outcome is null)),
  check (outcome is null or (decision is not null and reasons is not null)),
  check (state not in ('decided', 'notified', 'appealed', 'final') or outcome is not null),
  check ((notified_on is null) = (appeal_until is null)),
  check ((final_on is not null) = (state = 'final'))
);
create index application_open on permits.application (organisation_id, decide_by) where state in ('registered', 'completion', 'complete');
create index application_appeal on permits.application (organisation_id, appeal_until) where state = 'notified';
call kernel.guard('permits.application');

create table permits.hearing (
  organisation_id uuid not null,
  application_id uuid not null,
  id uuid not null,
  party_id uuid,
  party text not null check (length(party) between 1 and 200),
  asked_on date not null,
  due_on date not null,
  answer text check (length(answer) between 1 and 20000),
  answered_on date,
  primary key (organisation_id, application_id, id),
  foreign key (organisation_id, application_id) references permits.application on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  check ((answer is null) = (answered_on is null)),
  check (due_on >= asked_on)
);
call kernel.guard('permits.hearing');
