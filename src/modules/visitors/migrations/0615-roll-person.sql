-- Colleagues who were in when a roll call began: they stay on its list, whatever their calendar says meanwhile.

create table visitors.roll_person (
  organisation_id uuid not null,
  roll_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('in', 'meeting', 'lunch')),
  -- by their own word, not by the calendar alone
  said boolean not null,
  primary key (organisation_id, roll_id, person_id),
  foreign key (organisation_id, roll_id) references visitors.roll on delete cascade,
  foreign key (organisation_id, person_id) references kernel.record on delete cascade
);
call kernel.guard('visitors.roll_person');
