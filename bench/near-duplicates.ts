/**
 * 500 made pairs through the whole intake (taken in, read, recognised, compared): every other one the same paper scanned again,
 * its words misread here and there and a line lost; the others next month's bill of the same sender.
 * `node bench/near-duplicates.ts [--pairs 500] [--seed 20261122] [--json]`
 */
import { parseArgs } from 'node:util'
import { chanceOf } from '../test/crash/killed-office.ts'
import { listDocuments } from '../src/modules/documents/contract.ts'
import { documentsKernel } from '../src/modules/documents/testing.ts'
import { madePair } from './near-duplicate-pairs.ts'

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '500' },
    seed: { type: 'string', default: '20261122' },
    json: { type: 'boolean' },
  },
})
const [count, seed] = [Number(values.pairs), Number(values.seed)]
const kernel = await documentsKernel()
const me = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
const chance = chanceOf(seed)
const second = new Map<string, { rescan: boolean; n: number }>()
for (let n = 0; n < count; n++) {
  const rescan = n % 2 === 0
  const { first, again } = madePair(n, rescan, chance)
  await kernel.takeIn(me, first, `bill-${n}.txt`)
  await kernel.runJobs()
  second.set(await kernel.takeIn(me, again, `again-${n}.txt`), { rescan, n })
  await kernel.runJobs()
}
const flagged = new Set<string>()
for (let after: string | undefined; ; ) {
  const answer = await kernel.query(listDocuments, { duplicates: true, limit: 5000, ...(after ? { after } : {}) }, me)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  for (const { id } of answer.output.rows) flagged.add(id)
  if (!answer.output.next) break
  after = answer.output.next
}
const of = (rescan: boolean) => [...second].filter(([, made]) => made.rescan === rescan)
const missed = of(true).filter(([id]) => !flagged.has(id))
const wrong = of(false).filter(([id]) => flagged.has(id))
const figures = {
  bench: 'near-duplicates',
  pairs: count,
  seed,
  rescans: of(true).length,
  rescansFlagged: of(true).length - missed.length,
  bills: of(false).length,
  billsFlagged: wrong.length,
  otherFlagged: [...flagged].filter(id => !second.has(id)).length,
  missed: missed.map(([, { n }]) => n),
  wrong: wrong.map(([, { n }]) => n),
}
console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
await kernel.close()
process.exit(0)
