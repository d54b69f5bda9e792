-- Papers that go with what is proposed: they lie with the event once a time is booked.
alter table scheduling.proposal add column document_ids uuid[] not null default '{}' check (cardinality(document_ids) <= 50);
