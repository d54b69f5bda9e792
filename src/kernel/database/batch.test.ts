import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../../tools/testing/database.ts'
import { runNamed, send } from './bound.ts'
import { type Client, createPool, type Pool } from './pool.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let pool: Pool
let client: Client

before(async () => {
  database = await testDatabase()
  pool = createPool({ ...database.superuser, max: 1 }, () => {})
  client = await pool.connect()
  await client.query('create table public.batch_row (n integer primary key, body text)')
})
after(async () => {
  client.release()
  await pool.end()
  await database.close()
})

const count = async () => Number((await client.query('select count(*) as n from public.batch_row')).rows[0].n)
const insert = 'insert into public.batch_row values ($1, $2)'

test('what is sent before anybody waits is answered in its order, in the domain’s types', async () => {
  const at = Temporal.Instant.from('2026-03-29T01:30:00.123456Z')
  const long = 'å'.repeat(50_000)
  const [first, second, third] = await Promise.all([
    runNamed(client, 'select $1::bigint as n, $2::timestamptz as at, null::text as nothing', [7n, at]),
    runNamed(client, 'select $1::text as text, $2::bytea as bytes', [long, Buffer.from([0, 255, 7])]),
    runNamed(client, 'select n from unnest($1::text[]) as n', [['a"b', 'c\\d', null]]),
  ])
  assert.deepEqual(first, [{ n: 7n, at, nothing: null }])
  assert.deepEqual(second, [{ text: long, bytes: Buffer.from([0, 255, 7]) }])
  assert.deepEqual(third, [{ n: 'a"b' }, { n: 'c\\d' }, { n: null }])
})

test('the same statement many times in one packet, and again in the next', async () => {
  const select = 'select $1::int * 2 as twice'
  for (let round = 0; round < 2; round++) {
    const rows = await Promise.all(Array.from({ length: 200 }, (_, n) => runNamed(client, select, [n])))
    assert.deepEqual(
      rows,
      Array.from({ length: 200 }, (_, n) => [{ twice: n * 2 }]),
    )
  }
})

test('how many rows, and which command it was', async () => {
  const [made, changed, none] = await Promise.all([
    send(client, "insert into public.batch_row select n, 'many' from generate_series(1, 3) n", []),
    send(client, "update public.batch_row set body = 'few' where n < $1", [3]),
    send(client, 'delete from public.batch_row where n > $1', [100]),
  ])
  assert.deepEqual(
    [made, changed, none].map(({ command, rowCount }) => [command, rowCount]),
    [
      ['INSERT', 3],
      ['UPDATE', 2],
      ['DELETE', 0],
    ],
  )
  await client.query('delete from public.batch_row')
})

test('behind a statement that fails nothing is run, all fail with its reason, and the connection goes on', async () => {
  await send(client, 'begin', [])
  const answers = await Promise.allSettled([
    send(client, insert, [1, 'one']),
    send(client, insert, [1, 'again']),
    send(client, 'select $1::int as never_before', [1]),
    send(client, insert, [2, 'two']),
  ])
  assert.deepEqual(
    answers.map(answer => (answer.status === 'rejected' ? answer.reason.code : answer.status)),
    ['fulfilled', '23505', '23505', '23505'],
  )
  await send(client, 'rollback', [])
  assert.equal(await count(), 0)
  // what was prepared in the packet that failed, or not, can be used
  assert.deepEqual(await runNamed(client, 'select $1::int as never_before', [5]), [{ never_before: 5 }])
  await send(client, insert, [3, 'three'])
  assert.equal(await count(), 1)
})

test('a statement that cannot be read fails alone each time it is sent', async () => {
  for (let turn = 0; turn < 2; turn++) await assert.rejects(send(client, 'selec nothing', []), { code: '42601' })
  for (let turn = 0; turn < 2; turn++) await assert.rejects(send(client, 'select 1 / $1::int', [0]), { code: '22012' })
  assert.deepEqual(await runNamed(client, 'select 1 / $1::int as one', [1]), [{ one: 1 }])
})

test('a value that cannot be written fails before it is sent, and its neighbours do not', async () => {
  const round: Record<string, unknown> = {}
  round['round'] = round
  const [before_, bad, behind] = await Promise.allSettled([
    runNamed(client, 'select 1 as n', []),
    runNamed(client, 'select $1::jsonb as n', [round]),
    runNamed(client, 'select 2 as n', []),
  ])
  assert.deepEqual(
    [before_.status, bad.status, behind.status === 'fulfilled' && behind.value],
    ['fulfilled', 'rejected', [{ n: 2 }]],
  )
})

test('what is asked by the driver’s own way stands behind what was sent before it', async () => {
  const sent = send(client, insert, [10, 'ten'])
  const { rows } = await client.query('select body from public.batch_row where n = 10')
  assert.deepEqual(rows, [{ body: 'ten' }])
  await sent
})

test('a connection that is lost fails everything that waits', async () => {
  const lost = await createPool({ ...database.superuser, max: 1 }, () => {}).connect()
  lost.on('error', () => {})
  const { rows } = await lost.query('select pg_backend_pid() as pid')
  const waiting = [send(lost, 'select pg_sleep(60)', []), send(lost, 'select 1', [])]
  const ended = Promise.allSettled(waiting)
  await client.query('select pg_terminate_backend($1)', [rows[0].pid])
  assert.deepEqual(
    (await ended).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  await assert.rejects(send(lost, 'select 1', []))
  lost.release(true)
})
