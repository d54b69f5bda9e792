-- What is printed may be a file that nobody keeps as a document: a badge, a label, a slip.
alter table printing.job alter column document_id drop not null;
alter table printing.job add column file_id uuid;
alter table printing.job add foreign key (organisation_id, file_id) references kernel.file;
alter table printing.job add constraint job_of_one check ((document_id is null) <> (file_id is null));
