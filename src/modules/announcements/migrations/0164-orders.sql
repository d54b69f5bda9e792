-- An order: acknowledged by each reader, and reported done.
alter table announcements.announcement drop constraint announcement_kind_check,
  add constraint announcement_kind_check check (kind in ('announcement', 'request', 'decision', 'order')),
  drop constraint announcement_check6,
  add constraint announcement_answer_by check (answer_by is null or kind in ('request', 'order'));
-- what somebody said when they reported it done
alter table announcements.reader add column report text check (length(report) between 1 and 2000),
  add constraint reader_report check (report is null or answered_at is not null);
