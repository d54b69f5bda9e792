-- A locked original is opened once, when somebody gives its password: an unlocked copy is kept beside it, the password nowhere.
drop table documents.read_password;

alter table documents.document
  add column unlocked_file_id uuid,
  add foreign key (organisation_id, unlocked_file_id) references kernel.file (organisation_id, id);
