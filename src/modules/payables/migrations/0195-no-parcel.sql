-- Nothing is bound to a bill by it.
alter table payables.bill drop column parcel_id;
