-- What closing entries made is in few rows of the sums: a whole year is read from the sums by year less these.
create index balance_closing on ledger.balance (organisation_id, period_on) where closing_minor <> 0;
