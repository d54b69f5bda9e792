-- Quotes, invoices, reminders: what customers are asked to pay. What they owe stands in the ledger as open items.

create schema receivables;
grant usage on schema receivables to kontor_app;

-- The office's own invoicing: one row, all that stands on every paper.
create table receivables.setting (
  organisation_id uuid not null,
  facts jsonb not null,
  primary key (organisation_id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('receivables.setting');

-- What is agreed with a customer.
create table receivables.terms (
  organisation_id uuid not null,
  party_id uuid not null,
  payment_days smallint check (payment_days between 0 and 365),
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  delivery text not null default 'mail' check (delivery in ('mail', 'print')),
  mail_to text check (length(mail_to) between 3 and 254),
  reference text check (length(reference) between 1 and 120),
  peppol_id text check (peppol_id ~ '^[0-9]{4}:[A-Za-z0-9.:-]{2,60}$'),
  vat_code text check (length(vat_code) between 1 and 20),
  without_reminders boolean not null default false,
  note text not null default '' check (length(note) <= 2000),
  primary key (organisation_id, party_id),
  foreign key (organisation_id, party_id) references kernel.record on delete cascade
);
call kernel.guard('receivables.terms');

create table receivables.price (
  organisation_id uuid not null,
  id uuid not null,
  text text not null check (length(text) between 1 and 300),
  unit text not null,
  price numeric(18, 6) not null,
  vat_code text check (length(vat_code) between 1 and 20),
  account text check (length(account) between 1 and 20),
  article_number text check (length(article_number) between 1 and 40),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references kernel.organisation
);
call kernel.guard('receivables.price');

create table receivables.quote (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'discarded', 'sent', 'accepted', 'declined', 'invoiced')),
  customer_id uuid not null,
  year smallint check (year between 1900 and 9999),
  serial bigint check (serial > 0),
  content jsonb not null,
  valid_until date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint not null,
  total_minor bigint not null,
  -- as it was sent
  paper jsonb,
  sent_on date,
  mail text not null default 'none' check (mail in ('none', 'sending', 'sent', 'failed', 'no-door')),
  mail_to text,
  mail_text text,
  mail_error text,
  reason text not null default '' check (length(reason) <= 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, customer_id) references kernel.record,
  constraint quote_number_once unique (organisation_id, year, serial),
  check ((paper is null) = (state in ('draft', 'discarded'))),
  check ((serial is null) = (year is null)),
  check (paper is null or serial is not null)
);
create index quote_customer on receivables.quote (organisation_id, customer_id);
call kernel.guard('receivables.quote');

create table receivables.invoice (
  organisation_id uuid not null,
  id uuid not null,
  type text not null check (type in ('invoice', 'credit-note')),
  state text not null check (state in ('draft', 'discarded', 'open', 'paid', 'credited', 'written-off')),
  customer_id uuid not null,
  -- the number: gapless within its year
  year smallint check (year between 1900 and 9999),
  serial bigint check (serial > 0),
  content jsonb not null,
  issued_on date,
  due_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint not null,
  vat_minor bigint not null,
  total_minor bigint not null,
  remaining_minor bigint not null,
  -- everything that stands on the paper, as it was issued
  paper jsonb,
  issued_at timestamptz,
  credits_id uuid,
  quote_id uuid,
  -- the drawn paper, byte for byte
  file_id uuid,
  sent_on date,
  sent_by text check (sent_by in ('mail', 'print')),
  mail text not null default 'none' check (mail in ('none', 'sending', 'sent', 'failed', 'no-door')),
  mail_to text,
  mail_text text,
  mail_error text,
  -- what of it was written off, and why
  written_off_minor bigint,
  written_off_on date,
  written_off_count integer not null default 0,
  reason text check (length(reason) between 1 and 300),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, customer_id) references kernel.record,
  foreign key (organisation_id, credits_id) references receivables.invoice,
  foreign key (organisation_id, quote_id) references receivables.quote,
  foreign key (organisation_id, file_id) references kernel.file (organisation_id, id),
  constraint invoice_number_once unique (organisation_id, year, serial),
  check ((type = 'credit-note') = (credits_id is not null)),
  check ((state in ('draft', 'discarded')) = (serial is null)),
  check ((serial is null) = (year is null)),
  check ((serial is null) = (paper is null)),
  check ((serial is null) = (issued_at is null)),
  check (serial is null or (issued_on is not null and due_on is not null)),
  check (due_on >= issued_on or type = 'credit-note' or serial is null),
  check (remaining_minor between 0 and total_minor or serial is null),
  check (file_id is null or serial is not null)
);
create index invoice_customer on receivables.invoice (organisation_id, customer_id);
create index invoice_open on receivables.invoice (organisation_id, due_on) where state = 'open';
create index invoice_credits on receivables.invoice (organisation_id, credits_id) where credits_id is not null;
call kernel.guard('receivables.invoice');

