/**
 * The books under many callers at once, with connections cut beneath them: `node bench/money-simulator.ts [--steps 10000] [--callers 4]
 * [--cuts 0.01] [--seed 20261122] [--json]`. Every promise of the ledger is asked of the database afterwards; a broken one ends it.
 */
import { parseArgs } from 'node:util'
import { simulate } from '../test/ledger-simulation.ts'
import { booksOffice } from '../src/modules/ledger/testing.ts'

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '10000' },
    callers: { type: 'string', default: '4' },
    cuts: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: '20261122' },
    json: { type: 'boolean' },
  },
})
const [steps, callers, cutShare, seed] = [values.steps, values.callers, values.cuts, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
]

const office = await booksOffice()
const began = performance.now()
const simulated = await simulate(office, { seed, steps, callers, cutShare })
const seconds = (performance.now() - began) / 1000
await office.office.close()
const figures = { ...simulated, seed, callers, seconds, broken: 0 }
console.log(values.json ? JSON.stringify(figures) : figures)
process.exit(0)
