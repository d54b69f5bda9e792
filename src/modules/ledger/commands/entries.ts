/** Entries made and taken back by hand. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { requireBooks } from '../chart-facts.ts'
import { entryFromPaper, entryIsReversal, entryReversed, postEntry, reverseEntry } from '../contract.ts'
import { tellMoved, withdrawItems } from '../items.ts'
import { type Posted, postWishes } from '../posting.ts'
import { entryOf, isByHand, reverseEntries } from '../reversing.ts'
import { officeWords } from '../words.ts'

/** What an entry moves: the sum of its debits, in the currency of its first line. */
export function movedBy(lines: readonly { readonly amount: Money }[]): Money {
  const { currency } = lines[0]!.amount
  const minor = lines.reduce(
    (sum, { amount }) => (amount.currency === currency && amount.minor > 0n ? sum + amount.minor : sum),
    0n,
  )
  return { minor, currency }
}

export const answer = ({ id, series, number }: Posted) => ({ id, version: 1, series, number })

export const postEntryBody = implementCommand(postEntry, {
  load: requireBooks,
  weigh: ({ lines }) => ({ amount: movedBy(lines) }),
  async run(act, { on, text, lines, documentIds, rate }) {
    for (const id of documentIds ?? []) await requireVisible(act, id, ['document'])
    const parties = new Set(lines.flatMap(({ partyId }) => partyId ?? []))
    for (const id of parties) await requireVisible(act, id, ['organisation', 'person'])
    const [posted] = await postWishes(act, [{ book: 'general', on, text, lines, documentIds, rate }])
    await act.changeRecord(posted!.id, { search: { body: text } })
    return {
      output: { ...answer(posted!), version: 2 },
      undo: { command: 'ledger.reverse-entry', input: { id: posted!.id } },
    }
  },
})

export const reverseEntryBody = implementCommand(reverseEntry, {
  locks: ({ id, expectedVersion }) => [{ kind: 'ledger-entry', id, expectedVersion }],
  load: requireBooks,
  async run(act, input) {
    const entry = await entryOf(act, input.id)
    const { title } = act.locked(input.id)
    if (entry.reversed_by) act.refuse(entryReversed, { title })
    if (entry.reversal_of) act.refuse(entryIsReversal, { title })
    if (!isByHand(entry.key)) act.refuse(entryFromPaper, { title })
    await tellMoved(act, await withdrawItems(act, await itemKeysOf(act, entry.id)))
    const [posted] = await reverseEntries(act, [
      {
        entry,
        on: input.on ?? entry.posted_on,
        text: input.text ?? officeWords(act, 'text.reversal', { voucher: `${entry.series}${entry.number}` }),
      },
    ])
    await act.changeRecord(entry.id)
    return { output: answer(posted!) }
  },
})

/** Items that an entry itself stands for: those of opening balances. */
async function itemKeysOf(act: Act, entryId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from ledger.item where organisation_id = ${act.office.id} and record_id = ${entryId} and withdrawn_at is null`.execute(
    act.db(),
  )
  return rows.map(({ key }) => key)
}
