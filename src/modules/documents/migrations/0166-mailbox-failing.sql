-- Since when a mailbox cannot be looked into: what somebody must mend is their task, once for each time.
alter table documents.mailbox add failing_since timestamptz;
