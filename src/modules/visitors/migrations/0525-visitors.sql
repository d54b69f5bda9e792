-- Who comes to the house: expected, at the door, in the building, gone; and what the counter lends, keeps and hands out.

create schema visitors;
grant usage on schema visitors to kontor_app;

-- How the house receives people; an office without a row has what the code says is usual.
create table visitors.settings (
  organisation_id uuid primary key references kernel.organisation,
  -- where the house is, as the kiosk and the welcome say it
  address text not null default '' check (length(address) <= 300),
  -- whoever comes to those who do not know whom they visit
  reception_id uuid,
  -- whom the kiosk finds: everybody, those who expect somebody today, nobody
  hosts text not null check (hosts in ('all', 'expected', 'none')),
  photo boolean not null,
  welcome boolean not null,
  -- minutes until a host who did not come is told again
  remind_minutes smallint not null check (remind_minutes between 1 and 120),
  keep_days smallint not null check (keep_days between 1 and 730),
  -- texts by language: rules of the house, what is signed, how to find it
  rules jsonb not null default '{}' check (jsonb_typeof(rules) = 'object' and pg_column_size(rules) <= 65536),
  agreement jsonb not null default '{}' check (jsonb_typeof(agreement) = 'object' and pg_column_size(agreement) <= 65536),
  directions jsonb not null default '{}' check (jsonb_typeof(directions) = 'object' and pg_column_size(directions) <= 65536),
  foreign key (organisation_id, reception_id) references kernel.record
);
call kernel.guard('visitors.settings');

-- A tablet at the door; its link opens it until it is revoked.
create table visitors.kiosk (
  organisation_id uuid not null,
  id uuid not null,
  site text not null default '' check (length(site) <= 200),
  made_by_id uuid not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, made_by_id) references kernel.record
);
call kernel.guard('visitors.kiosk');

create table visitors.visitor (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('expected', 'waiting', 'received', 'gone', 'missed', 'cancelled')),
  -- how it came about
  source text not null check (source in ('calendar', 'person', 'desk', 'kiosk')),
  name text not null check (length(name) between 1 and 200),
  company text check (length(company) between 1 and 200),
  email text check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  phone text check (length(phone) between 1 and 40),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  -- name and company without marks and capitals: who it is, while inside
  name_key text not null check (length(name_key) between 1 and 500),
  party_id uuid,
  host_id uuid,
  -- the calendar's event, its instance ('' where it does not repeat) and the guest
  event_id uuid,
  recurrence text check (length(recurrence) <= 40),
  guest text check (length(guest) <= 254),
  day date not null,
  start_at timestamptz not null,
  end_at timestamptz,
  place text check (length(place) between 1 and 300),
  about text not null default '' check (length(about) <= 500),
  plate text check (length(plate) between 1 and 20),
  -- what opens the kiosk for whoever is expected, and the door outwards for whoever wears it
  code text not null check (code ~ '^[A-Z2-9]{8}$'),
  -- the kiosk's own name of an entry, so that what is sent twice is one
  entry_id uuid,
  kiosk_id uuid,
  badge_no integer check (badge_no > 0),
  -- a number in the queue of the counter, and when it was called
  ticket integer check (ticket > 0),
  called_at timestamptz,
  arrived_at timestamptz,
  received_at timestamptz,
  left_at timestamptz,
  -- cancelled since the calendar has it so; it comes back when that does
  dropped boolean not null default false,
  -- nobody signed out: the night did
  forgot boolean not null default false,
  told_times smallint not null default 0 check (told_times between 0 and 20),
  told_at timestamptz,
  welcomed_at timestamptz,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, host_id) references kernel.record,
  foreign key (organisation_id, kiosk_id) references visitors.kiosk,
  constraint visitor_code unique (organisation_id, code),
  constraint visitor_entry unique (organisation_id, entry_id),
  -- a guest of an event is expected once
  constraint visitor_of_event unique (organisation_id, event_id, recurrence, guest),
  check ((event_id is null) = (recurrence is null) and (event_id is null) = (guest is null)),
  check (end_at > start_at),
  check (case state
    when 'expected' then arrived_at is null and left_at is null
    when 'waiting' then arrived_at is not null and received_at is null and left_at is null
    when 'received' then arrived_at is not null and received_at is not null and left_at is null
    when 'gone' then arrived_at is not null and left_at is not null
    else arrived_at is null and left_at is null end),
  check (left_at >= arrived_at and received_at >= arrived_at)
);
-- Nobody is in the building twice.
create unique index visitor_inside on visitors.visitor (organisation_id, name_key) where state in ('waiting', 'received');
create index visitor_of_day on visitors.visitor (organisation_id, day, start_at);
create index visitor_of_host on visitors.visitor (organisation_id, host_id, day);
create index visitor_of_occurrence on visitors.visitor (organisation_id, event_id) where event_id is not null;
call kernel.guard('visitors.visitor');

create table visitors.photo (
  organisation_id uuid not null,
  visitor_id uuid not null,
  jpeg bytea not null check (length(jpeg) between 100 and 45000),
  primary key (organisation_id, visitor_id),
  foreign key (organisation_id, visitor_id) references visitors.visitor on delete cascade
);
call kernel.guard('visitors.photo');

