-- What the rules of e-invoices say of the file that a bill came as; checked anew whenever it is read anew.
create table payables.e_invoice (
  organisation_id uuid not null,
  bill_id uuid not null,
  syntax text not null check (syntax in ('ubl', 'cii')),
  profile text not null check (length(profile) between 1 and 40),
  findings jsonb not null check (jsonb_typeof(findings) = 'array' and jsonb_array_length(findings) <= 200),
  checked_at timestamptz not null,
  primary key (organisation_id, bill_id),
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade
);
call kernel.guard('payables.e_invoice');
