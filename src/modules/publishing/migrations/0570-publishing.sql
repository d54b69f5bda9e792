-- The plan of posts and of changes of web pages: what is said where and when, who approved it, what became of it.

create schema publishing;
grant usage on schema publishing to kontor_app;

create table publishing.outlet (
  organisation_id uuid not null,
  id uuid not null,
  network text not null check (network in ('x', 'mastodon', 'linkedin', 'facebook', 'instagram', 'website', 'other')),
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  address text check (length(address) between 10 and 1000),
  keeper_id uuid,
  wire text not null default 'hand' check (wire in ('hand', 'mastodon', 'wordpress', 'webhook')),
  url text check (length(url) between 10 and 1000),
  account text check (length(account) between 1 and 200),
  secret_id uuid,
  problem text check (length(problem) <= 40),
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, keeper_id) references kernel.record,
  constraint outlet_wire check ((wire = 'hand') = (url is null) and (wire = 'hand') = (secret_id is null))
);
call kernel.guard('publishing.outlet');

create table publishing.publication (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'asked', 'approved', 'published', 'dropped')),
  body text not null check (length(body) <= 20000),
  link text check (length(link) between 10 and 1000),
  hashtags text[] not null default '{}',
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  campaign text check (length(campaign) between 1 and 120),
  owner_id uuid not null,
  approver_id uuid,
  about_id uuid,
  planned_at timestamptz,
  zone text not null check (length(zone) between 1 and 60),
  -- a recurrence rule (RFC 5545) of the time it is planned for; the next one is made when this one is out
  rule text check (length(rule) between 1 and 200),
  -- whose words they are: the last who changed them does not approve them
  written_by uuid not null,
  turn integer not null default 0 check (turn >= 0),
  approved_by uuid,
  approved_at timestamptz,
  sent_back text check (length(sent_back) between 1 and 2000),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  foreign key (organisation_id, approver_id) references kernel.record,
  foreign key (organisation_id, about_id) references kernel.record,
  check ((approved_by is null) = (approved_at is null)),
  constraint publication_approved check (state not in ('approved', 'published') or (approved_by is not null and planned_at is not null)),
  check (rule is null or planned_at is not null)
);
create index publication_planned on publishing.publication (organisation_id, planned_at) where state <> 'dropped';
call kernel.guard('publishing.publication');

create table publishing.placement (
  organisation_id uuid not null,
  publication_id uuid not null,
  outlet_id uuid not null,
  body text check (length(body) <= 20000),
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'handed', 'published', 'failed', 'unsure', 'missed', 'skipped')),
  due_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  first_tried_at timestamptz,
  begun_at timestamptz,
  foreign_id text check (length(foreign_id) between 1 and 300),
  address text check (length(address) between 1 and 1000),
  said text check (length(said) <= 500),
  published_at timestamptz,
  likes integer check (likes >= 0),
  shares integer check (shares >= 0),
  replies integer check (replies >= 0),
  views integer check (views >= 0),
  figures_at timestamptz,
  primary key (organisation_id, publication_id, outlet_id),
  foreign key (organisation_id, publication_id) references publishing.publication on delete cascade,
  foreign key (organisation_id, outlet_id) references publishing.outlet on delete cascade,
  constraint placement_published check ((state = 'published') = (published_at is not null)),
  constraint placement_sending check (state <> 'sending' or begun_at is not null)
);
create index placement_due on publishing.placement (organisation_id, due_at) where state in ('waiting', 'sending');
create index placement_out on publishing.placement (organisation_id, published_at) where state = 'published';
call kernel.guard('publishing.placement');

create table publishing.picture (
  organisation_id uuid not null,
  publication_id uuid not null,
  n integer not null check (n between 1 and 20),
  file_id uuid,
  document_id uuid,
  alt text check (length(alt) between 1 and 1500),
  primary key (organisation_id, publication_id, n),
  foreign key (organisation_id, publication_id) references publishing.publication on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file (organisation_id, id),
  foreign key (organisation_id, document_id) references kernel.record on delete cascade,
  check ((file_id is null) <> (document_id is null))
);
create index picture_file on publishing.picture (organisation_id, file_id);
call kernel.guard('publishing.picture');

create table publishing.page_change (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('requested', 'approved', 'done', 'dropped')),
  address text not null check (length(address) between 10 and 1000),
  before_text text not null check (length(before_text) <= 50000),
  after_text text not null check (length(after_text) between 1 and 50000),
  why text not null default '' check (length(why) <= 4000),
  asked_by_id uuid,
  keeper_id uuid,
  due_on date,
  written_by uuid not null,
  turn integer not null default 0 check (turn >= 0),
  approved_by uuid,
  sent_back text check (length(sent_back) between 1 and 2000),
  checked_at timestamptz,
  seen boolean,
  said text check (length(said) <= 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, asked_by_id) references kernel.record,
  foreign key (organisation_id, keeper_id) references kernel.record,
  constraint page_change_new check (before_text <> after_text),
  check (state not in ('approved', 'done') or approved_by is not null),
  check ((checked_at is null) = (seen is null))
);
create index page_change_open on publishing.page_change (organisation_id, due_on) where state in ('requested', 'approved');
call kernel.guard('publishing.page_change');

-- One switch that pauses everything; what had its time before it was released is not published by itself.
create table publishing.hold (
  organisation_id uuid primary key,
  held_at timestamptz,
  held_by uuid,
  reason text check (length(reason) between 1 and 300),
  released_at timestamptz,
  check ((held_at is null) = (held_by is null)),
  check ((held_at is null) = (reason is null))
);
call kernel.guard('publishing.hold');
