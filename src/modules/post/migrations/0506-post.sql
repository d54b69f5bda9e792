-- The post book: what came and in whose hands it is, what went out and what it cost, boxes elsewhere that are looked through.

create schema post;
grant usage on schema post to kontor_app;

-- Where the round stops: a department or a room, with those who have their post there.
create table post.stop (
  organisation_id uuid not null,
  id uuid not null,
  place text not null check (length(place) <= 120),
  position integer not null check (position between 0 and 9999),
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('post.stop');

create table post.stop_person (
  organisation_id uuid not null,
  stop_id uuid not null,
  person_id uuid not null,
  -- one place for each person
  primary key (organisation_id, person_id),
  foreign key (organisation_id, stop_id) references post.stop on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record on delete cascade
);
call kernel.guard('post.stop_person');

create table post.item (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 1900 and 9999),
  serial bigint not null check (serial > 0),
  state text not null check (state in ('received', 'out', 'delivered', 'returned', 'removed')),
  sort text not null check (sort in ('letter', 'registered', 'parcel', 'courier')),
  sender_id uuid,
  sender text not null check (length(sender) between 1 and 200),
  for_id uuid,
  stop_id uuid,
  tracking text check (length(tracking) between 1 and 80),
  -- not to be opened by anybody else, nor given to a deputy
  personal boolean not null default false,
  arrived_on date not null,
  postmark_on date,
  receipt_rule text not null check (receipt_rule in ('arrival', 'day-after-sent', 'third-day', 'two-weeks', 'signed')),
  receipt_on date,
  answer_days integer check (answer_days between 0 and 400),
  answer_by date,
  note text not null default '' check (length(note) <= 4000),
  attempts integer not null default 0 check (attempts >= 0),
  missed text check (missed in ('absent', 'refused', 'moved', 'closed')),
  -- the last link of its chain: null once nobody here has it
  custody_n integer not null default 0,
  holder_id uuid,
  delivered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, sender_id) references kernel.record,
  foreign key (organisation_id, for_id) references kernel.record,
  foreign key (organisation_id, holder_id) references kernel.record,
  foreign key (organisation_id, stop_id) references post.stop,
  constraint item_number_once unique (organisation_id, year, serial),
  constraint item_in_hand check ((state in ('received', 'out')) = (holder_id is not null) or state in ('delivered', 'removed')),
  check (receipt_rule in ('arrival', 'signed') or postmark_on is not null),
  check (answer_by is null or (answer_days is not null and receipt_on is not null))
);
create index item_open on post.item (organisation_id, arrived_on) where state in ('received', 'out');
create index item_newest on post.item (organisation_id, year desc, serial desc);
call kernel.guard('post.item');

-- The chain of custody. Each link hangs on the one before: only who has a thing can give it on, and two cannot.
create table post.custody (
  organisation_id uuid not null,
  item_id uuid not null,
  n integer not null check (n >= 1),
  prior_n integer,
  way text not null check (way in ('arrived', 'handed', 'taken', 'delivered', 'returned')),
  from_id uuid,
  -- a colleague, or whoever signed for it
  to_id uuid,
  to_name text check (length(to_name) between 1 and 200),
  by_id uuid not null,
  at timestamptz not null,
  note text not null default '' check (length(note) <= 1000),
  -- strokes on a field of 600 by 200, as SVG writes a path
  signature text check (length(signature) <= 20000 and signature ~ '^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*)+$'),
  primary key (organisation_id, item_id, n),
  constraint custody_link unique (organisation_id, item_id, n, to_id),
  foreign key (organisation_id, item_id) references post.item on delete cascade,
  foreign key (organisation_id, to_id) references kernel.record,
  constraint custody_unbroken foreign key (organisation_id, item_id, prior_n, from_id)
    references post.custody (organisation_id, item_id, n, to_id),
  check ((n = 1) = (prior_n is null)),
  check (prior_n = n - 1),
  check ((n = 1) = (from_id is null)),
  check ((n = 1) = (way = 'arrived')),
  check (to_id is not null or to_name is not null),
  -- whoever does not have it cannot give it
  constraint custody_in_hand check (way not in ('handed', 'delivered', 'returned') or by_id = from_id),
  check (way <> 'taken' or by_id = to_id)
);
call kernel.guard('post.custody');
revoke update, delete on post.custody from kontor_app;

