-- Answers that are given elsewhere and go out by the mailbox, in the thread, that their question came by.

alter table mail.outgoing
  -- what it answers: a record of another module, and that module's own name for the answer
  add column for_id uuid,
  add column for_ref uuid,
  -- the link in its text, written only when it is given to its server, so that no table holds it
  add column for_link text check (for_link in ('verdict')),
  add foreign key (organisation_id, for_id) references kernel.record on delete set null (for_id);
-- each is sent once
create unique index outgoing_for on mail.outgoing (organisation_id, for_ref) where for_ref is not null;

-- Published: by which mailbox a thread came, whether it can be answered from there, and who is writing an answer.
create view mail.thread_fact with (security_invoker = true) as
  select t.organisation_id, t.id as thread_id, t.mailbox_id, b.name as mailbox, b.address,
    b.ended_at is null and b.smtp_host is not null as answers, h.holder_id, h.until_at as held_until
  from mail.thread t join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
  left join mail.holding h on h.organisation_id = t.organisation_id and h.thread_id = t.id;
grant select on mail.thread_fact to kontor_app;
