-- "Did you order this, is it right?": asked of somebody who never signs in, answered by a link.
create table payables.question (
  organisation_id uuid not null,
  id uuid not null,
  bill_id uuid not null,
  asked_of text not null check (length(asked_of) between 1 and 200),
  email text check (length(email) between 3 and 254),
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  question text not null default '' check (length(question) <= 1000),
  asked_at timestamptz not null,
  asked_by uuid not null,
  mail text not null check (mail in ('none', 'sending', 'sent', 'failed', 'no-door')),
  mail_error text check (length(mail_error) <= 500),
  answer text check (answer in ('right', 'wrong', 'not-mine')),
  answer_text text not null default '' check (length(answer_text) <= 2000),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, bill_id) references payables.bill on delete cascade,
  foreign key (organisation_id, asked_by) references kernel.record,
  check ((answer is null) = (answered_at is null))
);
create index question_bill on payables.question (organisation_id, bill_id);
call kernel.guard('payables.question');
