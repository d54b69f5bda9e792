-- Printers by IPP, and what is printed on them.

create schema printing;
grant usage on schema printing to kontor_app;

create table printing.printer (
  organisation_id uuid not null,
  id uuid not null,
  uri text not null check (length(uri) <= 300 and uri ~ '^(ipps?|https?)://'),
  place text not null default '' check (length(place) <= 120),
  is_default boolean not null default false,
  retired boolean not null default false,
  -- as it answered when it was last looked at
  state text not null default 'unknown' check (state in ('unknown', 'idle', 'printing', 'stopped', 'unreachable')),
  reasons text[] not null default '{}',
  problem text check (problem in ('not-allowed', 'unreachable', 'certificate-changed', 'no-printer', 'refused')),
  abilities jsonb,
  markers jsonb not null default '[]',
  -- the certificate it showed first, SHA-256; printers sign their own
  certificate text check (certificate ~ '^[0-9a-f]{64}$'),
  looked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  constraint printer_once unique (organisation_id, uri)
);
create unique index printer_default on printing.printer (organisation_id) where is_default and not retired;
call kernel.guard('printing.printer');

-- Which printer somebody prints on where they say nothing else.
create table printing.choice (
  organisation_id uuid not null,
  principal_id uuid not null,
  printer_id uuid not null,
  primary key (organisation_id, principal_id),
  foreign key (organisation_id, principal_id) references kernel.record on delete cascade,
  foreign key (organisation_id, printer_id) references printing.printer on delete cascade
);
call kernel.guard('printing.choice');

create table printing.job (
  organisation_id uuid not null,
  id uuid not null,
  printer_id uuid not null,
  document_id uuid not null,
  owner_id uuid not null,
  state text not null check (state in ('queued', 'sending', 'printing', 'held', 'done', 'cancelled', 'failed')),
  copies integer not null check (copies between 1 and 999),
  sides text not null check (sides in ('one-sided', 'two-sided-long-edge', 'two-sided-short-edge')),
  colour text not null check (colour in ('auto', 'colour', 'grey')),
  staple boolean not null default false,
  tray text check (length(tray) between 1 and 80),
  -- by what number the printer knows it
  printer_number integer,
  reasons text[] not null default '{}',
  sheets integer check (sheets >= 0),
  problem text check (length(problem) <= 80),
  tries integer not null default 0,
  asked_at timestamptz not null,
  ended_at timestamptz,
  cancel_asked boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, printer_id) references printing.printer,
  foreign key (organisation_id, document_id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record,
  check ((state in ('done', 'cancelled', 'failed')) = (ended_at is not null)),
  check (state <> 'failed' or problem is not null)
);
create index job_open on printing.job (organisation_id, asked_at) where ended_at is null;
create index job_newest on printing.job (organisation_id, asked_at desc);
call kernel.guard('printing.job');
