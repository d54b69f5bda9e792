-- Reminders of events reach a person as they say of reminders, whatever they say of what is urgent.
alter table notifications.notice add column reminder boolean not null default false;
