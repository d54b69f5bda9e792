import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { type Money, moneyFromDecimal } from '../../../kernel/money.ts'
import { requireColleague } from '../../../kernel/named.ts'
import type { BookWish } from '../../ledger/contract.ts'
import { moneyOf, requireLedgerAccount, wordedAmount } from '../account-row.ts'
import * as c from '../contract.ts'
import { officeWords } from '../words.ts'
import { boxOf, enter, entryKey, linesOf, requireAmount, requireOpenBox } from './box-row.ts'

type Piece = { readonly value: string; readonly count: number }

/** What the notes and coins make; null where one of them has more decimals than the currency. */
function sumOfPieces(pieces: readonly Piece[], currency: string): Money | null {
  try {
    const minor = pieces.reduce((sum, one) => sum + moneyFromDecimal(one.value, currency).minor * BigInt(one.count), 0n)
    return { minor, currency }
  } catch {
    return null
  }
}

const apart = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b)

export const countCashBody = implementCommand(c.countCash, {
  locks: ({ id, expectedVersion }) => [{ kind: 'cash-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  // What weighs is the money that nobody finds, or finds too much of.
  weigh: ({ counted }, box) => ({ amount: moneyOf(apart(counted.minor, box.balance_minor), counted.currency) }),
  async run(act, { id, counted, pieces = [], witnessId, explanation, account }, box) {
    requireOpenBox(act, box)
    requireAmount(act, box, counted, true)
    if (witnessId === act.principal.id) act.refuse(c.cashWitnessSame)
    const sum = pieces.length > 0 ? sumOfPieces(pieces, box.currency) : counted
    if (sum?.minor !== counted.minor)
      act.refuse(c.cashPiecesDiffer, { sum: sum ? wordedAmount(sum) : '–', counted: wordedAmount(counted) })
    const difference = moneyOf(counted.minor - box.balance_minor, box.currency)
    if (difference.minor !== 0n && !explanation)
      act.refuse(c.cashDifferenceUnexplained, { difference: wordedAmount(difference) })
    await requireLedgerAccount(act, account)
    await requireColleague(act, witnessId, c.personUnknown)
    const { title } = act.locked(id)
    const entryId = difference.minor === 0n ? null : act.newId()
    const text = officeWords(act, 'cash.difference', { title }).slice(0, 300)
    if (entryId)
      await enter(act, box, {
        id: entryId,
        what: 'difference',
        on: act.today,
        minor: difference.minor,
        text,
        account: account ?? null,
      })
    await sql`
      insert into banking.cash_count (organisation_id, box_id, id, on_day, counted_minor, booked_minor, pieces, explanation, entry_id,
        counted_by_id, witness_id, counted_at)
      values (${act.office.id}, ${id}, ${act.newId()}, ${act.today}, ${counted.minor}, ${box.balance_minor}, ${JSON.stringify(pieces)}::jsonb,
        ${explanation ?? null}, ${entryId}, ${act.principal.id}, ${witnessId ?? null}, ${act.at})`.execute(act.db())
    const version = await act.changeRecord(id)
    const other = {
      ...(account ? { account } : { role: 'rounding' as const }),
      amount: moneyOf(-difference.minor, box.currency),
    }
    const book: BookWish[] = entryId
      ? [
          {
            key: entryKey(entryId),
            book: 'cash',
            on: act.today,
            text,
            sourceId: id,
            lines: linesOf(box, difference.minor, other),
          },
        ]
      : []
    act.emit(c.cashCounted, { id, title, counted, difference, ...(book.length > 0 ? { book } : {}) }, [id])
    return { output: { id, version, difference } }
  },
})
