-- E-invoices by a network: how it is reached, what was handed to it, what came from it.

-- One for an office; what is secret of it is sealed elsewhere (platform.sealed_*).
create table receivables.network (
  organisation_id uuid not null,
  network text not null check (network in ('peppol', 'anaf-spv')),
  url text not null check (length(url) between 8 and 500),
  participant text check (length(participant) between 1 and 80),
  token_url text check (length(token_url) between 8 and 500),
  client_id text check (length(client_id) between 1 and 200),
  cif text check (cif ~ '^[0-9]{2,10}$'),
  secret_id uuid not null,
  connected_at timestamptz not null,
  connected_by uuid not null,
  problem text,
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation,
  check (case network when 'peppol' then participant is not null else token_url is not null and client_id is not null and cif is not null end)
);
call kernel.guard('receivables.network');

-- One for an invoice: it is never handed over twice while nobody knows what became of it.
create table receivables.delivery (
  organisation_id uuid not null,
  invoice_id uuid not null,
  state text not null check (state in ('waiting', 'sending', 'under-way', 'delivered', 'rejected', 'failed', 'unsure')),
  attempt integer not null default 1 check (attempt > 0),
  -- what the network calls it
  network_id text check (length(network_id) between 1 and 300),
  said text check (length(said) between 1 and 500),
  by_id uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, invoice_id),
  foreign key (organisation_id, invoice_id) references receivables.invoice on delete cascade,
  check (network_id is not null or state not in ('under-way', 'delivered'))
);
create index delivery_open on receivables.delivery (organisation_id, state) where state in ('waiting', 'sending', 'under-way');
call kernel.guard('receivables.delivery');

-- What was fetched: each once.
create table receivables.network_arrival (
  organisation_id uuid not null,
  network text not null,
  arrival_id text not null check (length(arrival_id) between 1 and 300),
  primary key (organisation_id, network, arrival_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('receivables.network_arrival');

alter table receivables.invoice drop constraint invoice_sent_by_check;
alter table receivables.invoice add constraint invoice_sent_by_check check (sent_by in ('mail', 'print', 'network'));
