/**
 * Whose a telephone number is, among 100,000 in one office, asked in the notations that people and telephone systems write.
 * `node bench/numbers.ts [--numbers 100000] [--json]`
 */
import { parseArgs } from 'node:util'
import { whoIs } from '../src/modules/calls/contract.ts'
import { callsOffice } from '../src/modules/calls/testing.ts'
import { notations } from '../src/modules/calls/numbers/notations.ts'
import { percentile } from './measure.ts'

const { values } = parseArgs({
  options: { numbers: { type: 'string', default: '100000' }, json: { type: 'boolean' } },
})
const count = Number(values.numbers)
const asked = 500
const it = await callsOffice()
const { office, elin } = it
try {
  const made = notations(count, 23)
  const ids = made.map((_, n) => `019aa000-0002-7000-8000-${String(n).padStart(12, '0')}`)
  await it.fillNumbers(
    made.map(one => one.digits),
    ids,
  )
  await office.superuser.query('vacuum analyze directory.party_key')
  await office.superuser.query('vacuum analyze kernel.record')
  const mine = made.flatMap((one, n) => (one.home === 'SE' ? [{ ...one, id: ids[n]! }] : [])).slice(0, asked)
  const exact: number[] = []
  const maybe: number[] = []
  let right = 0
  const ask = async (number: string, times: number[]) => {
    const began = performance.now()
    const answer = await office.query(whoIs, { number }, elin)
    times.push(performance.now() - began)
    return answer.status === 'done' ? answer.output.matches : []
  }
  for (const one of mine) {
    const matches = await ask(one.written, exact)
    if (matches[0]?.by === 'number') right++
    // The last seven digits alone, as some systems pass them on.
    await ask(one.digits.slice(-7), maybe)
  }
  const figures = {
    bench: 'numbers',
    numbers: count,
    asked: mine.length,
    right,
    exactP50: percentile(exact, 50),
    exactP95: percentile(exact, 95),
    endP95: percentile(maybe, 95),
  }
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
} finally {
  await office.close()
}
process.exit(0)
