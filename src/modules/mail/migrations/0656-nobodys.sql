-- How much is nobody's yet stands beside each mailbox, and is counted at each change: without visiting what is open.
create index thread_nobodys on mail.thread (organisation_id, mailbox_id) where state = 'open' and owner_id is null;
