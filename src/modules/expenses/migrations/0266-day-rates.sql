-- Which day's rate of the ledger an amount in another currency was taken at; none where the rate was written by hand.
alter table expenses.line add column rate_on date;
alter table expenses.line add constraint line_rate_of_day check (rate_on is null or (rate is not null and rate_on <= on_day));
