-- Lexemes hardly shrink: to compress them costs more than the rest of writing a text (2.3 ms against 1.0).
alter table kernel.search_entry alter column words set storage external;
