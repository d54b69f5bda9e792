-- Calendars, what lies in them, and the one gate before every booking.

create schema calendar;
grant usage on schema calendar to kontor_app;

-- A time on some clock, without its zone; written so that it sorts.
create domain calendar.local as text collate "C" check (value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$');

create table calendar.calendar (
  organisation_id uuid not null,
  id uuid not null,
  type text not null check (type in ('main', 'own', 'team', 'place', 'holidays', 'feed')),
  owner_id uuid,
  owner_role_id uuid,
  colour text not null,
  zone text not null check (length(zone) between 1 and 64),
  -- how much of it everybody in the office sees
  everyone text not null check (everyone in ('none', 'busy', 'read', 'write')),
  -- how far ahead series without end are laid out
  horizon_months smallint not null check (horizon_months between 1 and 60),
  -- counts the changes of what lies in it, for those who keep a copy
  change_no bigint not null default 0,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  check (type <> 'main' or owner_id is not null)
);
create unique index calendar_main_once on calendar.calendar (organisation_id, owner_id) where type = 'main';
call kernel.guard('calendar.calendar');

-- With whom it is shared besides: principals and roles.
create table calendar.share (
  organisation_id uuid not null,
  calendar_id uuid not null,
  with_id uuid not null,
  degree text not null check (degree in ('busy', 'read', 'write', 'manage')),
  primary key (organisation_id, calendar_id, with_id),
  foreign key (organisation_id, calendar_id) references calendar.calendar on delete cascade
);
create index share_with on calendar.share (organisation_id, with_id);
call kernel.guard('calendar.share');

-- Rooms and things: calendars in which nothing overlaps.
create table calendar.place (
  organisation_id uuid not null,
  id uuid not null,
  type text not null check (type in ('room', 'thing')),
  seats integer check (seats between 0 and 10000),
  equipment text[] not null default '{}',
  site text check (length(site) between 1 and 200),
  description text check (length(description) <= 5000),
  picture_ids uuid[] not null default '{}',
  keeper_id uuid,
  keeper_role_id uuid,
  -- principals and roles; empty: everybody
  bookable_by uuid[] not null default '{}',
  longest_minutes integer check (longest_minutes between 5 and 100000),
  ahead_days integer check (ahead_days between 1 and 3650),
  needs_approval boolean not null default false,
  release_minutes integer check (release_minutes between 1 and 1440),
  setup_minutes integer not null default 0 check (setup_minutes between 0 and 1440),
  cleanup_minutes integer not null default 0 check (cleanup_minutes between 0 and 1440),
  show_titles boolean not null default true,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references calendar.calendar on delete cascade,
  foreign key (organisation_id, keeper_id) references kernel.record
);
call kernel.guard('calendar.place');

-- One truth of each event; it lies in calendars by its placings.
create table calendar.event (
  organisation_id uuid not null,
  id uuid not null,
  uid text not null check (length(uid) between 1 and 400),
  sequence integer not null default 0 check (sequence >= 0),
  home_id uuid not null,
  all_day boolean not null,
  -- the end is not of it; of all-day events both are midnights
  start_local calendar.local not null,
  end_local calendar.local not null,
  -- null for all-day events
  zone text check (length(zone) between 1 and 64),
  rule text check (length(rule) between 1 and 500),
  added text[] not null default '{}',
  left_out text[] not null default '{}',
  place text check (length(place) between 1 and 300),
  notes text check (length(notes) <= 50000),
  category text check (length(category) between 1 and 80),
  privacy text not null check (privacy in ('open', 'private', 'confidential')),
  show_as text not null check (show_as in ('busy', 'free', 'tentative', 'away')),
  status text not null check (status in ('confirmed', 'tentative', 'cancelled')),
  setup_minutes integer not null default 0 check (setup_minutes between 0 and 1440),
  cleanup_minutes integer not null default 0 check (cleanup_minutes between 0 and 1440),
  travel_before_minutes integer not null default 0 check (travel_before_minutes between 0 and 1440),
  travel_after_minutes integer not null default 0 check (travel_after_minutes between 0 and 1440),
  conference_url text check (length(conference_url) between 1 and 2000),
  document_ids uuid[] not null default '{}',
  organiser_id uuid,
  sent_by_id uuid,
  organiser_email text check (length(organiser_email) between 3 and 254),
  organiser_name text check (length(organiser_name) between 1 and 200),
  -- the event that "this and following" split this one from
  split_from_id uuid,
  -- instances are laid out between these; null: from the first, to the last
  laid_from timestamptz,
  laid_until timestamptz,
  -- by which edition of the zones' rules
  zones_edition text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, home_id) references calendar.calendar,
  -- the same name from two strangers is two events: it is one only within a calendar
  constraint event_uid_once unique (organisation_id, home_id, uid),
  constraint event_time check (end_local >= start_local),
  check (all_day = (zone is null)),
  check ((organiser_id is null) <> (organiser_email is null)),
  check ((organiser_email is null) = (organiser_name is null)),
  check (sent_by_id is null or organiser_id is not null)
);
create index event_uid on calendar.event (organisation_id, uid);
create index event_laid on calendar.event (organisation_id, laid_until) where laid_until is not null;
create index event_zones on calendar.event (organisation_id, zones_edition) where zone is not null;
call kernel.guard('calendar.event');

