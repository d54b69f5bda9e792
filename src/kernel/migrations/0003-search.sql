-- Search over everything one may see. Words are folded (unaccent: å a, ș s, ţ t) before the stemmer of their language,
-- and kept whole beside it, so that a name is found in whatever language it stands.

create function kernel.fold(words text) returns text language sql immutable parallel safe strict as
$$ select lower(public.unaccent('public.unaccent', words)) $$;

do $$
declare
  stemmed text;
begin
  foreach stemmed in array array['simple', 'english', 'swedish', 'norwegian', 'dutch', 'romanian', 'portuguese'] loop
    execute format('create text search configuration kernel.%I (copy = pg_catalog.%I)', stemmed, stemmed);
    execute format('alter text search configuration kernel.%I alter mapping for hword, hword_part, word with public.unaccent, %I',
      stemmed, case stemmed when 'simple' then 'simple' else stemmed || '_stem' end);
  end loop;
end $$;

-- The stemmer of a language: over folded words, or (where endings are told by their accents, as in informação and
-- informações) over words as written, folded afterwards. Texts are kept both ways, and asked for both ways.
create function kernel.search_configuration(language text, folded boolean) returns regconfig language sql immutable parallel safe as $$
  select ((case when folded then 'kernel.' else 'pg_catalog.' end) || case language
    when 'en' then 'english' when 'sv' then 'swedish' when 'nb' then 'norwegian'
    when 'nl' then 'dutch' when 'ro' then 'romanian' when 'pt' then 'portuguese' else 'simple' end)::regconfig
$$;

create function kernel.search_vector(language text, words text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('kernel.simple'::regconfig, words) ||
    case when language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')
      then to_tsvector(kernel.search_configuration(language, true), words)
        || public.unaccent('public.unaccent', strip(to_tsvector(kernel.search_configuration(language, false), words))::text)::tsvector
      else ''::tsvector end
$$;

create function kernel.search_month(moment timestamptz) returns tsvector language sql immutable parallel safe as $$
  select format('''@%s''', to_char(moment at time zone 'UTC', 'YYYYMM'))::tsvector
$$;

create table kernel.search_entry (
  organisation_id uuid not null,
  record_id uuid not null,
  kind text not null,
  class smallint not null,
  audience uuid[],
  title text not null,
  title_folded text not null generated always as (kernel.fold(title)) stored,
  language text,
  body text not null default '',
  at timestamptz not null,
  title_words tsvector not null,
  -- also holds the month of `at` as a lexeme (@202611), so that the newest hits are found without visiting all
  words tsvector not null,
  primary key (organisation_id, record_id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade
);
create index search_words on kernel.search_entry using gin (organisation_id, words) with (fastupdate = on);
create index search_title on kernel.search_entry using gin (organisation_id, title_folded public.gin_trgm_ops);
call kernel.guard('kernel.search_entry');
-- Not forced on its owner, the one exception: under a policy `@@` is not leakproof and loses its index (10.5 ms against
-- 0.22). The application is under the policy all the same; the functions below, which run as the owner, filter by the
-- organisation themselves.
alter table kernel.search_entry no force row level security;

-- What a person typed, as a query: every word must be there, as it stands, begun, or in any language's stem;
-- "words in quotes" stand together; -word must be absent.
create function kernel.search_query(typed text) returns tsquery language plpgsql stable parallel safe set search_path = pg_catalog as $$
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
    end if;
    continue when numnode(one) = 0;
    if piece[1] = '-' then
      one := !! one;
    end if;
    whole := case when whole is null then one else whole && one end;
  end loop;
  return coalesce(whole, ''::tsquery);
end $$;

-- The lexemes of `n` months backwards from the one of a day, as alternatives.
create function kernel.search_months(from_day date, n integer) returns tsquery language sql immutable parallel safe as $$
  select string_agg(format('''@%s''', to_char(from_day - make_interval(months => i), 'YYYYMM')), '|')::tsquery from generate_series(0, n - 1) i
$$;

-- The newest `most` visible hits, looked for in ever longer stretches of time backwards, so that a common word costs
-- no more than a rare one. Runs as the owner, with an organisation filter of its own. The hits are gathered before they
-- are ordered: a plan that walks the days in order reads every text on its way.
create function kernel.search(typed text, clearance smallint, audiences uuid[], kinds text[], today date, most integer)
returns table (record_id uuid, kind text, title text, at timestamptz, in_title boolean)
language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
declare
  org uuid := kernel.organisation_id();
  q tsquery := kernel.search_query(typed);
  next_month date := (date_trunc('month', today::timestamp) + interval '1 month')::date;
  stretch tsquery;
  upper_at timestamptz := 'infinity';
  found_now integer;
  found_all integer := 0;
begin
  if numnode(q) = 0 or org is null then
    return;
  end if;
  foreach stretch in array array[kernel.search_months(next_month, 3), kernel.search_months(next_month, 15), ''::tsquery] loop
    return query
      with hit as materialized (
        select e.record_id, e.kind, e.title, e.at, e.title_words
        from kernel.search_entry e
        where e.organisation_id = org and e.words @@ (q && stretch) and e.at < upper_at
          and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
          and (kinds is null or e.kind = any (kinds)))
      select h.record_id, h.kind, h.title, h.at, h.title_words @@ q from hit h order by h.at desc limit most - found_all;
    get diagnostics found_now = row_count;
    found_all := found_all + found_now;
    exit when found_all >= most;
    upper_at := (next_month - case when upper_at = 'infinity' then interval '2 months' else interval '14 months' end) at time zone 'UTC';
  end loop;
end $$;
revoke all on function kernel.search from public;
grant execute on function kernel.search to kontor_app;

-- Titles that look like what was typed: for misspelt and half-remembered names.
create function kernel.search_similar(typed text, clearance smallint, audiences uuid[], kinds text[], most integer)
returns table (record_id uuid, kind text, title text, at timestamptz, likeness real)
language sql stable security definer set search_path = pg_catalog as $$
  select e.record_id, e.kind, e.title, e.at, public.word_similarity(kernel.fold(typed), e.title_folded) as likeness
  from kernel.search_entry e
  where e.organisation_id = kernel.organisation_id() and kernel.fold(typed) operator(public.<%) e.title_folded
    and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
    and (kinds is null or e.kind = any (kinds))
  order by likeness desc, e.at desc limit most
$$;
revoke all on function kernel.search_similar from public;
grant execute on function kernel.search_similar to kontor_app;
