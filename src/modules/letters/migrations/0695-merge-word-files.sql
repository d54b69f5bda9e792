-- A letter to many may be written in a Word file of its own instead of a template.
alter table letters.merge alter column template_id drop not null;
alter table letters.merge add column word_file_id uuid;
alter table letters.merge add foreign key (organisation_id, word_file_id) references letters.office_file;
alter table letters.merge add check (num_nonnulls(template_id, word_file_id) = 1);
