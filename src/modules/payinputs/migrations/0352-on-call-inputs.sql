-- Hours on call and called out are gathered as absences are: once for each day, kind and turn.
alter table payinputs.input drop constraint input_source_check;
alter table payinputs.input add constraint input_source_check
  check (source in ('person', 'clerk', 'table', 'recurring', 'absence', 'correction', 'on-call'));
create unique index input_on_call_once on payinputs.input (organisation_id, period_id, payee_id, kind, on_day, source_id)
  where source = 'on-call';
