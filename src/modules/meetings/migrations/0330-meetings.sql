-- Meetings as work: agenda, who takes part, minutes, decisions, corrections.

create schema meetings;
grant usage on schema meetings to kontor_app;

create table meetings.meeting (
  organisation_id uuid not null,
  id uuid not null,
  -- of the calendar, and which instance: the local time that one was planned for
  event_id uuid,
  recurrence text not null default '' check (length(recurrence) <= 40),
  -- the meeting before, in a row of them
  previous_id uuid,
  state text not null check (state in ('preparing', 'underway', 'to-approve', 'approved', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text check (length(place) between 1 and 200),
  chair_id uuid,
  secretary_id uuid,
  agenda_days smallint check (agenda_days between 0 and 60),
  agenda_sent_at timestamptz,
  rotates text not null default 'nobody' check (rotates in ('nobody', 'secretary', 'both')),
  sent_back_because text check (length(sent_back_because) between 1 and 2000),
  awaited_at timestamptz,
  finished_at timestamptz,
  approved_at timestamptz,
  -- the minutes as they were drawn when they were approved
  file_id uuid,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, event_id) references kernel.record,
  foreign key (organisation_id, previous_id) references meetings.meeting,
  foreign key (organisation_id, chair_id) references kernel.record,
  foreign key (organisation_id, secretary_id) references kernel.record,
  foreign key (organisation_id, file_id) references kernel.file,
  foreign key (organisation_id, document_id) references kernel.record,
  constraint meeting_in_order check (ends_at > starts_at),
  check ((approved_at is not null) = (state = 'approved')),
  check (state not in ('to-approve', 'approved') or finished_at is not null),
  check (file_id is null or state = 'approved')
);
-- one meeting of each instance of an event, and one after each meeting of a row; cancelled ones do not count
create unique index meeting_of_event on meetings.meeting (organisation_id, event_id, recurrence)
  where event_id is not null and state <> 'cancelled';
create unique index meeting_next on meetings.meeting (organisation_id, previous_id)
  where previous_id is not null and state <> 'cancelled';
create index meeting_starts on meetings.meeting (organisation_id, starts_at);
call kernel.guard('meetings.meeting');

-- Who takes turns in writing (and leading), in this order.
create table meetings.turn (
  organisation_id uuid not null,
  meeting_id uuid not null,
  position smallint not null check (position > 0),
  principal_id uuid not null,
  primary key (organisation_id, meeting_id, position),
  foreign key (organisation_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record
);
call kernel.guard('meetings.turn');

create table meetings.attendee (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  person_id uuid,
  name text not null check (length(name) between 1 and 120),
  email text check (length(email) between 3 and 254),
  role text not null check (role in ('required', 'optional', 'informed')),
  presence text not null default 'unknown' check (presence in ('present', 'absent', 'unknown')),
  primary key (organisation_id, meeting_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  constraint attendee_once unique (organisation_id, meeting_id, person_id)
);
call kernel.guard('meetings.attendee');

create table meetings.item (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('information', 'discussion', 'decision')),
  title text not null check (length(title) between 1 and 200),
  owner_id uuid,
  minutes smallint check (minutes between 1 and 600),
  note text not null default '' check (length(note) <= 4000),
  standing boolean not null default false,
  finished boolean not null default false,
  -- the item of the meeting before that it goes on from
  carried_id uuid,
  primary key (organisation_id, meeting_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  constraint item_in_order unique (organisation_id, meeting_id, position) deferrable initially deferred
);
call kernel.guard('meetings.item');

create table meetings.item_paper (
  organisation_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  document_id uuid not null,
  primary key (organisation_id, meeting_id, item_id, document_id),
  foreign key (organisation_id, meeting_id, item_id) references meetings.item on delete cascade,
  foreign key (organisation_id, document_id) references kernel.record
);
call kernel.guard('meetings.item_paper');

-- A line of the minutes, named by whoever types it, so that sent twice it is one.
create table meetings.line (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid,
  position integer not null check (position >= 0),
  typed text not null check (length(typed) <= 2000),
  kind text not null check (kind in ('note', 'decision', 'action')),
  body text not null check (length(body) <= 2000),
  who text check (length(who) between 1 and 120),
  owner_id uuid,
  due_on date,
  decision_id uuid,
  primary key (organisation_id, meeting_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record
);
call kernel.guard('meetings.line');

create table meetings.decision (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  year smallint not null,
  -- gapless within a year
  serial bigint not null check (serial > 0),
  decided_on date not null,
  body text not null check (length(body) between 1 and 2000),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, meeting_id) references meetings.meeting,
  constraint decision_number_once unique (organisation_id, year, serial)
);
create index decision_meeting on meetings.decision (organisation_id, meeting_id);
call kernel.guard('meetings.decision', 'select, insert');
alter table meetings.line add foreign key (organisation_id, decision_id) references meetings.decision;

create table meetings.approver (
  organisation_id uuid not null,
  meeting_id uuid not null,
  principal_id uuid not null,
  approved_at timestamptz,
  primary key (organisation_id, meeting_id, principal_id),
  foreign key (organisation_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record
);
call kernel.guard('meetings.approver');

create table meetings.correction (
  organisation_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  body text not null check (length(body) between 1 and 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, meeting_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting on delete cascade
);
call kernel.guard('meetings.correction', 'select, insert');

-- What is approved is locked: neither lines nor items nor presence of such a meeting change, whoever asks.
create function meetings.locked_when_approved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  row record := coalesce(new, old);
begin
  if exists (
    select from meetings.meeting m where m.organisation_id = row.organisation_id and m.id = row.meeting_id and m.state = 'approved'
  )
  then
    raise exception 'the minutes are approved' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return row;
end $$;
create trigger locked before insert or update or delete on meetings.line for each row execute function meetings.locked_when_approved();
create trigger locked before insert or update or delete on meetings.item for each row execute function meetings.locked_when_approved();
create trigger locked before insert or update or delete on meetings.attendee for each row execute function meetings.locked_when_approved();
