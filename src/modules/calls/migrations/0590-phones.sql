-- A telephone in the page: the office's SIP server by WebSocket, who signs in there as whom, and which call of theirs is which.

create table calls.phone_server (
  organisation_id uuid not null primary key references kernel.organisation,
  -- RFC 7118; without TLS only on this computer
  address text not null check (address ~ '^(wss://[a-z0-9.-]+|ws://(localhost|127\.0\.0\.1))(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$' and length(address) <= 300),
  domain text not null check (domain ~ '^[a-z0-9.-]+(:[0-9]{1,5})?$' and length(domain) <= 253),
  stun text check (stun ~ '^stuns?:[a-z0-9.-]+(:[0-9]{1,5})?$' and length(stun) <= 300),
  turn text check (turn ~ '^turns?:[a-z0-9.-]+(:[0-9]{1,5})?(\?transport=(udp|tcp))?$' and length(turn) <= 300),
  turn_username text check (length(turn_username) between 1 and 200),
  turn_secret_id uuid,
  -- what one dials to hear oneself, and to hear one's messages
  echo text check (length(echo) between 1 and 80),
  voicemail text check (length(voicemail) between 1 and 80),
  check (turn is not null or (turn_username is null and turn_secret_id is null))
);
call kernel.guard('calls.phone_server');

create table calls.phone_account (
  organisation_id uuid not null,
  person_id uuid not null,
  username text not null check (username ~ '^[A-Za-z0-9._+~-]{1,64}$'),
  secret_id uuid not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references kernel.record on delete cascade,
  constraint phone_account_once unique (organisation_id, username)
);
call kernel.guard('calls.phone_account');

-- One call at one telephone, by its SIP Call-ID; several of them are one call, where it rings at several.
create table calls.phone_leg (
  organisation_id uuid not null,
  person_id uuid not null,
  external_id text not null check (length(external_id) between 1 and 200),
  call_id uuid not null,
  began_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, person_id, external_id),
  foreign key (organisation_id, person_id) references kernel.record on delete cascade,
  foreign key (organisation_id, call_id) references calls.call on delete cascade
);
create index phone_leg_of_call on calls.phone_leg (organisation_id, call_id);
call kernel.guard('calls.phone_leg');
