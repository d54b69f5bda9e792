-- Interviews: who is seen by whom, by which criteria, and what each of the panel says.

create schema interviews;
grant usage on schema interviews to kontor_app;

create table interviews.interview (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('open', 'decided', 'cancelled')),
  candidate_name text not null check (length(candidate_name) between 1 and 200),
  candidate_email text not null check (candidate_email ~ '^[^@\s]+@[^@\s]+$' and length(candidate_email) <= 254),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  owner_id uuid not null,
  decider_id uuid not null,
  minutes smallint not null check (minutes between 5 and 480),
  criteria text[] not null check (cardinality(criteria) between 1 and 12),
  note text not null default '' check (length(note) <= 5000),
  outcome text check (outcome in ('go-on', 'offer', 'no')),
  reason text not null default '' check (length(reason) <= 2000),
  decided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, decider_id) references kernel.record,
  check ((state = 'decided') = (outcome is not null)),
  check ((state = 'decided') = (decided_at is not null))
);
call kernel.guard('interviews.interview');

create table interviews.panelist (
  organisation_id uuid not null,
  interview_id uuid not null,
  principal_id uuid not null,
  position smallint not null check (position >= 0),
  -- what the card says, one score for each criterion; null until it is in
  scores smallint[] check (1 <= all (scores) and 5 >= all (scores)),
  words text[],
  recommends text check (recommends in ('strong-yes', 'yes', 'no', 'strong-no')),
  summary text not null default '' check (length(summary) <= 2000),
  sent_at timestamptz,
  asked_at timestamptz,
  primary key (organisation_id, interview_id, principal_id),
  foreign key (organisation_id, interview_id) references interviews.interview on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record,
  check ((sent_at is null) = (scores is null) and (sent_at is null) = (recommends is null)),
  check (cardinality(words) = cardinality(scores))
);
call kernel.guard('interviews.panelist');
