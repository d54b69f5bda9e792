-- One letter to many: a template, rows of a table or people of the directory, what came of each.

create table letters.merge (
  organisation_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  state text not null check (state in ('preparing', 'running', 'stopped', 'done')),
  how text check (how in ('print', 'mail')),
  language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')),
  dated_on date not null,
  signer_name text not null default '' check (length(signer_name) <= 120),
  signer_role text not null default '' check (length(signer_role) <= 120),
  columns text[] not null default '{}' check (cardinality(columns) <= 60),
  mapping jsonb not null default '[]' check (jsonb_typeof(mapping) = 'array'),
  answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
  run integer not null default 0,
  begun_by uuid,
  file_id uuid,
  document_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, template_id) references letters.template,
  foreign key (organisation_id, file_id) references kernel.file,
  foreign key (organisation_id, document_id) references kernel.record,
  check (state = 'preparing' or (how is not null and begun_by is not null))
);
create index merge_document on letters.merge (organisation_id, document_id) where document_id is not null;
call kernel.guard('letters.merge');

create table letters.merge_row (
  organisation_id uuid not null,
  merge_id uuid not null,
  position integer not null check (position > 0),
  party_id uuid,
  cells text[] not null default '{}' check (cardinality(cells) <= 60),
  -- sending: handed to the mail server and not heard of since; after a kill nobody knows whether it went
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'done', 'failed', 'unsure')),
  reason text check (length(reason) <= 300),
  primary key (organisation_id, merge_id, position),
  foreign key (organisation_id, merge_id) references letters.merge on delete cascade,
  foreign key (organisation_id, party_id) references kernel.record,
  check ((reason is not null) = (state in ('failed', 'unsure')))
);
create index merge_row_state on letters.merge_row (organisation_id, merge_id, state);
call kernel.guard('letters.merge_row');
