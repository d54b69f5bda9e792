-- The fax book: what came and what went, by a gateway that speaks mail or by the office's own fax server.

create schema fax;
grant usage on schema fax to kontor_app;

create table fax.line (
  organisation_id uuid not null,
  id uuid not null,
  way text not null check (way in ('gateway', 'server')),
  -- the office's number on it
  number text check (number ~ '^\d{2,20}$'),
  -- whose mails bring faxes and reports: addresses, or domains written @gateway.example
  senders text[] not null default '{}',
  -- where the sender's number stands in the subject: 'Fax from {number}'
  subject_in text check (length(subject_in) <= 200),
  -- where a fax is mailed to: '{number}@fax.gateway.example'
  address_out text check (length(address_out) <= 254),
  subject_out text check (length(subject_out) <= 200),
  number_form text not null default 'plus' check (number_form in ('plus', 'digits', 'zeros', 'national')),
  is_default boolean not null default false,
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  check (way = 'gateway' or (senders = '{}' and subject_in is null and address_out is null and subject_out is null)),
  check (address_out is null or position('{number}' in address_out) > 0 or position('{number}' in subject_out) > 0)
);
create unique index line_default on fax.line (organisation_id) where is_default and not retired;
call kernel.guard('fax.line');

create table fax.fax (
  organisation_id uuid not null,
  id uuid not null,
  year integer not null,
  serial bigint not null,
  direction text not null check (direction in ('in', 'out')),
  state text not null,
  line_id uuid,
  document_id uuid not null,
  -- the other side's number: international digits where they are known, else as it was told
  number text not null default '' check (length(number) <= 60),
  name text not null default '' check (length(name) <= 200),
  party_id uuid,
  pages integer check (pages between 0 and 10000),
  at timestamptz not null,
  ended_at timestamptz,
  -- who sends it; who it is for
  by_id uuid,
  for_id uuid,
  -- what makes it the same fax when it is brought again
  mark text check (length(mark) between 1 and 200),
  note text not null default '' check (length(note) <= 2000),
  cover boolean not null default false,
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  -- what went, as it was handed over
  file_id uuid,
  spool_job text check (length(spool_job) <= 40),
  problem text check (length(problem) <= 40),
  report text not null default '' check (length(report) <= 1000),
  report_id uuid,
  again_of uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, line_id) references fax.line,
  foreign key (organisation_id, document_id) references kernel.record on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, by_id) references kernel.record,
  foreign key (organisation_id, for_id) references kernel.record,
  foreign key (organisation_id, file_id) references kernel.file,
  foreign key (organisation_id, report_id) references kernel.record,
  foreign key (organisation_id, again_of) references fax.fax,
  constraint fax_number_once unique (organisation_id, year, serial),
  constraint fax_mark_once unique (organisation_id, mark),
  check (case direction when 'in' then state in ('new', 'given', 'done')
    else state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'doubtful', 'cancelled') end),
  check ((direction = 'in') = (mark is not null)),
  check (direction = 'in' or (number <> '' and by_id is not null)),
  check (state not in ('sent', 'delivered') or file_id is not null),
  check (state not in ('failed', 'doubtful') or problem is not null)
);
create index fax_newest on fax.fax (organisation_id, year desc, serial desc);
create index fax_waiting on fax.fax (organisation_id, at) where state in ('new', 'queued', 'sending', 'sent', 'doubtful');
create index fax_party on fax.fax (organisation_id, party_id) where party_id is not null;
call kernel.guard('fax.fax');
