-- Who of those that are paid is told what a payment is for: nobody, unless somebody says so.
create table banking.advice_choice (
  organisation_id uuid not null,
  party_id uuid not null,
  mode text not null check (mode in ('off', 'offered', 'by-itself')),
  primary key (organisation_id, party_id),
  foreign key (organisation_id, party_id) references kernel.record (organisation_id, id) on delete cascade
);
call kernel.guard('banking.advice_choice');

-- The advice of a payment: one, however often it is tried.
create table banking.advice (
  organisation_id uuid not null,
  payment_id uuid not null,
  mail text not null check (mail in ('sending', 'begun', 'sent', 'failed', 'no-door', 'doubtful')),
  mail_to text not null check (length(mail_to) between 3 and 254),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  -- what stands on its sheet, as it was when it was given
  paper jsonb not null,
  given_at timestamptz not null,
  given_by_id uuid not null,
  sent_at timestamptz,
  mail_error text check (length(mail_error) between 1 and 500),
  primary key (organisation_id, payment_id),
  foreign key (organisation_id, payment_id) references banking.payment on delete cascade,
  check ((mail = 'sent') = (sent_at is not null))
);
call kernel.guard('banking.advice');
