-- When people work and like to meet; times that were held, offered and voted on.

create schema scheduling;
grant usage on schema scheduling to kontor_app;

create table scheduling.person (
  organisation_id uuid not null,
  principal_id uuid not null,
  zone text not null check (length(zone) between 1 and 64),
  -- whose public holidays they keep
  country text not null check (country ~ '^[A-Z]{2}$'),
  rest_minutes smallint not null default 0 check (rest_minutes between 0 and 120),
  -- categories of their own events that others may put meetings over
  movable text[] not null default '{}' check (cardinality(movable) <= 20),
  primary key (organisation_id, principal_id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade
);
call kernel.guard('scheduling.person');

create table scheduling.weekly_time (
  organisation_id uuid not null,
  principal_id uuid not null,
  purpose text not null check (purpose in ('work', 'avoid')),
  weekday smallint not null check (weekday between 1 and 7),
  -- minutes after midnight by the clock of the person's zone
  from_minute smallint not null check (from_minute between 0 and 1439),
  until_minute smallint not null check (until_minute between 1 and 1440),
  primary key (organisation_id, principal_id, purpose, weekday, from_minute),
  foreign key (organisation_id, principal_id) references scheduling.person on delete cascade,
  check (until_minute > from_minute),
  constraint weekly_time_once exclude using gist
    (organisation_id with =, principal_id with =, purpose with =, weekday with =, int4range(from_minute, until_minute) with &&)
);
call kernel.guard('scheduling.weekly_time');

-- Either way takes as long; the names are those the rooms give their sites.
create table scheduling.travel (
  organisation_id uuid not null,
  site text not null check (length(site) between 1 and 200),
  other_site text not null check (length(other_site) between 1 and 200),
  minutes smallint not null check (minutes between 1 and 1440),
  primary key (organisation_id, site, other_site),
  foreign key (organisation_id) references kernel.organisation,
  check (site < other_site)
);
call kernel.guard('scheduling.travel');

-- Times that are held for somebody, offered to choose from, or put to a vote.
create table scheduling.proposal (
  organisation_id uuid not null,
  id uuid not null,
  way text not null check (way in ('hold', 'offer', 'poll')),
  state text not null check (state in ('open', 'settled', 'withdrawn', 'lapsed')),
  organiser_id uuid not null,
  minutes integer not null check (minutes between 5 and 1440),
  zone text not null check (length(zone) between 1 and 64),
  note text not null default '' check (length(note) <= 5000),
  place_id uuid,
  -- colleagues, as an event's guests are written
  must uuid[] not null check (cardinality(must) <= 100),
  may uuid[] not null default '{}' check (cardinality(may) <= 100),
  answer_until timestamptz not null,
  hold_id uuid,
  event_id uuid,
  chosen_id uuid,
  chosen_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, organiser_id) references kernel.record,
  foreign key (organisation_id, place_id) references kernel.record,
  check ((state = 'settled') = (event_id is not null)),
  check ((event_id is null) = (chosen_id is null))
);
create index proposal_open on scheduling.proposal (organisation_id, answer_until) where state = 'open';
call kernel.guard('scheduling.proposal');

create table scheduling.proposed_time (
  organisation_id uuid not null,
  proposal_id uuid not null,
  id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  primary key (organisation_id, proposal_id, id),
  foreign key (organisation_id, proposal_id) references scheduling.proposal on delete cascade,
  constraint proposed_time_once unique (organisation_id, proposal_id, start_at),
  check (end_at > start_at)
);
call kernel.guard('scheduling.proposed_time');
alter table scheduling.proposal add foreign key (organisation_id, id, chosen_id)
  references scheduling.proposed_time (organisation_id, proposal_id, id);

create table scheduling.invitee (
  organisation_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  mail text not null check (mail in ('sending', 'sent', 'no-door', 'failed')),
  mail_error text check (length(mail_error) between 1 and 500),
  reminded_at timestamptz,
  answered_at timestamptz,
  note text not null default '' check (length(note) <= 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, proposal_id) references scheduling.proposal on delete cascade,
  constraint invitee_once unique (organisation_id, proposal_id, email),
  constraint invitee_of_proposal unique (organisation_id, proposal_id, id)
);
call kernel.guard('scheduling.invitee');

create table scheduling.vote (
  organisation_id uuid not null,
  proposal_id uuid not null,
  time_id uuid not null,
  invitee_id uuid not null,
  says text not null check (says in ('yes', 'if-need-be', 'no')),
  primary key (organisation_id, proposal_id, time_id, invitee_id),
  foreign key (organisation_id, proposal_id, time_id) references scheduling.proposed_time (organisation_id, proposal_id, id) on delete cascade,
  foreign key (organisation_id, proposal_id, invitee_id) references scheduling.invitee (organisation_id, proposal_id, id) on delete cascade
);
call kernel.guard('scheduling.vote');

-- Published by calendar: what sort of thing an event is, by which its owner lets it be moved.
create view calendar.category_fact with (security_invoker = true) as
  select organisation_id, id as event_id, category from calendar.event where category is not null;
grant select on calendar.category_fact to kontor_app;
