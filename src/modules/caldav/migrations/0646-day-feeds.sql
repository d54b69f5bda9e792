-- A link shows a calendar, or days that its maker's calendar marks: public holidays, school holidays, birthdays.
alter table caldav.feed alter column calendar_id drop not null;
alter table caldav.feed add column days text check (days in ('holidays', 'schools', 'birthdays'));
alter table caldav.feed add constraint feed_of_one check ((calendar_id is null) <> (days is null));
