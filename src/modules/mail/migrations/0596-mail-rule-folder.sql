-- A rule lays what comes into a folder of its mailbox, there too.
alter table mail.rule
  add column folder_id uuid,
  add foreign key (organisation_id, folder_id) references mail.folder,
  add constraint rule_folder check (folder_id is null or mailbox_id is not null),
  drop constraint rule_does,
  add constraint rule_does check (owner_id is not null or label is not null or folder_id is not null or outcome <> 'stays');