-- Instances that were changed, by their own time (RECURRENCE-ID).
create table calendar.instance (
  organisation_id uuid not null,
  event_id uuid not null,
  recurrence calendar.local not null,
  -- what differs from the series, in the contract's words; guests too, where this instance has its own
  change jsonb not null,
  primary key (organisation_id, event_id, recurrence),
  foreign key (organisation_id, event_id) references calendar.event on delete cascade
);
call kernel.guard('calendar.instance');

create table calendar.guest (
  organisation_id uuid not null,
  event_id uuid not null,
  position smallint not null check (position >= 0),
  principal_id uuid,
  calendar_id uuid,
  email text check (length(email) between 3 and 254),
  name text check (length(name) between 1 and 200),
  party_id uuid,
  role text not null check (role in ('chair', 'required', 'optional', 'informed')),
  answer text not null check (answer in ('none', 'accepted', 'declined', 'tentative', 'delegated')),
  note text check (length(note) between 1 and 500),
  answered_at timestamptz,
  primary key (organisation_id, event_id, position),
  foreign key (organisation_id, event_id) references calendar.event on delete cascade,
  foreign key (organisation_id, principal_id) references kernel.record,
  foreign key (organisation_id, calendar_id) references calendar.place,
  check (num_nonnulls(principal_id, calendar_id, email) = 1),
  check ((email is null) = (name is null))
);
create unique index guest_principal_once on calendar.guest (organisation_id, event_id, principal_id) where principal_id is not null;
create unique index guest_place_once on calendar.guest (organisation_id, event_id, calendar_id) where calendar_id is not null;
create unique index guest_email_once on calendar.guest (organisation_id, event_id, lower(email)) where email is not null;
create index guest_of on calendar.guest (organisation_id, principal_id) where principal_id is not null;
call kernel.guard('calendar.guest');

-- An event in a calendar: at home, as a guest, as a booking. What clients get is written here when it changes.
create table calendar.placing (
  organisation_id uuid not null,
  event_id uuid not null,
  calendar_id uuid not null,
  laying text not null check (laying in ('home', 'guest', 'booking')),
  href text not null check (length(href) between 1 and 255),
  etag text not null,
  change_no bigint not null,
  reminders integer[] not null default '{}',
  -- of a booking: whether its keeper still has to say yes
  waiting boolean not null default false,
  -- as clients get it, with all that they wrote and Kontor has no field for
  ics text not null,
  -- of all its instances; null end: it goes on
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (organisation_id, event_id, calendar_id),
  foreign key (organisation_id, event_id) references calendar.event on delete cascade,
  foreign key (organisation_id, calendar_id) references calendar.calendar,
  constraint placing_href_once unique (organisation_id, calendar_id, href)
);
create index placing_change on calendar.placing (organisation_id, calendar_id, change_no);
call kernel.guard('calendar.placing');

-- What lay in a calendar and does no more, for those who keep a copy.
create table calendar.gone (
  organisation_id uuid not null,
  calendar_id uuid not null,
  href text not null,
  change_no bigint not null,
  primary key (organisation_id, calendar_id, href),
  foreign key (organisation_id, calendar_id) references calendar.calendar on delete cascade
);
create index gone_change on calendar.gone (organisation_id, calendar_id, change_no);
call kernel.guard('calendar.gone');

-- Pencilled times.
create table calendar.hold (
  organisation_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 300),
  by_id uuid not null,
  until_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation
);
create index hold_until on calendar.hold (organisation_id, until_at);
call kernel.guard('calendar.hold');

