-- Kinds of paper of the office's own: each is a kind that everybody has, with a name, a class, a task and fields of its own.

create table documents.own_kind (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- the kind it is one of
  base text not null check (length(base) between 1 and 40),
  class_code_id uuid,
  makes_task boolean not null default false,
  title text check (length(title) between 1 and 200),
  owner_id uuid,
  days_after_arrival smallint check (days_after_arrival between 0 and 400),
  -- fields without which such a paper is not known
  wants text[] not null default '{}' check (cardinality(wants) <= 10),
  retired boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, owner_id) references kernel.record (organisation_id, id),
  foreign key (organisation_id, class_code_id) references documents.class_code (organisation_id, id)
);
create unique index own_kind_name on documents.own_kind (organisation_id, lower(name)) where not retired;
call kernel.guard('documents.own_kind');

-- As read it is a proposal; of a confirmed paper it is what a person said, and an example to know others by.
alter table documents.document
  add column own_kind_id uuid,
  add constraint document_own_kind foreign key (organisation_id, own_kind_id)
    references documents.own_kind (organisation_id, id) on delete set null (own_kind_id);
create index document_own_kind on documents.document (organisation_id, own_kind_id, confirmed_at desc) where own_kind_id is not null;
