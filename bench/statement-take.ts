/**
 * A statement of 10,000 lines through the house: the file read, its lines stored by one act, and each proposed a match among
 * 5,000 open items. `node bench/statement-take.ts [--lines n] [--json]`
 */
import { parseArgs } from 'node:util'
import { newId } from '../src/kernel/ids.ts'
import { openLines } from '../src/modules/banking/line-row.ts'
import { proposalsFor } from '../src/modules/banking/proposals.ts'
import { accountOf } from '../src/modules/banking/account-row.ts'
import { bankOffice, camt, insertRecord, tell } from '../src/modules/banking/testing.ts'
import type { View } from '../src/kernel/implement.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, lines: { type: 'string', default: '10000' } } })
const count = Number(values.lines)
const items = Math.floor(count / 2)

const it = await bankOffice()
const { office, elin, organisationId, accountId } = it
const days = (n: number) => `2026-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, '0')}`
const amountOf = (n: number) => `${100 + (n % 4000)}.${String(n % 100).padStart(2, '0')}`

for (let from = 0; from < items; from += 1000) {
  const wishes = []
  for (let n = from; n < Math.min(items, from + 1000); n++) {
    const recordId = await insertRecord(office, organisationId, 'invoice', `Invoice ${n}`)
    wishes.push({
      key: `bench:${newId()}`,
      side: 'receivable' as const,
      recordId,
      partyId: null,
      partyName: `Customer ${n} AB`,
      number: String(100_000 + n),
      reference: null,
      issuedOn: '2026-01-01',
      dueOn: '2026-01-31',
      amount: { amount: amountOf(n), currency: 'SEK' },
      payTo: null,
      method: 'none' as const,
      discount: null,
      ready: true,
      holdReason: null,
    })
  }
  await office.done(tell, { items: wishes }, elin)
}
const lines = Array.from({ length: count }, (_, n) =>
  n < items
    ? { on: days(n), amount: amountOf(n), name: `Customer ${n}`, text: `invoice ${100_000 + n}` }
    : { on: days(n), amount: `-${amountOf(n)}`, name: `Shop ${n % 200}`, text: `Card ${n}` },
).toSorted((a, b) => a.on.localeCompare(b.on))
const bytes = Buffer.from(camt(lines, { id: 'BENCH' }))

const began = performance.now()
await it.takeFile(bytes, 'bench.xml')
const stored = performance.now()
const system = office.kernel.viewing(
  { organisationId, principalId: elin.id, mandateId: null, requestId: newId() },
  async (view: View) => {
    const account = await accountOf(view as never, accountId)
    const open = await openLines(view as never, accountId, count)
    return { open: open.length, found: (await proposalsFor(view, account, open)).size }
  },
)
const { open, found } = await system
const matched = performance.now()
const again = performance.now()
await it.takeFile(bytes, 'again.xml')
const reread = performance.now() - again
const { rows } = await office.superuser.query<{ n: number }>(
  'select count(*)::int as n from banking.line where account_id = $1',
  [accountId],
)
await office.close()
if (open !== count || rows[0]!.n !== count || found < items)
  throw new Error(`${open} stored, ${rows[0]!.n} after reading again, ${found} proposed`)
const figures = {
  lines: count,
  items,
  read_and_stored_s: (stored - began) / 1000,
  matched_s: (matched - stored) / 1000,
  total_s: (matched - began) / 1000,
  read_again_s: reread / 1000,
  proposed: found,
}
console.log(values.json ? JSON.stringify(figures) : figures)
