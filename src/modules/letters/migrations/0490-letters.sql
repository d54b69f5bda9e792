-- Letters: their text in versions, templates in several languages, and what stands on the office's paper.

create schema letters;
grant usage on schema letters to kontor_app;

create table letters.letterhead (
  organisation_id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  address text not null default '' check (length(address) <= 300),
  reach text not null default '' check (length(reach) <= 300),
  numbers text not null default '' check (length(numbers) <= 300),
  logo_file_id uuid,
  logo_width integer check (logo_width between 8 and 6000),
  logo_height integer check (logo_height between 8 and 6000),
  window_side text check (window_side in ('left', 'right')),
  foreign key (organisation_id, logo_file_id) references kernel.file,
  check ((logo_file_id is null) = (logo_width is null) and (logo_file_id is null) = (logo_height is null))
);
call kernel.guard('letters.letterhead');

create table letters.template (
  organisation_id uuid not null,
  id uuid not null,
  needs_approval boolean not null default false,
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('letters.template');

create table letters.variant (
  organisation_id uuid not null,
  template_id uuid not null,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  subject text not null default '' check (length(subject) <= 300),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  primary key (organisation_id, template_id, language),
  foreign key (organisation_id, template_id) references letters.template on delete cascade
);
call kernel.guard('letters.variant');

create table letters.letter (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'finished', 'sent', 'discarded')),
  number text check (length(number) between 1 and 40),
  party_id uuid,
  template_id uuid,
  matter_id uuid,
  document_id uuid,
  author_id uuid not null,
  finished_by uuid,
  language text not null check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  dated_on date not null,
  subject text not null default '' check (length(subject) <= 300),
  recipient text not null default '' check (length(recipient) <= 600),
  email text not null default '' check (length(email) <= 254),
  your_reference text not null default '' check (length(your_reference) <= 60),
  signer_name text not null default '' check (length(signer_name) <= 120),
  signer_role text not null default '' check (length(signer_role) <= 120),
  enclosures text not null default '' check (length(enclosures) <= 300),
  answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  needs_approval boolean not null default false,
  sent_by text check (sent_by in ('mail', 'post', 'handed')),
  sent_at timestamptz,
  sent_to text check (length(sent_to) <= 254),
  mail text check (mail in ('sending', 'sent', 'failed')),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  foreign key (organisation_id, matter_id) references kernel.record,
  foreign key (organisation_id, document_id) references kernel.record,
  foreign key (organisation_id, template_id) references letters.template,
  constraint letter_number unique (organisation_id, number),
  -- what has left has a number, and says by which way
  check (state not in ('finished', 'sent') or number is not null),
  check ((sent_by is null) = (sent_at is null)),
  check (state <> 'sent' or sent_by is not null),
  check (mail is null or sent_by = 'mail')
);
create index letter_party on letters.letter (organisation_id, party_id) where party_id is not null;
create index letter_template on letters.letter (organisation_id, template_id) where template_id is not null;
create index letter_document on letters.letter (organisation_id, document_id) where document_id is not null;
call kernel.guard('letters.letter');

create table letters.version (
  organisation_id uuid not null,
  letter_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  by_id uuid not null,
  subject text not null check (length(subject) <= 300),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  primary key (organisation_id, letter_id, number),
  foreign key (organisation_id, letter_id) references letters.letter on delete cascade
);
call kernel.guard('letters.version');

-- Which pictures stand in which texts: whoever may see the text may see the picture.
create table letters.picture (
  organisation_id uuid not null,
  record_id uuid not null,
  file_id uuid not null,
  primary key (organisation_id, file_id, record_id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade,
  foreign key (organisation_id, file_id) references kernel.file
);
call kernel.guard('letters.picture');
