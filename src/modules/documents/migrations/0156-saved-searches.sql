-- Searches kept under a name: folders that fill themselves. One's own until shared.

create table documents.saved_search (
  organisation_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  owner_id uuid not null,
  shared boolean not null default false,
  -- as it stands in the address bar, and as the list is asked
  search jsonb not null check (jsonb_typeof(search) = 'object' and length(search::text) <= 8000),
  asks jsonb not null check (jsonb_typeof(asks) = 'object' and length(asks::text) <= 8000),
  kept_at timestamptz not null,
  dropped_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
create index saved_search_standing on documents.saved_search (organisation_id, owner_id) where dropped_at is null;
call kernel.guard('documents.saved_search');
