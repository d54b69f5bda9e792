-- Who is away from when to when, who stands in meanwhile, and which tasks somebody does in another's place.

create table work.absence (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  deputy_id uuid,
  from_on date not null,
  until_on date not null,
  note text not null default '' check (length(note) <= 300),
  cancelled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record,
  foreign key (organisation_id, deputy_id) references kernel.record,
  constraint absence_period check (until_on >= from_on),
  constraint absence_deputy_is_another check (deputy_id is distinct from person_id),
  constraint absence_once exclude using gist (
    organisation_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&) where (cancelled_at is null)
);
create index absence_deputy on work.absence (organisation_id, deputy_id, from_on) where cancelled_at is null;
call kernel.guard('work.absence');

-- whose task it is, while its owner does it in their place
alter table work.task add column stands_in_for_id uuid;
alter table work.task add foreign key (organisation_id, stands_in_for_id) references kernel.record;
alter table work.task add constraint task_stands_in check (
  stands_in_for_id is null or (owner_id is not null and owner_id <> stands_in_for_id));
create index task_stands_in_for on work.task (organisation_id, stands_in_for_id)
  where stands_in_for_id is not null and state in ('open', 'waiting');

-- Published: tasks as other modules may count and follow them; who may see one is for kernel.record to say.
create view work.task_fact with (security_invoker = true) as
  select organisation_id, id as task_id, state, owner_id, owner_role, stands_in_for_id, due_on, effort_minutes,
    ended_at, ended_by_id, raised_key, source_id, repeat, repeat is not null as repeats
  from work.task;
grant select on work.task_fact to kontor_app;

-- Published: absences that hold.
create view work.absence_fact with (security_invoker = true) as
  select organisation_id, id as absence_id, person_id, deputy_id, from_on, until_on
  from work.absence where cancelled_at is null;
grant select on work.absence_fact to kontor_app;
