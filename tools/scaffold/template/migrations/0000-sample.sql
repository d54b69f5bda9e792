create schema sample;
grant usage on schema sample to kontor_app;

-- A thing is a record: its title, class, audience and version stand there.
create table sample.thing (
  organisation_id uuid not null,
  id uuid not null,
  note text not null default '',
  state text not null check (state in ('open', 'closed')),
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade
);
call kernel.guard('sample.thing');
