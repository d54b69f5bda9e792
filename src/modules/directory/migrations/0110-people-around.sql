-- How people stand to each other, how a caller is dealt with, in which languages and by which way one is reached best,
-- and pairs that may be one.

alter table directory.party
  add column preferred_way text check (preferred_way in ('telephone', 'message', 'mail', 'letter', 'visit')),
  -- what a person is where no workplace says it
  add column role text check (role is null or (kind = 'person' and length(role) between 1 and 100)),
  -- ISO 639-1, the best first
  add column languages text[] not null default '{}' check (
    cardinality(languages) <= 10
    and languages <@ array['en', 'sv', 'nb', 'nl', 'ro', 'pt', 'da', 'fi', 'de', 'fr', 'es', 'it', 'pl', 'uk', 'ru', 'ar', 'tr', 'hu']);

-- Said from one side only; the other side's words are the other direction of the same.
create table directory.relation (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null check (relation in (
    'reports-to', 'deputy-of', 'assistant-of', 'spouse-of', 'parent-of', 'accountant-of', 'auditor-of', 'lawyer-of', 'landlord-of', 'owner-of', 'contact-for')),
  note text not null default '' check (length(note) <= 200),
  since_on date not null,
  primary key (organisation_id, id),
  unique (organisation_id, from_id, to_id, relation),
  foreign key (organisation_id, from_id) references directory.party on delete cascade,
  foreign key (organisation_id, to_id) references directory.party on delete cascade,
  check (from_id <> to_id),
  -- what is the same from both sides is written once
  check (relation <> 'spouse-of' or from_id < to_id)
);
create index relation_to on directory.relation (organisation_id, to_id);
call kernel.guard('directory.relation');

-- A record of its own, so that it is as confidential as it says, whatever the party is.
create table directory.caller_note (
  organisation_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  what text not null check (what in ('manner', 'may-say', 'must-not-say')),
  body text not null check (length(body) between 1 and 2000),
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references kernel.record on delete cascade,
  foreign key (organisation_id, party_id) references directory.party on delete cascade
);
create index caller_note_party on directory.caller_note (organisation_id, party_id);
call kernel.guard('directory.caller_note');

-- Somebody looked, and said that these two are two.
create table directory.kept_apart (
  organisation_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  primary key (organisation_id, a_id, b_id),
  foreign key (organisation_id, a_id) references directory.party on delete cascade,
  foreign key (organisation_id, b_id) references directory.party on delete cascade,
  check (a_id < b_id)
);
call kernel.guard('directory.kept_apart');

-- Derived, in the background: those that no key has in common, yet are alike. `because` says what else they share.
create table directory.alike (
  organisation_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  because text[] not null check (because <@ array['similar', 'place', 'phone', 'mail'] and 'similar' = any(because)),
  likeness real not null check (likeness between 0 and 1),
  primary key (organisation_id, a_id, b_id),
  foreign key (organisation_id, a_id) references directory.party on delete cascade,
  foreign key (organisation_id, b_id) references directory.party on delete cascade,
  check (a_id < b_id)
);
call kernel.guard('directory.alike');
