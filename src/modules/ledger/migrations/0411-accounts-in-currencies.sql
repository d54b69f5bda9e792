-- An account that is kept in another currency than the books (a bank account in euro): worth the rate of the day at the end of a period.
alter table ledger.account add currency text check (currency ~ '^[A-Z]{3}$');
