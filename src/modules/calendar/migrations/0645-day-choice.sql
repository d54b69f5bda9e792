-- Which days somebody's calendar marks: the page draws them, and their own programs fetch them as calendars that are only read.
create table calendar.day_choice (
  organisation_id uuid not null,
  principal_id uuid not null,
  -- those of the office's country
  holidays boolean not null,
  -- countries and regions besides
  countries text[] not null check (cardinality(countries) <= 12),
  schools uuid[] not null check (cardinality(schools) <= 20),
  birthdays boolean not null,
  primary key (organisation_id, principal_id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade
);
call kernel.guard('calendar.day_choice');
