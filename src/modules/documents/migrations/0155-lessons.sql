-- What corrections taught, by sender: where a field stands, what a paper is, where it is filed, whose the task is.

create table documents.lesson (
  organisation_id uuid not null,
  id uuid not null,
  -- whose papers it holds for; a party that was merged is followed to what it became
  sender_id uuid not null,
  about text not null check (about in ('place', 'value', 'kind', 'class', 'owner', 'wording')),
  -- the field; or the kind of paper it holds for (of about = 'kind': the one that was read)
  topic text not null check (length(topic) between 1 and 60),
  -- see learning/lesson.ts
  says jsonb not null check (jsonb_typeof(says) = 'object'),
  -- the paper it was learnt from, while that is there
  document_id uuid,
  taught_at timestamptz not null,
  -- always a person
  taught_by uuid not null,
  -- papers that a person confirmed since without correcting it
  held integer not null default 0 check (held >= 0),
  forgotten_at timestamptz,
  forgotten_by uuid,
  -- the one in whose place it stands
  before_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, sender_id) references kernel.record (organisation_id, id),
  foreign key (organisation_id, document_id) references documents.document (organisation_id, id) on delete set null (document_id),
  foreign key (organisation_id, before_id) references documents.lesson (organisation_id, id) on delete set null (before_id),
  check ((forgotten_at is null) = (forgotten_by is null))
);
create unique index lesson_standing on documents.lesson (organisation_id, sender_id, about, topic) where forgotten_at is null;
create index lesson_document on documents.lesson (organisation_id, document_id);
call kernel.guard('documents.lesson');

-- The lesson by which a field was read.
alter table documents.field
  add column lesson_id uuid,
  add constraint field_lesson foreign key (organisation_id, lesson_id) references documents.lesson (organisation_id, id) on delete set null (lesson_id);
create index field_lesson on documents.field (organisation_id, lesson_id) where lesson_id is not null;
