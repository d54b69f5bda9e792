-- What was answered to a rhythm that Kontor found in somebody's work: it is not proposed again.
create table procedures.habit_answer (
  organisation_id uuid not null,
  person_id uuid not null,
  -- what titles of the same work have in common
  like_title text not null check (length(like_title) between 3 and 300),
  rhythm text not null check (rhythm in ('workdays', 'week', 'two-weeks', 'workday-of-month', 'day-of-month', 'weekday-of-month', 'year')),
  title text not null check (length(title) between 1 and 300),
  answer text not null check (answer in ('adopted', 'refused')),
  -- the procedure, obligation or task it became
  record_id uuid,
  answered_at timestamptz not null,
  answered_by_id uuid not null,
  primary key (organisation_id, person_id, like_title, rhythm),
  foreign key (organisation_id, person_id) references kernel.record on delete cascade,
  foreign key (organisation_id, record_id) references kernel.record,
  check ((answer = 'adopted') = (record_id is not null))
);
call kernel.guard('procedures.habit_answer');
