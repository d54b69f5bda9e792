-- Which printer a kind of paper goes to, in the office or at one desk (a kiosk, or whoever sits there), and how large that paper is.
create table printing.stock (
  organisation_id uuid not null,
  id uuid not null,
  stock text not null check (stock in ('badge', 'wifi-slip', 'parking-slip', 'parcel-label', 'post-label')),
  -- null: the whole office
  desk_id uuid,
  printer_id uuid not null,
  width_mm integer not null check (width_mm between 20 and 420),
  height_mm integer not null check (height_mm between 15 and 600),
  -- printed when the thing comes about, without anybody's press
  automatic boolean not null default false,
  primary key (organisation_id, id),
  constraint stock_once unique nulls not distinct (organisation_id, stock, desk_id),
  foreign key (organisation_id, desk_id) references kernel.record on delete cascade,
  foreign key (organisation_id, printer_id) references printing.printer on delete cascade
);
call kernel.guard('printing.stock');

-- Published: what other modules draw their labels and slips by.
create view printing.stock_fact with (security_invoker = true) as
  select s.organisation_id, s.stock, s.desk_id, s.printer_id, s.width_mm, s.height_mm, s.automatic
  from printing.stock s join printing.printer p on p.organisation_id = s.organisation_id and p.id = s.printer_id and not p.retired;
grant select on printing.stock_fact to kontor_app;

-- Whose job it is: nobody's where Kontor printed by itself.
alter table printing.job alter column owner_id drop not null;

-- A job on such paper tells the printer its size.
alter table printing.job add column width_mm integer check (width_mm between 20 and 420);
alter table printing.job add column height_mm integer check (height_mm between 15 and 600);
alter table printing.job add constraint job_size_whole check ((width_mm is null) = (height_mm is null));
