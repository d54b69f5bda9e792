-- Calls as the telephone system or a person tells them, and the messages taken of them.

create schema calls;
grant usage on schema calls to kontor_app;

-- Through which a telephone system tells of calls; its address proves itself by a digest that stands nowhere.
create table calls.wire (
  organisation_id uuid not null,
  id uuid not null,
  -- whom calls concern that no line says
  member_ids uuid[] not null default '{}' check (cardinality(member_ids) <= 50),
  heard_at timestamptz,
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('calls.wire');

-- A number, extension, queue or user as the telephone system calls it, and whom its calls concern.
create table calls.line (
  organisation_id uuid not null,
  id uuid not null,
  told_as text not null check (length(told_as) between 1 and 80),
  -- digits alone where it is a number; else in small letters
  key text not null check (length(key) between 1 and 80),
  member_ids uuid[] not null check (cardinality(member_ids) between 1 and 50),
  retired_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
create unique index line_once on calls.line (organisation_id, key) where retired_at is null;
call kernel.guard('calls.line');

create table calls.call (
  organisation_id uuid not null,
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  state text not null check (state in ('ringing', 'answered', 'ended', 'missed')),
  -- as it was told; null: withheld
  number text check (length(number) between 1 and 80),
  party_id uuid,
  -- who calls, where nobody of the directory is
  caller text not null default '' check (length(caller) <= 200),
  -- the number that was called, and the queue it came by
  line text not null default '' check (length(line) <= 80),
  queue text not null default '' check (length(queue) <= 80),
  for_ids uuid[] not null default '{}' check (cardinality(for_ids) <= 200),
  taken_by_id uuid,
  wire_id uuid,
  external_id text check (length(external_id) between 1 and 200),
  rang_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  cause text not null default '' check (length(cause) <= 60),
  note text not null default '' check (length(note) <= 5000),
  outcome text check (outcome in ('helped', 'message', 'handed-over', 'call-back', 'no-answer', 'wrong-number', 'unwanted')),
  handed_to_id uuid,
  -- a missed call that somebody has dealt with
  settled_at timestamptz,
  settled_by_id uuid,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, taken_by_id) references kernel.record,
  foreign key (organisation_id, wire_id) references calls.wire,
  constraint call_once unique (organisation_id, wire_id, external_id),
  check ((wire_id is null) = (external_id is null)),
  check (state <> 'missed' or direction = 'in'),
  check ((settled_at is null) = (settled_by_id is null)),
  check (ended_at >= rang_at),
  check ((ended_at is not null) = (state in ('ended', 'missed')))
);
create index call_newest on calls.call (organisation_id, rang_at desc, id) where removed_at is null;
create index call_of_party on calls.call (organisation_id, party_id, rang_at desc) where party_id is not null;
create index call_live on calls.call (organisation_id, rang_at) where state in ('ringing', 'answered');
create index call_missed on calls.call (organisation_id, rang_at) where state = 'missed' and settled_at is null;
call kernel.guard('calls.call');

create table calls.slip (
  organisation_id uuid not null,
  id uuid not null,
  call_id uuid,
  -- nobody: it waits in the tray
  for_id uuid,
  also_ids uuid[] not null default '{}' check (cardinality(also_ids) <= 10),
  party_id uuid,
  caller text not null check (length(caller) between 1 and 200),
  number text check (length(number) between 1 and 80),
  about text not null default '' check (length(about) <= 200),
  body text not null default '' check (length(body) <= 5000),
  wish text not null check (wish in ('call-back', 'calls-again', 'returned', 'message')),
  call_back_at timestamptz,
  urgent boolean not null,
  -- for whom it is for, and who took it, alone
  private boolean not null,
  state text not null check (state in ('unread', 'read', 'done', 'withdrawn')),
  taken_by_id uuid not null,
  taken_at timestamptz not null,
  read_at timestamptz,
  read_by_id uuid,
  done_at timestamptz,
  outcome text not null default '' check (length(outcome) <= 1000),
  -- how often it was handed over: each time its task is another
  turn smallint not null default 0,
  -- how far an urgent one that nobody reads has gone: nobody, the deputy, who is on call
  step smallint not null default 0 check (step between 0 and 2),
  next_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, call_id) references calls.call,
  foreign key (organisation_id, for_id) references kernel.record,
  foreign key (organisation_id, party_id) references kernel.record,
  check ((read_at is null) = (read_by_id is null)),
  check ((state = 'done') = (done_at is not null)),
  check (state <> 'read' or read_at is not null),
  check (next_at is null or (state = 'unread' and urgent))
);
create index slip_newest on calls.slip (organisation_id, taken_at desc, id);
create index slip_for on calls.slip (organisation_id, for_id, state, taken_at desc);
create index slip_of_party on calls.slip (organisation_id, party_id, taken_at desc) where party_id is not null;
create index slip_next on calls.slip (organisation_id, next_at) where next_at is not null;
create index slip_of_call on calls.slip (organisation_id, call_id) where call_id is not null;
call kernel.guard('calls.slip');

-- After how many minutes an urgent slip that nobody has read goes on.
create table calls.rule (
  organisation_id uuid not null primary key references kernel.organisation,
  deputy_minutes smallint not null check (deputy_minutes between 1 and 1440),
  on_call_minutes smallint not null check (on_call_minutes between 1 and 1440)
);
call kernel.guard('calls.rule');
