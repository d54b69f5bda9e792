-- The parts of compound words (hyresavtal: hyres, avtal) are found too, without a place in the text: no phrase holds them, no
-- title ranks by them. They are kept beside the text, so that a changed title needs no second look at it.
alter table kernel.search_entry
  add column parts text not null default '',
  -- by which reindexing its words were last made; NULL: when it was written
  add column reindexing bigint,
  alter column parts set storage external;

create function kernel.search_part_words(language text, parts text) returns tsvector language sql immutable parallel safe as $$
  select case when parts = '' then ''::tsvector else strip(kernel.search_vector(language, parts)) end
$$;
