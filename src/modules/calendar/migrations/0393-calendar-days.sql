-- Days that calendars mark: birthdays that people let be shown, school holidays as they were imported, and who minds them.

create table calendar.birthday (
  organisation_id uuid not null,
  -- a colleague or somebody of the address list
  of_id uuid not null,
  month smallint not null check (month between 1 and 12),
  -- the year is nobody's business
  day smallint not null check (day between 1 and case when month = 2 then 29 when month in (4, 6, 9, 11) then 30 else 31 end),
  primary key (organisation_id, of_id),
  foreign key (organisation_id, of_id) references kernel.record on delete cascade
);
create index birthday_on on calendar.birthday (organisation_id, month, day);
call kernel.guard('calendar.birthday');

create table calendar.school_calendar (
  organisation_id uuid not null,
  id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text check (length(region) between 1 and 100),
  -- how its last table was read, so that the next one is read alike
  layout jsonb,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('calendar.school_calendar');

create table calendar.school_day (
  organisation_id uuid not null,
  calendar_id uuid not null,
  from_on date not null,
  -- the last one, which is free too
  until_on date not null,
  title text not null check (length(title) between 1 and 200),
  primary key (organisation_id, calendar_id, from_on, title),
  foreign key (organisation_id, calendar_id) references calendar.school_calendar on delete cascade,
  constraint school_day_in_order check (until_on >= from_on)
);
call kernel.guard('calendar.school_day');

-- Who would rather not be booked in them.
create table calendar.school_choice (
  organisation_id uuid not null,
  principal_id uuid not null,
  calendar_id uuid not null,
  primary key (organisation_id, principal_id, calendar_id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade,
  foreign key (organisation_id, calendar_id) references calendar.school_calendar on delete cascade
);
call kernel.guard('calendar.school_choice');

-- Published: days on which somebody would rather not be booked, since the schools of their children are closed.
create view calendar.school_choice_fact with (security_invoker = true) as
  select c.organisation_id, c.principal_id, d.from_on, d.until_on from calendar.school_choice c
  join calendar.school_calendar s on s.organisation_id = c.organisation_id and s.id = c.calendar_id and s.retired_at is null
  join calendar.school_day d on d.organisation_id = c.organisation_id and d.calendar_id = c.calendar_id;
grant select on calendar.school_choice_fact to kontor_app;