-- Each instance in each calendar, laid out in the transaction of the act.
create table calendar.occurrence (
  organisation_id uuid not null,
  calendar_id uuid not null,
  -- the event or the hold
  source_id uuid not null,
  -- its own time before any change; of what does not repeat, its start
  recurrence calendar.local not null,
  event_id uuid,
  hold_id uuid,
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- days of an all-day instance, the last one inclusive
  from_day date,
  until_day date,
  -- with set-up and clean-up of places, travel of people
  blocks tstzrange not null,
  show_as text not null check (show_as in ('busy', 'free', 'tentative', 'away')),
  exclusive boolean not null,
  -- of a booking: used, or released since nobody came
  checked_in_at timestamptz,
  primary key (organisation_id, source_id, calendar_id, recurrence),
  foreign key (organisation_id, event_id, calendar_id) references calendar.placing on delete cascade,
  foreign key (organisation_id, hold_id) references calendar.hold on delete cascade,
  check (num_nonnulls(event_id, hold_id) = 1),
  check (source_id = coalesce(event_id, hold_id)),
  check (end_at >= start_at),
  check ((from_day is null) = (until_day is null)),
  -- The one gate. Checked at the end of each statement, so that a series may be moved across itself.
  constraint occurrence_apart exclude using gist (organisation_id with =, calendar_id with =, blocks with &&)
    where (exclusive) deferrable initially immediate
);
-- What begins in a window is found by its start; the few that last longer than a week are found apart.
create index occurrence_start on calendar.occurrence (organisation_id, calendar_id, start_at);
create index occurrence_long on calendar.occurrence (organisation_id, calendar_id, end_at) where end_at - start_at > interval '7 days';
call kernel.guard('calendar.occurrence');

-- What reminders were given, so that none is given twice.
create table calendar.reminded (
  organisation_id uuid not null,
  principal_id uuid not null,
  event_id uuid not null,
  recurrence calendar.local not null,
  minutes integer not null,
  start_at timestamptz not null,
  primary key (organisation_id, principal_id, event_id, recurrence, minutes),
  foreign key (organisation_id, event_id) references calendar.event on delete cascade
);
call kernel.guard('calendar.reminded');

-- Who may what in a calendar: its owner, those it is shared with, the keepers of a place. Everybody's share stands on the calendar.
create view calendar.reader_fact with (security_invoker = true) as
  select organisation_id, id as calendar_id, owner_id as audience_id, 'manage' as degree from calendar.calendar where owner_id is not null
  union all
  select organisation_id, id, owner_role_id, 'manage' from calendar.calendar where owner_role_id is not null
  union all
  select organisation_id, calendar_id, with_id, degree from calendar.share
  union all
  select organisation_id, id, keeper_id, 'manage' from calendar.place where keeper_id is not null
  union all
  select organisation_id, id, keeper_role_id, 'manage' from calendar.place where keeper_role_id is not null;
grant select on calendar.reader_fact to kontor_app;

-- Who may see a calendar's record: everybody, where everybody sees at least that it is busy.
create function calendar.calendar_audience(org uuid, target uuid) returns uuid[] language sql stable as $$
  select case when c.everyone <> 'none' then null else
    array(select distinct f.audience_id from calendar.reader_fact f where f.organisation_id = org and f.calendar_id = target order by 1) end
  from calendar.calendar c where c.organisation_id = org and c.id = target
$$;

-- Who may read an event: whoever may read a calendar it lies in, and its guests and organiser. A private one is for those who
-- manage its home; a booking makes readers of the place's keepers alone.
create function calendar.event_audience(org uuid, target uuid) returns uuid[] language sql stable as $$
  with lies as (
    select p.calendar_id, p.laying from calendar.placing p where p.organisation_id = org and p.event_id = target
    union select e.home_id, 'home' from calendar.event e where e.organisation_id = org and e.id = target)
  select case when e.privacy <> 'private' and exists (
      select from lies p join calendar.calendar c on c.organisation_id = org and c.id = p.calendar_id
      where p.laying <> 'booking' and c.everyone in ('read', 'write'))
    then null
    else array(
      select distinct a.audience_id from (
        select f.audience_id from lies p
        join calendar.reader_fact f on f.organisation_id = org and f.calendar_id = p.calendar_id
        where case when e.privacy = 'private' then p.laying <> 'booking' and f.degree = 'manage'
            when p.laying = 'booking' then f.degree = 'manage' else f.degree <> 'busy' end
        union all
        select g.principal_id from calendar.guest g where g.organisation_id = org and g.event_id = target and g.principal_id is not null
        union all
        select unnest(array[e.organiser_id, e.sent_by_id])) a
      where a.audience_id is not null order by 1) end
  from calendar.event e where e.organisation_id = org and e.id = target
