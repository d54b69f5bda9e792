/** Killed at any instant, intake loses nothing and doubles nothing, and finishes by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeInUnderKills } from './crash/killed-office.ts'
import { crashPaper } from './crash/papers.ts'

// The full size is tried by test:interop.
const count = Number(process.env['CRASH_PAPERS'] ?? 24)
const kills = Number(process.env['CRASH_KILLS'] ?? 2)
const seed = Number(process.env['CRASH_SEED'] ?? 20261121)

test(`${count} papers, kill -9 at ${kills} moments (seed ${seed}): none lost, none doubled, all finished`, {
  timeout: 280_000,
}, async () => {
  const papers = Array.from({ length: count }, (_, n) => crashPaper(n))
  const words = papers.flatMap(paper => paper.words)
  await takeInUnderKills({ papers, kills, seed, documents: words.length, withinMs: 60 }, async is => {
    assert.deepEqual(is.states, { 'to-confirm': words.length })
    assert.equal(is.taken, count)
    assert.equal(is.doubled, 0)
    assert.equal(is.readings, words.length)
    assert.equal(is.deadJobs, 0)
    assert.equal(is.journalBroken, null)
    const { rows: found } = await is.superuser.query<{ body: string }>(
      'select body from kernel.search_entry where organisation_id = $1',
      [is.organisationId],
    )
    const texts = found.map(({ body }) => body).join('\n')
    for (const word of words) assert.equal(texts.split(word).length - 1, 1, `${word} stands in one document`)
  })
})