-- What was signed on the screen, in the words that stood there.
create table visitors.signature (
  organisation_id uuid not null,
  visitor_id uuid not null,
  what text not null check (what in ('rules', 'agreement')),
  words text not null check (length(words) between 1 and 20000),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  -- the strokes as a path of SVG in a box of 600 by 200; empty where a tick was enough
  strokes text not null check (length(strokes) <= 12000 and strokes ~ '^[ML0-9 ]*$'),
  signed_at timestamptz not null,
  -- the paper that was filed
  document_id uuid,
  primary key (organisation_id, visitor_id, what),
  foreign key (organisation_id, visitor_id) references visitors.visitor on delete cascade
);
call kernel.guard('visitors.signature');

-- How many came, when nothing of them is known any more.
create table visitors.tally (
  organisation_id uuid not null references kernel.organisation,
  day date not null,
  came integer not null check (came >= 0),
  missed integer not null check (missed >= 0),
  primary key (organisation_id, day)
);
call kernel.guard('visitors.tally');

-- A roll call at an assembly point: one at a time.
create table visitors.roll (
  organisation_id uuid not null,
  id uuid not null,
  began_at timestamptz not null,
  began_by_id uuid not null,
  ended_at timestamptz,
  missing integer,
  primary key (organisation_id, id),
  foreign key (organisation_id, began_by_id) references kernel.record,
  check ((ended_at is null) = (missing is null))
);
create unique index roll_once on visitors.roll (organisation_id) where ended_at is null;
call kernel.guard('visitors.roll');

create table visitors.tick (
  organisation_id uuid not null,
  roll_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  primary key (organisation_id, roll_id, person_id),
  foreign key (organisation_id, roll_id) references visitors.roll on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record on delete cascade
);
call kernel.guard('visitors.tick');

-- A key or card that is lent.
create table visitors.door_key (
  organisation_id uuid not null,
  id uuid not null,
  type text not null check (type in ('key', 'card', 'other')),
  number text check (length(number) between 1 and 60),
  note text not null default '' check (length(note) <= 500),
  state text not null check (state in ('in', 'lent', 'lost')),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
create unique index door_key_number on visitors.door_key (organisation_id, type, lower(number)) where number is not null;
call kernel.guard('visitors.door_key');

create table visitors.loan (
  organisation_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  to_id uuid,
  to_name text not null check (length(to_name) between 1 and 200),
  due_at timestamptz not null,
  lent_at timestamptz not null,
  lent_by_id uuid not null,
  returned_at timestamptz,
  reminded_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, key_id) references visitors.door_key on delete cascade,
  foreign key (organisation_id, to_id) references kernel.record,
  foreign key (organisation_id, lent_by_id) references kernel.record,
  check (due_at > lent_at)
);
-- A key is lent to one at a time.
create unique index loan_once on visitors.loan (organisation_id, key_id) where returned_at is null;
call kernel.guard('visitors.loan');

-- A parcel that lies at the counter until somebody collects it.
create table visitors.held_parcel (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('waiting', 'collected', 'returned')),
  sender text not null default '' check (length(sender) <= 200),
  for_id uuid,
  for_name text not null check (length(for_name) between 1 and 200),
  count smallint not null check (count between 1 and 99),
  place text not null default '' check (length(place) <= 200),
  came_at timestamptz not null,
  entry_id uuid,
  reminded_at timestamptz,
  ended_at timestamptz,
  collected_by text check (length(collected_by) between 1 and 200),
  strokes text check (length(strokes) <= 12000 and strokes ~ '^[ML0-9 ]*$'),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, for_id) references kernel.record,
  constraint held_parcel_entry unique (organisation_id, entry_id),
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'collected') = (collected_by is not null))
);
create index held_parcel_waiting on visitors.held_parcel (organisation_id, came_at) where state = 'waiting';
call kernel.guard('visitors.held_parcel');

-- Wi-Fi codes as they were brought in; each is given once.
create table visitors.voucher (
  organisation_id uuid not null references kernel.organisation,
  id uuid not null,
  code text not null check (length(code) between 1 and 100),
  slip_id uuid,
  primary key (organisation_id, id),
  constraint voucher_once unique (organisation_id, code),
  constraint voucher_slip unique (organisation_id, slip_id)
);
create index voucher_free on visitors.voucher (organisation_id, id) where slip_id is null;
call kernel.guard('visitors.voucher');

-- A numbered slip for a visitor: a place to park, a way into the network.
create table visitors.slip (
  organisation_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  what text not null check (what in ('parking', 'wifi')),
  visitor_id uuid not null,
  plate text check (length(plate) between 1 and 20),
  valid_until timestamptz not null,
  issued_at timestamptz not null,
  issued_by_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, visitor_id) references visitors.visitor on delete cascade,
  unique (organisation_id, number),
  check (valid_until > issued_at),
  check ((what = 'parking') = (plate is not null))
);
alter table visitors.voucher add foreign key (organisation_id, slip_id) references visitors.slip on delete set null (slip_id);
call kernel.guard('visitors.slip');