$$;

-- A calendar was shared or no longer: its events follow in one statement. Gives how many did.
create function calendar.follow_audience(org uuid, changed uuid) returns bigint language sql as $$
  with wanted as (
    select l.event_id, calendar.event_audience(org, l.event_id) as audience from (
      select event_id from calendar.placing where organisation_id = org and calendar_id = changed
      union select id from calendar.event where organisation_id = org and home_id = changed) l),
  followed as (
    update kernel.record r set audience = w.audience from wanted w
    where r.organisation_id = org and r.id = w.event_id and r.audience is distinct from w.audience
      and (w.audience is null or cardinality(w.audience) > 0)
    returning 1)
  select count(*) from followed
$$;

-- Published: each instance in each calendar. Who may read it is for the event's record to say; whoever may not sees that it is busy.
create view calendar.occurrence_fact with (security_invoker = true) as
  select o.organisation_id, o.calendar_id, o.event_id, o.hold_id, o.recurrence, o.start_at, o.end_at, o.from_day, o.until_day,
    o.blocks, o.show_as, o.exclusive, o.checked_in_at, p.laying, p.waiting, e.uid, e.privacy, e.status, e.all_day, e.rule is not null or e.added <> '{}' as repeats
  from calendar.occurrence o
  left join calendar.placing p on p.organisation_id = o.organisation_id and p.event_id = o.event_id and p.calendar_id = o.calendar_id
  left join calendar.event e on e.organisation_id = o.organisation_id and e.id = o.event_id;
grant select on calendar.occurrence_fact to kontor_app;

-- Published: when a calendar is busy, and nothing else of it. `blocks` counts travel and set-up in.
create view calendar.busy_fact with (security_invoker = true) as
  select o.organisation_id, o.calendar_id, o.start_at, o.end_at, o.blocks, o.show_as, o.event_id, o.hold_id
  from calendar.occurrence o
  left join calendar.hold h on h.organisation_id = o.organisation_id and h.id = o.hold_id
  where o.show_as <> 'free';
grant select on calendar.busy_fact to kontor_app;

-- Published: calendars with owner and standing, places with what they offer.
create view calendar.calendar_fact with (security_invoker = true) as
  select organisation_id, id as calendar_id, type, owner_id, owner_role_id, colour, zone, everyone, horizon_months, change_no, retired_at
  from calendar.calendar;
grant select on calendar.calendar_fact to kontor_app;

create view calendar.place_fact with (security_invoker = true) as
  select p.organisation_id, p.id as calendar_id, p.type, p.seats, p.equipment, p.site, p.keeper_id, p.keeper_role_id, p.bookable_by,
    p.longest_minutes, p.ahead_days, p.needs_approval, p.setup_minutes, p.cleanup_minutes, p.show_titles, c.zone, c.retired_at
  from calendar.place p join calendar.calendar c on c.organisation_id = p.organisation_id and c.id = p.id;
grant select on calendar.place_fact to kontor_app;

-- Published: an event's guests, and the event itself, for who writes to them.
create view calendar.guest_fact with (security_invoker = true) as
  select organisation_id, event_id, position, principal_id, calendar_id, email, name, party_id, role, answer, note, answered_at
  from calendar.guest;
grant select on calendar.guest_fact to kontor_app;

create view calendar.event_fact with (security_invoker = true) as
  select organisation_id, id as event_id, uid, sequence, home_id, all_day, start_local, end_local, zone, rule, status, privacy,
    organiser_id, sent_by_id, organiser_email, organiser_name, split_from_id, laid_until
  from calendar.event;
grant select on calendar.event_fact to kontor_app;

-- Published: files as clients have them, and names of those that are gone.
create view calendar.object_fact with (security_invoker = true) as
  select organisation_id, calendar_id, href, etag, change_no, event_id, laying, ics, from_at, until_at from calendar.placing;
grant select on calendar.object_fact to kontor_app;
create view calendar.gone_fact with (security_invoker = true) as
  select organisation_id, calendar_id, href, change_no from calendar.gone;
grant select on calendar.gone_fact to kontor_app;
create view calendar.hold_fact with (security_invoker = true) as
  select organisation_id, id as hold_id, title, by_id, until_at from calendar.hold;
grant select on calendar.hold_fact to kontor_app;
