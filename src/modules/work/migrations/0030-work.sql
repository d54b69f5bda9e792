-- Work: tasks with their checklists, and comments on any record.

create schema work;
grant usage on schema work to kontor_app;

create table work.task (
  organisation_id uuid not null,
  id uuid not null,
  note text not null default '' check (length(note) <= 20000),
  -- title and note without case and marks, for finding within lists
  folded text not null default '',
  for_id uuid,
  asked_by_id uuid,
  owner_id uuid,
  -- the key of the role whose holders may take it, when nobody owns it
  owner_role text check (owner_role is null or length(owner_role) between 1 and 60),
  source_id uuid,
  due_on date,
  due_at timestamptz,
  effort_minutes integer check (effort_minutes between 0 and 100000),
  state text not null check (state in ('open', 'waiting', 'done', 'dropped')),
  urgency text not null default 'normal' check (urgency in ('low', 'normal', 'high', 'urgent')),
  if_late text not null default 'nothing' check (if_late in ('nothing', 'holds-others', 'breaks-promise', 'costs-money', 'breaks-rule')),
  reminders smallint not null default 0 check (reminders between 0 and 99),
  why text check (why is null or length(why) between 1 and 300),
  review boolean not null default false,
  pinned_at timestamptz,
  snoozed_until timestamptz,
  waiting_for text check (waiting_for is null or length(waiting_for) between 1 and 200),
  waiting_for_id uuid,
  waiting_since timestamptz,
  chase_on date,
  repeat jsonb,
  -- what the rule gave before it was moved off a weekend or holiday
  repeat_anchor_on date,
  -- the task whose completion made this one
  repeats_id uuid,
  -- what an event called it, so that the event makes it once
  raised_key text check (raised_key is null or length(raised_key) between 1 and 200),
  withdrawn_at timestamptz,
  ended_at timestamptz,
  ended_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, for_id) references kernel.record,
  foreign key (organisation_id, source_id) references kernel.record,
  foreign key (organisation_id, waiting_for_id) references kernel.record,
  foreign key (organisation_id, repeats_id) references kernel.record,
  unique (organisation_id, raised_key),
  check (due_at is null or due_on is not null),
  check (repeat is null or due_on is not null),
  check (repeat is null or repeat_anchor_on is not null),
  check ((state in ('done', 'dropped')) = (ended_at is not null)),
  check ((state = 'waiting') = (waiting_for is not null)),
  check ((waiting_for is null) = (waiting_since is null)),
  check (waiting_for is not null or (chase_on is null and waiting_for_id is null)),
  check (withdrawn_at is null or state = 'dropped')
);
-- a completed occurrence has one successor at most
create unique index task_repeats on work.task (organisation_id, repeats_id) where repeats_id is not null and state <> 'dropped';
create index task_queue on work.task (organisation_id, owner_id, due_on) where state in ('open', 'waiting');
create index task_untaken on work.task (organisation_id, due_on) where state in ('open', 'waiting') and owner_id is null;
create index task_state on work.task (organisation_id, state, due_on, id);
create index task_for on work.task (organisation_id, for_id) where for_id is not null;
create index task_source on work.task (organisation_id, source_id) where source_id is not null;
create index task_asked_by on work.task (organisation_id, asked_by_id) where state in ('open', 'waiting');
call kernel.guard('work.task');

create table work.checklist_item (
  organisation_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  text text not null check (length(text) between 1 and 300),
  ticked_at timestamptz,
  ticked_by_id uuid,
  primary key (organisation_id, task_id, id),
  unique (organisation_id, task_id, position) deferrable initially deferred,
  foreign key (organisation_id, task_id) references work.task on delete cascade,
  check ((ticked_at is null) = (ticked_by_id is null))
);
call kernel.guard('work.checklist_item');

create table work.comment (
  organisation_id uuid not null,
  record_id uuid not null,
  id uuid not null,
  text text not null check (length(text) between 1 and 20000),
  written_at timestamptz not null,
  written_by_id uuid not null,
  primary key (organisation_id, record_id, id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade
);
call kernel.guard('work.comment', 'select, insert, delete');
