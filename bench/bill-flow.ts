/**
 * What a bill costs from entering to the books: enter, code three lines, approve, post: four commands, one after the other, each checked,
 * doubted, journalled and committed. CPU of Node and of PostgreSQL's processes for this database, mean of the runs after warm-up.
 * `node bench/bill-flow.ts [--runs 500] [--json]`
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setUpBooks } from '../src/modules/ledger/contract.ts'
import { ledger } from '../src/modules/ledger/index.ts'
import * as p from '../src/modules/payables/contract.ts'
import { payablesOffice } from '../src/modules/payables/testing.ts'
import { table } from './measure.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '500' }, json: { type: 'boolean' } } })
const runs = Number(values.runs)
const warmUp = 100

/** Ticks a second of the fields in /proc/<pid>/stat. */
const ticks = 100

const it = await payablesOffice(ledger)
const { office, elin } = it
it.goTo('2026-11-24')
await office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, elin)
await office.done(p.setBillSettings, { postOn: 'hand' }, elin)
const suppliers: string[] = []
for (let n = 0; n < 25; n++)
  suppliers.push(await it.supplier(`Supplier ${n} AB`, { account: ['bankgiro', '51284412'] }))

/** CPU seconds of the backends of this database and of what writes for all of them. */
async function databaseSeconds(): Promise<number> {
  const { rows } = await office.superuser.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() or backend_type in ('walwriter', 'checkpointer', 'background writer')`,
  )
  return rows.reduce((sum, { pid }) => sum + secondsOf(pid), 0)
}

function secondsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticks
  } catch {
    return 0
  }
}

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const lines = [
  { text: 'Filter change', net: sek('600.00'), vat: sek('150.00'), account: '5170' },
  { text: 'Fan motor', net: sek('300.00'), vat: sek('75.00'), account: '5410' },
  { text: 'Travel', net: sek('100.00'), vat: sek('25.00'), account: '5810' },
]

async function oneBill(n: number): Promise<void> {
  const { id } = await office.done(
    p.enterBill,
    {
      supplierId: suppliers[n % suppliers.length]!,
      number: `B${n}`,
      total: sek('1250.00'),
      vat: sek('250.00'),
      issuedOn: '2026-11-03',
      dueOn: '2026-12-03',
      account: '5128-4412',
    },
    elin,
  )
  await office.done(p.codeBill, { id, lines }, elin)
  await office.done(p.approveBill, { id }, elin)
  await office.done(p.postBill, { id }, elin)
}

for (let n = 0; n < warmUp; n++) await oneBill(n)
const [cpu, database, clock] = [process.cpuUsage(), await databaseSeconds(), performance.now()]
for (let n = 0; n < runs; n++) await oneBill(warmUp + n)
const { user, system } = process.cpuUsage(cpu)
const nodeMs = (user + system) / 1000 / runs
const databaseMs = (1000 * ((await databaseSeconds()) - database)) / runs
const wallMs = (performance.now() - clock) / runs
await office.close()
const answer = { runs, nodeMs, databaseMs, cpuMs: nodeMs + databaseMs, wallMs }
if (values.json) console.log(JSON.stringify(answer))
else console.log(table([answer]))
process.exit(0)
