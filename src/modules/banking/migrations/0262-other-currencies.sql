-- Paid in a currency other than the account's: what the bank says was exchanged, and what a payment took from the account.
alter table banking.line add original_minor bigint;
alter table banking.line add original_currency text check (original_currency ~ '^[A-Z]{3}$');
alter table banking.line add check ((original_minor is null) = (original_currency is null));
-- in the account's currency, where somebody confirmed the payment before a statement showed it
alter table banking.payment add paid_minor bigint check (paid_minor > 0);
