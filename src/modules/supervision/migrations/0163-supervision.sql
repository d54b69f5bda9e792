-- Who leads whom, what is asked to be seen of somebody's work, and what the looking found.

create schema supervision;
grant usage on schema supervision to kontor_app;

-- Each colleague's place: the superior, and the team.
create table supervision.place (
  organisation_id uuid not null,
  person_id uuid not null,
  superior_id uuid,
  team text check (length(team) between 1 and 80),
  since_at timestamptz not null,
  set_by_id uuid not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references kernel.record on delete cascade,
  foreign key (organisation_id, superior_id) references kernel.record,
  constraint place_not_oneself check (superior_id is distinct from person_id)
);
create index place_superior on supervision.place (organisation_id, superior_id) where superior_id is not null;
call kernel.guard('supervision.place');

-- Published: who leads whom, by how many steps.
create view supervision.leads with (security_invoker = true) as
  with recursive up as (
    select organisation_id, person_id, superior_id as leader_id, 1 as depth
    from supervision.place where superior_id is not null
    union all
    select up.organisation_id, up.person_id, p.superior_id, up.depth + 1
    from up join supervision.place p on p.organisation_id = up.organisation_id and p.person_id = up.leader_id
    where p.superior_id is not null and up.depth < 12
  )
  select organisation_id, leader_id, person_id, depth from up;
grant select on supervision.leads to kontor_app;

-- What a superior asks to see of somebody's work.
create table supervision.mark (
  organisation_id uuid not null,
  id uuid not null,
  superior_id uuid not null,
  person_id uuid not null,
  -- shown before it is done, or looked at afterwards
  moment text not null check (moment in ('before', 'after')),
  -- every so manieth piece
  every smallint not null check (every between 1 and 100),
  -- pieces whose title holds these words; null is all
  words text check (length(words) between 1 and 100),
  folded text not null default '',
  note text not null default '' check (length(note) <= 1000),
  -- pieces done since
  pieces integer not null default 0 check (pieces >= 0),
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, superior_id) references kernel.record,
  foreign key (organisation_id, person_id) references kernel.record,
  check (superior_id <> person_id),
  check (moment = 'after' or every = 1)
);
create index mark_person on supervision.mark (organisation_id, person_id) where ended_at is null;
call kernel.guard('supervision.mark');

create table supervision.review (
  organisation_id uuid not null,
  id uuid not null,
  -- null where somebody showed it of their own accord
  mark_id uuid,
  task_id uuid not null,
  person_id uuid not null,
  superior_id uuid not null,
  moment text not null check (moment in ('before', 'after')),
  -- asked to be shown before, and done without
  unshown boolean not null default false,
  state text not null check (state in ('to-review', 'right', 'mistake', 'withdrawn')),
  mistake_kind text check (mistake_kind in ('figures', 'wording', 'incomplete', 'late', 'wrong-place', 'rule', 'other')),
  note text not null default '' check (length(note) <= 2000),
  answer text check (length(answer) between 1 and 2000),
  asked_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by_id uuid,
  -- how often it was taken up anew: part of the key of its task
  round smallint not null default 0 check (round >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, mark_id) references supervision.mark,
  foreign key (organisation_id, task_id) references kernel.record,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, superior_id) references kernel.record,
  check ((state = 'mistake') = (mistake_kind is not null)),
  check ((state in ('right', 'mistake')) = (reviewed_at is not null)),
  check ((reviewed_at is null) = (reviewed_by_id is null)),
  check (not unshown or moment = 'before')
);
-- one look at a time
create unique index review_open on supervision.review (organisation_id, task_id, superior_id) where state = 'to-review';
create index review_superior on supervision.review (organisation_id, superior_id, state);
create index review_person on supervision.review (organisation_id, person_id, asked_at);
call kernel.guard('supervision.review');
