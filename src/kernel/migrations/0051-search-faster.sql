-- Search visits rows by the thousand to know who may see them and of which day they are. So the long columns (body, words)
-- stand apart from the row: a page then holds 33 rows instead of 5 (100,000 documents: 24 MB instead of 165), and all of them
-- stay in memory. What was stored before moves as it changes, or by `vacuum full kernel.search_entry`. Lexemes hardly shrink: to
-- compress them costs more than the rest of writing a text (2.3 ms against 1.0).
alter table kernel.search_entry set (toast_tuple_target = 256),
  alter column title set storage main, alter column title_folded set storage main, alter column title_words set storage main,
  alter column words set storage external;

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

-- The parts of mail and web addresses, file names and the like (info@megustaolive.example), which the parser keeps as one word.
create function kernel.search_parts(words text) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(regexp_replace(m[1], '[@./\\_:?=&#%+-]+', ' ', 'g'), ' '), '')
  from regexp_matches(words, '([[:alnum:]]\S*[@./\\_]\S*[[:alnum:]])', 'g') m
$$;

create or replace function kernel.search_vector(language text, words text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('kernel.simple'::regconfig, words) || to_tsvector('kernel.simple'::regconfig, kernel.search_parts(words)) ||
    case when language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')
      then to_tsvector(kernel.search_configuration(language, true), words)
        || public.unaccent('public.unaccent', strip(to_tsvector(kernel.search_configuration(language, false), words))::text)::tsvector
      else ''::tsvector end
$$;

-- What a person typed, as a query: every word must be there, as it stands, begun, or in any language's stem, or by its parts;
-- "words in quotes" stand together; -word must be absent.
create or replace function kernel.search_query(typed text) returns tsquery language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare
  piece text[];
  one tsquery;
  whole tsquery;
  language text;
  stem tsquery;
begin
  for piece in select regexp_matches(left(typed, 400), '(-?)(?:"([^"]+)"|([^\s"]+))', 'g') limit 12 loop
    if piece[2] is not null then
      one := phraseto_tsquery('kernel.simple'::regconfig, piece[2]);
    else
      one := plainto_tsquery('kernel.simple'::regconfig, piece[3]);
      continue when numnode(one) = 0;
      -- the last lexeme may be only begun
      one := regexp_replace(one::text, '''([^'']*)''$', '''\1'':*')::tsquery;
      if numnode(one) = 1 then
        foreach language in array array['en', 'sv', 'nb', 'nl', 'ro', 'pt'] loop
          foreach stem in array array[
            plainto_tsquery(kernel.search_configuration(language, true), piece[3]),
            public.unaccent('public.unaccent', plainto_tsquery(kernel.search_configuration(language, false), piece[3])::text)::tsquery] loop
            one := case when one @> stem then one else one || stem end;
          end loop;
        end loop;
      end if;
      one := one || plainto_tsquery('kernel.simple'::regconfig, kernel.search_parts(piece[3]));
    end if;
    continue when numnode(one) = 0;
    if piece[1] = '-' then
      one := !! one;
    end if;
    whole := case when whole is null then one else whole && one end;
  end loop;
  return coalesce(whole, ''::tsquery);
end $$;
