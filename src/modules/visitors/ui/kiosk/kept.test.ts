import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Kept, type Send, sendKept } from './kept.ts'

const refusal = (name: string) => ({ ok: false as const, refusal: { name, message: name } })
const entry = (n: number): Kept => ({
  path: 'sign-in',
  body: { entryId: String(n), name: `Guest ${n}`, hostId: n % 3 === 0 ? 'gone' : null, at: '2026-11-24T09:00:00Z' },
})

test('whatever fails on the way, each entry that was kept is taken once, in its order, with its time', async () => {
  const ways = fc.constantFrom('done', 'lost answer', 'offline', 'fault', 'too-many-requests', 'ask')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.array(ways, { maxLength: 40 }), async (count, happens) => {
      let kept = Array.from({ length: count }, (_, n) => entry(n))
      const taken = new Map<string, object>()
      const coming = [...happens]
      const send: Send = async (_path, body) => {
        const { entryId, hostId, isExpected } = body as Record<string, string>
        const way = coming.shift() ?? 'done'
        if (way === 'offline') return { ok: false, refusal: 'offline' }
        if (way === 'fault' || way === 'too-many-requests') return refusal(way)
        if (hostId) return refusal('visitor-host-unknown')
        if (way === 'ask' && !isExpected) return { ok: true, body: { status: 'ask' } }
        if (!taken.has(entryId!)) taken.set(entryId!, body)
        return way === 'lost answer' ? { ok: false, refusal: 'offline' } : { ok: true, body: { status: 'in' } }
      }
      const drop = (one: Kept) => {
        kept = kept.filter(other => other !== one)
      }
      for (let round = 0; kept.length > 0 && round < 100; round++)
        await sendKept(kept, send, drop, Date.parse('2026-11-24T09:10:00Z'))
      assert.deepEqual(
        [...taken.keys()],
        Array.from({ length: count }, (_, n) => String(n)),
      )
      for (const body of taken.values()) assert.equal((body as Kept['body']).at, '2026-11-24T09:00:00Z')
      assert.equal(kept.length, 0)
    }),
    { numRuns: 60 },
  )
})

test('what is refused waits a day where somebody sees it, and stops nobody else', async () => {
  const waiting = [entry(1), entry(2)]
  const dropped: Kept[] = []
  const send: Send = async (_path, body) =>
    (body as Kept['body'])['entryId'] === '1' ? refusal('input-invalid') : { ok: true, body: { status: 'in' } }
  await sendKept(waiting, send, one => dropped.push(one), Date.parse('2026-11-24T10:00:00Z'))
  assert.deepEqual(dropped, [waiting[1]])
  await sendKept([waiting[0]!], send, one => dropped.push(one), Date.parse('2026-11-25T10:00:00Z'))
  assert.deepEqual(dropped, [waiting[1], waiting[0]])
})
