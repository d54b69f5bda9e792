-- A folder of old files that is still being filled: when all that lies in it is taken in, it is watched for more until somebody
-- says that no more comes.
alter table documents.backlog add column follow boolean not null default false check (not follow or folder is not null);
alter table documents.backlog drop constraint backlog_state_check;
alter table documents.backlog add constraint backlog_state_check
  check (state in ('looking', 'proposed', 'running', 'following', 'stopped', 'finished', 'failed'));
alter table documents.backlog add constraint backlog_following_check
  check (state <> 'following' or (follow and accepted_by is not null and run_id is null));
