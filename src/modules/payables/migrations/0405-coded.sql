-- Published: what bills cost and what they are coded to, line by line; tax that is not deducted is cost. Credit notes count the other way.
create view payables.coded_fact with (security_invoker = true) as
  select l.organisation_id, l.bill_id, b.document_id, b.state, b.currency, l.dimensions, l.account,
    (case when b.kind = 'credit-note' then -1 else 1 end)
      * (l.net_minor + case when l.vat_code is null then l.vat_minor else 0 end) as cost_minor
  from payables.bill_line l join payables.bill b on b.organisation_id = l.organisation_id and b.id = l.bill_id
  where b.state <> 'withdrawn';
grant select on payables.coded_fact to kontor_app;
