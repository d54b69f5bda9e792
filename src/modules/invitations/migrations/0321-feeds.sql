-- Calendars that somebody outside publishes, and what of each was last put into the calendar here.

create table invitations.feed (
  organisation_id uuid not null,
  calendar_id uuid not null,
  url text not null check (length(url) between 8 and 2000),
  etag text check (length(etag) <= 500),
  modified text check (length(modified) <= 100),
  -- when it was asked, and when something came
  asked_at timestamptz,
  taken_at timestamptz,
  problem text check (length(problem) <= 300),
  events integer not null default 0 check (events >= 0),
  refused integer not null default 0 check (refused >= 0),
  primary key (organisation_id, calendar_id),
  foreign key (organisation_id, calendar_id) references kernel.record on delete cascade
);
call kernel.guard('invitations.feed');

create table invitations.feed_event (
  organisation_id uuid not null,
  calendar_id uuid not null,
  href text not null check (length(href) between 1 and 255),
  digest bytea not null check (length(digest) = 32),
  -- why it could not be put there
  refused text check (length(refused) <= 100),
  primary key (organisation_id, calendar_id, href),
  foreign key (organisation_id, calendar_id) references invitations.feed on delete cascade
);
call kernel.guard('invitations.feed_event');
