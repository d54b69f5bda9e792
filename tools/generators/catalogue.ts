import type pg from 'pg'

/** A column as the database's catalogue has it. */
export interface Column {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** PostgreSQL's short name of the type: `int8`, `timestamptz`; of its elements when it is an array. */
  readonly type: string
  readonly isArray: boolean
  readonly nullable: boolean
  readonly hasDefault: boolean
  /** Computed by the database, never written. */
  readonly computed: boolean
  /** The words a check constraint confines it to, or none. */
  readonly words: readonly string[]
  /** What `comment on column` says. */
  readonly comment: string | null
}

const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as column,
    coalesce(e.typname, t.typname)::text as type, e.oid is not null as "isArray",
    not (a.attnotnull or c.relkind = 'v') as nullable,
    a.atthasdef or a.attidentity <> '' as "hasDefault",
    a.attgenerated <> '' or a.attidentity = 'a' as computed,
    coalesce((select array_agg(pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]), '{}') as checks,
    col_description(c.oid, a.attnum) as comment
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and n.nspname = any($1)
  order by n.nspname, c.relname, a.attnum`

/** `CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))`, also with `(state IS NULL) OR` before it. */
const CONFINED =
  /^CHECK \(+(?:\(?"?\w+"? IS NULL\)? OR )?\(?"?\w+"? = ANY \(ARRAY\[((?:'(?:[^']|'')*'::text(?:, )?)+)\]\)\)*$/

/** The words a check constraint allows, when that is all it says. */
export function wordsOf(check: string): string[] {
  const list = CONFINED.exec(check)?.[1]
  return list === undefined
    ? []
    : [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map(match => (match[1] ?? '').replaceAll("''", "'"))
}

/** Every column of these schemas, in the tables' own order. */
export async function readColumns(client: pg.Client, schemas: readonly string[]): Promise<Column[]> {
  const { rows } = await client.query<Column & { checks: string[] }>(COLUMNS, [schemas])
  return rows.map(({ checks, ...column }) => ({
    ...column,
    words: checks.map(wordsOf).find(words => words.length > 0) ?? [],
  }))
}
