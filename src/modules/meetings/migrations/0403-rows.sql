-- Meetings that come again: points are asked for by themselves, and a procedure may run around each.
alter table meetings.meeting
  add column points_days smallint check (points_days between 0 and 60),
  add column points_asked_at timestamptz,
  add column procedure_id uuid,
  add column run_id uuid,
  add foreign key (organisation_id, procedure_id) references kernel.record,
  add foreign key (organisation_id, run_id) references kernel.record;
