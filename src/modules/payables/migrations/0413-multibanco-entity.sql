-- A Multibanco reference is paid with the entity printed beside it: the five digits that the paper names so.
create or replace view documents.payable_fact with (security_invoker = true) as
  select organisation_id, id as document_id, kind, sender_id, sender_name, number, issued_on, due_on, period_from, period_to, currency,
    net_minor, vat_minor, total_minor, iban, account, reference, order_number, received_at, file_id, media_kind, name,
    case when reference ~ '^\d{9}$' then (regexp_match(text, '\m(?:entidade|ent\.)[^0-9]{0,60}([0-9]{5})(?![0-9])', 'i'))[1] end as payment_entity
  from documents.document where kind in ('bill', 'credit-note', 'reminder') and state = 'confirmed';
