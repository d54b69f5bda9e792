-- How somebody who is paid wants to be told: at which address, in which language; as the directory has it where they said nothing.
alter table banking.advice_choice add column email text check (length(email) between 3 and 254);
alter table banking.advice_choice add column language text check (language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt'));
