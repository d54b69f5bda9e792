-- An outing lies in the calendars of those who come; guests are told when it is moved; bills coded to its project count as cost.
alter table outings.outing
  -- the event was made for it, and follows it
  add column own_event boolean not null default false,
  -- how the event was last written
  add column event_told text check (length(event_told) <= 40000),
  add column dimension text check (length(dimension) between 1 and 20),
  add column code text check (length(code) between 1 and 40),
  add constraint outing_project check ((dimension is null) = (code is null));
create index outing_event on outings.outing (organisation_id, event_id) where event_id is not null;
-- when and where it was, as the last letter to them said
alter table outings.registration add column told text check (length(told) <= 400);
