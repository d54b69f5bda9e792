-- The newest `most` visible hits, looked for in stretches of months backwards, so that a common word costs no more than a rare
-- one. The first stretch is next month and this one; how many hits it held says how long the second must be; where that is
-- long, or was not enough, all the rest is looked through. Runs as the owner, with an organisation filter of its own.
-- The hits are gathered before they are ordered: a plan that walks the days in order reads every text on its way.
create or replace function kernel.search(typed text, clearance smallint, audiences uuid[], kinds text[], today date, most integer)
returns table (record_id uuid, kind text, title text, at timestamptz, in_title boolean)
language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
declare
  org uuid := kernel.organisation_id();
  q tsquery := kernel.search_query(typed);
  first_month date := (date_trunc('month', today::timestamp) + interval '1 month')::date;
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
      with hit as materialized (
        select e.record_id, e.kind, e.title, e.at, e.title_words
        from kernel.search_entry e
        where e.organisation_id = org and e.words @@ (q && stretch)
          and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
          and (kinds is null or e.kind = any (kinds))
          -- what the earlier stretches held; what lies further ahead than next month comes with the rest
          and not (e.at < (first_month + interval '1 month') at time zone 'UTC'
            and e.at >= (first_month + interval '1 month' - make_interval(months => covered)) at time zone 'UTC'))
      select h.record_id, h.kind, h.title, h.at, h.title_words @@ q from hit h order by h.at desc limit most - found_all;
    get diagnostics found_now = row_count;
    found_all := found_all + found_now;
    exit when found_all >= most or numnode(stretch) = 0;
    -- half as many again as the hits of the first stretch promise
    wanted := 1 + months * (most - found_all) * 3 / (2 * greatest(found_all, 1));
    stretch := case when covered = 0 and wanted <= 24
      then kernel.search_months((first_month - make_interval(months => months))::date, wanted) else ''::tsquery end;
    covered := covered + months;
    months := wanted;
  end loop;
end $$;
