-- Published: mails that came into the office's shared mailboxes, where their bytes lie and what is attached to them.
create view mail.message_fact with (security_invoker = true) as
  select m.organisation_id, m.id as message_id, m.thread_id, m.mailbox_id, m.digest, m.size_bytes, m.at, r.facts -> 'attachments' as attachments
  from mail.message m
  join mail.mailbox b on b.organisation_id = m.organisation_id and b.id = m.mailbox_id and b.kind = 'shared'
  join mail.reading r on r.organisation_id = m.organisation_id and r.file_id = m.file_id
  where m.direction = 'in';
grant select on mail.message_fact to kontor_app;
