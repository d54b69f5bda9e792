-- The thread by which an answer went out, from the mailbox the question came to; null: by the house's door, or told.
alter table cases.entry add column thread_id uuid check (thread_id is null or mail is not null);
