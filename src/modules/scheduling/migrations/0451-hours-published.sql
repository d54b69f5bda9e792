-- Published: when somebody works by the week, by the clock of their zone; without a weekday where they have said none.
create view scheduling.hours_fact with (security_invoker = true) as
  select p.organisation_id, p.principal_id, p.zone, p.country, t.weekday, t.from_minute, t.until_minute
  from scheduling.person p
  left join scheduling.weekly_time t on t.organisation_id = p.organisation_id and t.principal_id = p.principal_id and t.purpose = 'work';
grant select on scheduling.hours_fact to kontor_app;
