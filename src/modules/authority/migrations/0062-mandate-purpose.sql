-- What the authority is lent for, in its giver's words.
alter table authority.mandate add column purpose text not null default '' check (length(purpose) <= 300);
