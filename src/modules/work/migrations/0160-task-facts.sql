-- Published besides: for whom a task is, and whom it waits for.
create or replace view work.task_fact with (security_invoker = true) as
  select organisation_id, id as task_id, state, owner_id, owner_role, stands_in_for_id, due_on, effort_minutes,
    ended_at, ended_by_id, raised_key, source_id, repeat, repeat is not null as repeats,
    for_id, asked_by_id, waiting_for, waiting_for_id, waiting_since, chase_on
  from work.task;
