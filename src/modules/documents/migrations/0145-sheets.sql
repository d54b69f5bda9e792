-- The tables a file holds (a spreadsheet's sheets, a CSV), as its reading found them: what they say belongs to their document
-- and goes with it.
create table documents.sheet (
  organisation_id uuid not null,
  document_id uuid not null,
  position smallint not null check (position between 1 and 30),
  -- '' where the file gives it no name
  name text not null check (length(name) <= 100),
  rows integer not null check (rows >= 0),
  columns integer not null check (columns >= 0),
  -- it had more than is kept
  cut boolean not null,
  -- rows of cells as JSON, deflated
  cells bytea not null,
  primary key (organisation_id, document_id, position),
  foreign key (organisation_id, document_id) references documents.document (organisation_id, id) on delete cascade
);
call kernel.guard('documents.sheet');
