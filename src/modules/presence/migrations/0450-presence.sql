-- What somebody says of themselves: where they are, and until when. One row for each person.

create schema presence;
grant usage on schema presence to kontor_app;

create table presence.word (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- null: nothing is said any more
  state text check (state in ('in', 'meeting', 'lunch', 'travelling', 'leave', 'home', 'off')),
  until_at timestamptz,
  note text not null default '' check (length(note) <= 120),
  set_at timestamptz not null,
  set_by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record on delete cascade,
  constraint word_once unique (organisation_id, person_id),
  check ((state is null) = (until_at is null)),
  check (state is not null or note = ''),
  check (until_at > set_at)
);
call kernel.guard('presence.word');
