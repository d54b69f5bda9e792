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

create function kernel.search_configuration(language text) returns regconfig language sql immutable parallel safe as $$
  select case language
    when 'en' then 'kernel.english'::regconfig when 'sv' then 'kernel.swedish'::regconfig
    when 'nb' then 'kernel.norwegian'::regconfig when 'nl' then 'kernel.dutch'::regconfig
    when 'ro' then 'kernel.romanian'::regconfig when 'pt' then 'kernel.portuguese'::regconfig
    else 'kernel.simple'::regconfig end
$$;

create function kernel.search_vector(language text, words text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('kernel.simple'::regconfig, words) ||
    case when language in ('en', 'sv', 'nb', 'nl', 'ro', 'pt')
      then to_tsvector(kernel.search_configuration(language), words) else ''::tsvector end
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
  -- days since 1970-01-01 of `at`: a key of the index, so that the newest hits are found without visiting all
  day integer not null,
  title_words tsvector not null,
  words tsvector not null,
  primary key (organisation_id, record_id),
  foreign key (organisation_id, record_id) references kernel.record on delete cascade
);
create index search_words on kernel.search_entry using gin (organisation_id, day, words) with (fastupdate = on);
create index search_title on kernel.search_entry using gin (organisation_id, title_folded public.gin_trgm_ops);
create index search_at on kernel.search_entry (organisation_id, day desc);
call kernel.guard('kernel.search_entry');

-- What a person typed, as a query: every word must be there, as it stands, begun, or in any language's stem;
-- "words in quotes" stand together; -word must be absent.
create function kernel.search_query(typed text) returns tsquery language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare
  piece text[];
  one tsquery;
  whole tsquery;
  config regconfig;
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
        foreach config in array array['kernel.english', 'kernel.swedish', 'kernel.norwegian', 'kernel.dutch', 'kernel.romanian', 'kernel.portuguese']::regconfig[] loop
          one := one || plainto_tsquery(config, piece[3]);
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

-- The newest `most` visible hits, looked for in ever longer stretches of time backwards, so that a common word costs
-- no more than a rare one. SECURITY DEFINER with its own organisation filter: under row-level security `@@` is not
-- leakproof and would lose its index. Owner of the table is under forced RLS too; the policy holds besides.
create function kernel.search(typed text, clearance smallint, audiences uuid[], kinds text[], today integer, most integer)
returns table (record_id uuid, kind text, title text, at timestamptz, in_title boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  org uuid := kernel.organisation_id();
  q tsquery := kernel.search_query(typed);
  upper_day integer := 2147483646;
  lower_day integer := today - 60;
  stretch integer := 60;
  oldest integer;
  found_now integer;
  found_all integer := 0;
begin
  if numnode(q) = 0 or org is null then
    return;
  end if;
  select min(e.day) into oldest from kernel.search_entry e where e.organisation_id = org;
  loop
    return query
      select e.record_id, e.kind, e.title, e.at, e.title_words @@ q
      from kernel.search_entry e
      where e.organisation_id = org and e.day between lower_day and upper_day and e.words @@ q
        and e.class <= clearance and (e.audience is null or e.audience operator(pg_catalog.&&) audiences)
        and (kinds is null or e.kind = any (kinds))
      order by e.day desc, e.at desc limit most - found_all;
    get diagnostics found_now = row_count;
    found_all := found_all + found_now;
    exit when found_all >= most or oldest is null or lower_day <= oldest;
    upper_day := lower_day - 1;
    stretch := stretch * 3;
    lower_day := greatest(lower_day - stretch, oldest);
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
