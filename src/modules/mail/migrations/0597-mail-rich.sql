-- Text with its shape: kept as the editor has it, made into HTML with plain text beside it when it goes out.
alter table mail.outgoing add column rich jsonb;
-- how one begins to write from a mailbox
alter table mail.mailbox add column writes text not null default 'plain' check (writes in ('plain', 'rich'));