-- The office's own price list.
create table post.rate (
  organisation_id uuid not null,
  id uuid not null,
  sort text not null check (sort in ('letter', 'registered', 'parcel', 'courier')),
  zone text not null check (zone in ('domestic', 'europe', 'world')),
  max_grams integer not null check (max_grams between 1 and 100000),
  price_minor bigint not null check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint rate_once unique (organisation_id, sort, zone, max_grams, valid_from)
);
call kernel.guard('post.rate');

create table post.outgoing (
  organisation_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 1900 and 9999),
  serial bigint not null check (serial > 0),
  state text not null check (state in ('ready', 'gone', 'delivered', 'returned', 'cancelled')),
  sort text not null check (sort in ('letter', 'registered', 'parcel', 'courier')),
  zone text not null check (zone in ('domestic', 'europe', 'world')),
  recipient_id uuid,
  recipient text not null check (length(recipient) between 1 and 200),
  address text not null default '' check (length(address) <= 1000),
  grams integer check (grams between 1 and 100000),
  pieces integer not null default 1 check (pieces between 1 and 10000),
  -- of all pieces together
  postage_minor bigint check (postage_minor >= 0),
  postage_currency text check (postage_currency ~ '^[A-Z]{3}$'),
  -- by the price list, and not by hand
  postage_listed boolean not null default false,
  tracking text check (length(tracking) between 1 and 80),
  -- whose cost it is
  stop_id uuid,
  sender_id uuid not null,
  about_id uuid,
  note text not null default '' check (length(note) <= 4000),
  ready_on date not null,
  carrier text check (length(carrier) between 1 and 120),
  gone_on date,
  ended_on date,
  receipt_id uuid,
  returned_why text check (length(returned_why) between 1 and 300),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, recipient_id) references kernel.record,
  foreign key (organisation_id, sender_id) references kernel.record,
  foreign key (organisation_id, about_id) references kernel.record,
  foreign key (organisation_id, receipt_id) references kernel.record,
  foreign key (organisation_id, stop_id) references post.stop,
  constraint outgoing_number_once unique (organisation_id, year, serial),
  check ((postage_minor is null) = (postage_currency is null)),
  check ((state in ('gone', 'delivered', 'returned')) = (gone_on is not null)),
  check ((state in ('delivered', 'returned')) = (ended_on is not null)),
  constraint outgoing_order check (ended_on >= gone_on)
);
create index outgoing_open on post.outgoing (organisation_id, ready_on) where state in ('ready', 'gone');
create index outgoing_newest on post.outgoing (organisation_id, year desc, serial desc);
create index outgoing_cost on post.outgoing (organisation_id, gone_on) where gone_on is not null;
call kernel.guard('post.outgoing');

-- Letter boxes and portals elsewhere that somebody has to look into.
create table post.box (
  organisation_id uuid not null,
  id uuid not null,
  provider text not null check (provider in ('kivra', 'digipost', 'altinn', 'berichtenbox', 'spv', 'viactt', 'min-myndighetspost', 'e-boks', 'bank', 'other')),
  address text check (length(address) between 1 and 500),
  rhythm text not null check (rhythm in ('workday', 'week', 'two-weeks', 'month')),
  keeper_id uuid,
  note text not null default '' check (length(note) <= 4000),
  next_on date not null,
  raised_on date,
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, keeper_id) references kernel.record
);
create index box_next on post.box (organisation_id, next_on) where not retired;
call kernel.guard('post.box');

create table post.look (
  organisation_id uuid not null,
  box_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  found integer not null check (found between 0 and 1000),
  note text not null default '' check (length(note) <= 2000),
  document_ids uuid[] not null default '{}',
  primary key (organisation_id, box_id, id),
  foreign key (organisation_id, box_id) references post.box on delete cascade,
  foreign key (organisation_id, by_id) references kernel.record
);
call kernel.guard('post.look');
revoke update, delete on post.look from kontor_app;
