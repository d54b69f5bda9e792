-- What programs that speak CalDAV and CardDAV keep with us, and links to calendars for programs that only read.

create schema caldav;
grant usage on schema caldav to kontor_app;

-- Properties of one's own: colours, names, the order of things. `target`: `home`, or a calendar's id.
create table caldav.property (
  organisation_id uuid not null,
  principal_id uuid not null,
  target text not null check (length(target) between 1 and 60),
  name text not null check (length(name) between 3 and 300),
  value text not null check (length(value) <= 10000),
  primary key (organisation_id, principal_id, target, name),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade
);
call kernel.guard('caldav.property');

-- A program makes a calendar under a name it has chosen, and goes on calling it so.
create table caldav.alias (
  organisation_id uuid not null,
  principal_id uuid not null,
  slug text not null check (length(slug) between 1 and 200),
  calendar_id uuid not null,
  primary key (organisation_id, principal_id, slug),
  constraint alias_once unique (organisation_id, principal_id, calendar_id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade,
  foreign key (organisation_id, calendar_id) references kernel.record on delete cascade
);
call kernel.guard('caldav.alias');

-- The link itself is kept nowhere: it is written anew from this row's id. It shows what its maker may see at that moment.
create table caldav.feed (
  organisation_id uuid not null,
  id uuid not null,
  calendar_id uuid not null,
  principal_id uuid not null,
  scope text not null check (scope in ('full', 'busy')),
  name text not null check (length(name) between 1 and 100),
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade,
  foreign key (organisation_id, calendar_id) references kernel.record on delete cascade
);
create index feed_of on caldav.feed (organisation_id, principal_id);
call kernel.guard('caldav.feed');

-- A card as a program called it, and the lines of it that the directory has no place for: they come back as they were.
create table caldav.card (
  organisation_id uuid not null,
  party_id uuid not null,
  href text not null check (length(href) between 1 and 255),
  uid text not null check (length(uid) between 1 and 400),
  extra text not null check (length(extra) <= 200000),
  changed_at timestamptz not null,
  primary key (organisation_id, party_id),
  constraint card_href_once unique (organisation_id, href),
  foreign key (organisation_id, party_id) references kernel.record on delete cascade
);
call kernel.guard('caldav.card');
