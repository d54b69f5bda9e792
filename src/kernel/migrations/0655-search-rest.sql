-- What a search costs at 150,000 mails (milliseconds of processor): all hits of two words with their beginnings 5 to 10, the same
-- within two months 6 to 9, within 24 months 52, since every month is one more list to join. So a second stretch is tried only
-- where it is short; else all the rest is looked through at once, which costs 0.7 for a thousand hits. Hits are ordered as they are found
-- and only the newest are kept, not all gathered first: no index has the days in order that a plan could walk instead.
-- `before`: only what is older, counted from there backwards, so that the newest hits of last year are found without this year's.
drop function kernel.search(text, smallint, uuid[], text[], date, integer);
create function kernel.search(typed text, clearance smallint, audiences uuid[], kinds text[], today date, most integer, before timestamptz default null)
returns table (record_id uuid, kind text, title text, at timestamptz, in_title boolean)
language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
declare
  org uuid := kernel.organisation_id();
  q tsquery := kernel.search_query(typed);
  first_month date := (date_trunc('month', least(today::timestamp, before at time zone 'UTC')) + interval '1 month')::date;
  months integer := 2;
  stretch tsquery := kernel.search_months(first_month, months);
  covered integer := 0;
  wanted integer;
  found_now integer;
  found_all integer := 0;
begin
  if numnode(q) = 0 or org is null then
    return;
  end if;
  loop
    return query
      select e.record_id, e.kind, e.title, e.at, e.title_words @@ q
      from kernel.search_entry e
      where e.organisation_id = org and e.words @@ (q && stretch)
        and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
        and (kinds is null or e.kind = any (kinds))
        and (before is null or e.at < before)
        -- what the earlier stretches held; what lies further ahead than next month comes with the rest
        and not (e.at < (first_month + interval '1 month') at time zone 'UTC'
          and e.at >= (first_month + interval '1 month' - make_interval(months => covered)) at time zone 'UTC')
      order by e.at desc limit most - found_all;
    get diagnostics found_now = row_count;
    found_all := found_all + found_now;
    exit when found_all >= most or numnode(stretch) = 0;
    -- half as many again as the hits of the first stretch promise
    wanted := 1 + months * (most - found_all) * 3 / (2 * greatest(found_all, 1));
    stretch := case when covered = 0 and wanted <= 3
      then kernel.search_months((first_month - make_interval(months => months))::date, wanted) else ''::tsquery end;
    covered := covered + months;
    months := wanted;
  end loop;
end $$;
revoke all on function kernel.search from public;
grant execute on function kernel.search to kontor_app;
