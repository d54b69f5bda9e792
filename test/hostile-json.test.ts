/** Any JSON, and what is none, at any act: a clear refusal, never a fault, never a hang. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assertClear, faults, nasty, post, send, server, written } from './hostile.ts'

const seed = Number(process.env['HOSTILE_SEED'] ?? 20261123)
const runs = Number(process.env['HOSTILE_RUNS'] ?? 1)
const { registry } = server.running.composed.kernel
const acts = [...registry.commands.filter(({ door }) => door !== 'none'), ...registry.queries]

const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`

const unsettled = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3, noUnicodeString: false } as object),
  fc.anything({ withDate: false, withBigInt: false, maxDepth: 2 }),
)

/** A valid example with one or two of its fields replaced, and sometimes one that it does not know. */
function spoilt(example: unknown): fc.Arbitrary<unknown> {
  const fields = Object.keys(example as object)
  const wrong = fc.record({
    field: fc.constantFrom(...fields, 'limit', 'after', 'expectedVersion', 'somethingElse'),
    value: unsettled,
  })
  return fc
    .array(wrong, { minLength: 1, maxLength: 2 })
    .map(all => ({ ...(example as object), ...Object.fromEntries(all.map(({ field, value }) => [field, value])) }))
}

test(`any JSON at any act (seed ${seed})`, async () => {
  const others = [null, [], 'text', 7]
  for (const [index, act] of acts.entries()) {
    const inputs = [
      ...fc.sample(fc.oneof({ weight: 3, arbitrary: spoilt(act.example) }, { weight: 1, arbitrary: unsettled }), {
        // Of each act another.
        seed: seed + index,
        numRuns: runs,
      }),
      others[index % others.length],
    ]
    for (const input of inputs)
      assertClear(`${act.name} ${written(input)}`, await post(pathOf(act.name), written(input)))
  }
  assert.deepEqual(faults, [])
})

test(`any words as a query (seed ${seed})`, async () => {
  const words = fc.dictionary(
    fc.oneof(
      fc.constantFrom('id', 'text', 'limit', 'after', 'sort', '__proto__', 'states[]'),
      fc.string({ maxLength: 5 }),
    ),
    fc.oneof(fc.string(), fc.constantFrom('null', '[1', '{}', '-1', '1e99', '\u0000')),
    { maxKeys: 3 },
  )
  const others = ['id=%E0%A4%A', 'id=1&id=2', 'limit=%00', '&&==', `text=${'x'.repeat(6_000)}`]
  for (const [index, query] of registry.queries.entries()) {
    for (const input of fc.sample(words, { seed: seed + index, numRuns: runs })) {
      const search = new URLSearchParams(
        Object.entries(input).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
      )
      assertClear(`${query.name}?${search}`, await send(`${pathOf(query.name)}?${search}`, {}))
    }
    const raw = others[index % others.length]!
    assertClear(`${query.name}?${raw}`, await send(`${pathOf(query.name)}?${raw}`, {}))
  }
  assert.deepEqual(faults, [])
})

test('what is no JSON, too large, too deep or of another type', async () => {
  const path = pathOf('work.create-task')
  const refused = async (wanted: string, status: number, body: string, type?: string) => {
    const answer = await post(path, body, type)
    assertClear(`${type} ${body.slice(0, 80)}`, answer)
    assert.equal(answer.status, status, answer.body)
    assert.equal(answer.refusal, wanted)
  }
  for (const body of ['{', '{"title":', 'undefined', '{"title": 01}', '"', '\u0000', '{"title":"a"}{"title":"b"}', ''])
    await refused('input-invalid', 400, body)
  await refused('input-invalid', 400, '{"title":"a","__proto__":{"ownerId":null}}')
  await refused('input-invalid', 400, `${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  await refused('input-invalid', 400, `{"title":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`)
  await refused('input-invalid', 400, `{"title":"${'x'.repeat(9_000_000)}"}`)
  await refused('file-too-large', 413, `{"title":"${'x'.repeat(11_000_000)}"}`)
  for (const type of ['text/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense'])
    await refused('input-invalid', 400, 'title=a', type)
  assert.deepEqual(faults, [])
})
