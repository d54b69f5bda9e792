-- A guest whose time was granted asks for another: theirs stands until somebody has answered.
alter table scheduling.booking add column wanted_at timestamptz;
alter table scheduling.booking drop constraint booking_check1;
alter table scheduling.booking add constraint booking_waits_for
  check ((state in ('unconfirmed', 'asked') or wanted_at is not null) = (until_at is not null));
alter table scheduling.booking add constraint booking_wants_other check (wanted_at is null or state = 'booked');
