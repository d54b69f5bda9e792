-- Invoices that come again: what is invoiced, how often, from which day its prices rise, and what became of each turn.

create table receivables.recurring (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('running', 'paused', 'ended')),
  customer_id uuid not null,
  -- as of an invoice, without its days; its prices are those of today
  content jsonb not null,
  every_months smallint not null check (every_months between 1 and 60),
  -- turns are the first day and whole rhythms from it; so many of them lie behind
  first_on date not null,
  passed integer not null default 0 check (passed >= 0),
  next_on date not null,
  until_on date,
  period text not null check (period in ('none', 'past', 'current', 'following')),
  way text not null check (way in ('draft', 'issue', 'send')),
  -- in whose name, and so within whose limits, it is issued
  author_id uuid not null,
  owner_id uuid,
  -- the turn that could not be made, when somebody was told of it
  stuck_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, customer_id) references kernel.record,
  foreign key (organisation_id, author_id) references kernel.record,
  foreign key (organisation_id, owner_id) references kernel.record,
  check (next_on >= first_on),
  check (until_on >= first_on)
);
create index recurring_due on receivables.recurring (organisation_id, next_on) where state = 'running';
create index recurring_customer on receivables.recurring (organisation_id, customer_id);
call kernel.guard('receivables.recurring');

-- From a day on its prices are so many percent higher; done once, at the first turn from that day on.
create table receivables.recurring_raise (
  organisation_id uuid not null,
  recurring_id uuid not null,
  from_on date not null,
  percent numeric(9, 4) not null check (percent > -100 and percent <> 0),
  -- where it follows an index: its number then and now
  index_was numeric(14, 4) check (index_was > 0),
  index_now numeric(14, 4) check (index_now > 0),
  reason text check (length(reason) between 1 and 200),
  applied_on date,
  primary key (organisation_id, recurring_id, from_on),
  foreign key (organisation_id, recurring_id) references receivables.recurring on delete cascade,
  check ((index_was is null) = (index_now is null)),
  check (applied_on >= from_on)
);
call kernel.guard('receivables.recurring_raise');

-- A turn is made or skipped once.
create table receivables.recurring_turn (
  organisation_id uuid not null,
  recurring_id uuid not null,
  turn_on date not null,
  outcome text not null check (outcome in ('made', 'skipped')),
  invoice_id uuid,
  primary key (organisation_id, recurring_id, turn_on),
  foreign key (organisation_id, recurring_id) references receivables.recurring on delete cascade,
  foreign key (organisation_id, invoice_id) references receivables.invoice on delete cascade,
  check ((outcome = 'made') = (invoice_id is not null))
);
create unique index recurring_turn_invoice on receivables.recurring_turn (organisation_id, invoice_id) where invoice_id is not null;
call kernel.guard('receivables.recurring_turn');
