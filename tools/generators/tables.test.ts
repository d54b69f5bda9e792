import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../testing/database.ts'
import { readColumns, wordsOf } from './catalogue.ts'
import { schemaArtefact } from './schema.ts'
import { tablesText } from './tables.ts'

describe('tables made from a database', async () => {
  const database = await testDatabase({ modules: [] })
  const client = new pg.Client(database.owner)
  await client.connect()
  after(async () => {
    await client.end()
    await database.close()
  })
  await client.query(`
    create schema pantry;
    create table pantry.jar_of_plums (
      id uuid primary key, label citext not null, weight numeric not null default 1.5, filled_on date, opened_at timestamptz,
      state text not null default 'full' check (state in ('full', 'half''ish', 'empty')), mood text check (mood is null or mood in ('a', 'b')),
      mixed text check (mixed in ('x', 'y') and length(mixed) = 1), picture bytea, places int[] not null, notes jsonb, facts jsonb not null,
      twice bigint generated always as (2 * 21) stored, number bigint generated always as identity, during tstzrange
    );
    comment on column pantry.jar_of_plums.weight is 'kilograms';
    create view pantry.full_jar as select id, label from pantry.jar_of_plums where state = 'full'`)

  test('each column as the pool reads it, and what may be left out', async () => {
    const columns = await readColumns(client, ['pantry'])
    const text = tablesText('pantry', columns, new Set(['jar_of_plums.facts']))
    for (const line of [
      "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
      "import type { ColumnTypes } from './column-types.ts'",
      'export interface JarOfPlumsTable {',
      '  id: string',
      '  /** kilograms */',
      '  weight: Generated<string>',
      '  filled_on: Temporal.PlainDate | null',
      '  opened_at: Temporal.Instant | null',
      "  state: Generated<'full' | 'half\\'ish' | 'empty'>",
      "  mood: 'a' | 'b' | null",
      '  mixed: string | null',
      '  picture: Buffer | null',
      '  places: number[]',
      '  notes: ColumnType<unknown, string | null | undefined, string | null>',
      "  facts: ColumnTypes['jar_of_plums.facts']",
      '  twice: GeneratedAlways<bigint | null>',
      '  number: GeneratedAlways<bigint>',
      '  during: string | null',
      "  'pantry.jar_of_plums': JarOfPlumsTable",
      "  'pantry.full_jar': FullJarTable",
    ]) {
      assert.ok(text.split('\n').includes(line), `${line}\n--- is not in\n${text}`)
    }
  })

  test('the schema’s text has tables, checks, grants, and is the same each time', async () => {
    const once = await schemaArtefact(client)
    assert.match(once.text, /create table pantry\.jar_of_plums \(\n {2}id uuid not null,/)
    assert.match(once.text, /weight numeric default 1\.5 not null/)
    assert.match(once.text, /create view pantry\.full_jar as/)
    assert.match(once.text, /alter table kernel\.record force row level security;/)
    assert.match(once.text, /grant select on kernel\.journal to kontor_app;/)
    assert.deepEqual(await schemaArtefact(client), once)
  })
})

test('only a check that says nothing else gives words', () => {
  assert.deepEqual(wordsOf("CHECK ((state = ANY (ARRAY['open'::text, 'it''s'::text])))"), ['open', "it's"])
  assert.deepEqual(wordsOf("CHECK (((x IS NULL) OR (x = ANY (ARRAY['a'::text]))))"), ['a'])
  assert.deepEqual(wordsOf("CHECK (((x = ANY (ARRAY['a'::text])) OR (y > 1)))"), [])
  assert.deepEqual(wordsOf('CHECK ((length(x) < 9))'), [])
})