-- What was issued never changes, whoever asks: only what happens to it is added.
create function receivables.invoice_stands() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    if old.serial is null then
      return old;
    end if;
    raise exception 'an issued invoice stays' using errcode = 'check_violation', constraint = 'invoice_unchanging';
  end if;
  if old.serial is not null and (
    (new.type, new.customer_id, new.year, new.serial, new.content, new.issued_on, new.due_on, new.currency, new.net_minor,
      new.vat_minor, new.total_minor, new.paper, new.issued_at, new.credits_id, new.quote_id)
    is distinct from
    (old.type, old.customer_id, old.year, old.serial, old.content, old.issued_on, old.due_on, old.currency, old.net_minor,
      old.vat_minor, old.total_minor, old.paper, old.issued_at, old.credits_id, old.quote_id)
    or (old.file_id is not null and new.file_id is distinct from old.file_id)
  ) then
    raise exception 'invoice % was issued' , old.id using errcode = 'check_violation', constraint = 'invoice_unchanging';
  end if;
  if new.serial is not null and old.serial is null and new.serial > 1 and not exists (
    select from receivables.invoice i
    where i.organisation_id = new.organisation_id and i.year = new.year and i.serial = new.serial - 1
  ) then
    raise exception 'no invoice %-%', new.year, new.serial - 1 using errcode = 'check_violation', constraint = 'invoice_without_gap';
  end if;
  return new;
end $$;
create trigger invoice_stands before update or delete on receivables.invoice
  for each row execute function receivables.invoice_stands();

-- Payments that were noted by hand; those of statements stand in the ledger alone.
create table receivables.payment (
  organisation_id uuid not null,
  invoice_id uuid not null,
  id uuid not null,
  paid_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  paid_into text not null check (paid_into in ('bank', 'cash', 'clearing')),
  withdrawn_at timestamptz,
  primary key (organisation_id, invoice_id, id),
  foreign key (organisation_id, invoice_id) references receivables.invoice on delete cascade
);
call kernel.guard('receivables.payment');

-- How reminders of an open item stand; an item that was taken over has one as well as an invoice of Kontor's.
create table receivables.care (
  organisation_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  step smallint not null default 0 check (step between 0 and 9),
  reminded_on date,
  pause_reason text check (pause_reason in ('dispute', 'promise', 'other')),
  pause_until date,
  pause_note text not null default '' check (length(pause_note) <= 1000),
  -- interest on it was charged up to this day
  charged_until date,
  primary key (organisation_id, item_id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade,
  check (pause_reason is not null or (pause_until is null and pause_note = ''))
);
call kernel.guard('receivables.care');

create table receivables.reminder (
  organisation_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  step smallint not null check (step between 1 and 3),
  reminded_on date not null,
  letter jsonb not null,
  sent_by text not null check (sent_by in ('mail', 'print')),
  mail text not null default 'none' check (mail in ('none', 'sending', 'sent', 'failed', 'no-door')),
  mail_to text,
  mail_error text,
  primary key (organisation_id, id),
  foreign key (organisation_id, customer_id) references kernel.record
);
create index reminder_customer on receivables.reminder (organisation_id, customer_id, id);
call kernel.guard('receivables.reminder');

create table receivables.reminder_line (
  organisation_id uuid not null,
  reminder_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  step smallint not null,
  remaining_minor bigint not null,
  interest_minor bigint not null,
  -- the fee of the letter stands on its first line
  fee_minor bigint not null default 0,
  fee_waived_at timestamptz,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, reminder_id, item_id),
  foreign key (organisation_id, reminder_id) references receivables.reminder on delete cascade,
  foreign key (organisation_id, record_id) references kernel.record
);
create index reminder_line_record on receivables.reminder_line (organisation_id, record_id);
call kernel.guard('receivables.reminder_line');

-- Published by directory: a party as papers to it need it, by its first address and mail address.
create view directory.correspondent_fact with (security_invoker = true) as
  select p.organisation_id, p.id as party_id, p.kind, p.name, p.company_number, p.vat_number, p.country as party_country, p.language,
    a.street, a.postcode, a.city, coalesce(a.country, p.country) as country, m.email
  from directory.party p
  left join lateral (
    select street, postcode, city, country from directory.address_post a
    where a.organisation_id = p.organisation_id and a.party_id = p.id order by a.position limit 1
  ) a on true
  left join lateral (
    select email from directory.address_email m
    where m.organisation_id = p.organisation_id and m.party_id = p.id order by m.position limit 1
  ) m on true;
grant select on directory.correspondent_fact to kontor_app;
