import { type Act, type InputOf, implementCommand } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { factsFor, requireBooks, type Settings } from '../chart-facts.ts'
import { currencyForeign, enterOpening, itemsDiffer, openingEntered } from '../contract.ts'
import { addItems } from '../items.ts'
import { postWishes } from '../posting.ts'
import { officeWords } from '../words.ts'
import { answer, movedBy } from './entries.ts'

type Input = InputOf<typeof enterOpening>

/** What customers owe one by one is what the account of customers says, and so with suppliers. */
async function requireItemsAgree(act: Act, { lines, items = [] }: Input, { currency }: Settings): Promise<void> {
  if (items.length === 0) return
  const facts = await factsFor(act, [
    { role: 'payables', amount: { minor: 0n, currency } },
    { role: 'receivables', amount: { minor: 0n, currency } },
  ])
  for (const [side, role, sign] of [
    ['payable', 'payables', -1n],
    ['receivable', 'receivables', 1n],
  ] as const) {
    const one = items.filter(item => item.side === side)
    if (one.length === 0) continue
    const account = facts?.roles.get(role)
    const owed = one.reduce((sum, { amount }) => sum + amount.minor * sign, 0n)
    const stands = lines.reduce((sum, line) => (line.account === account ? sum + line.amount.minor : sum), 0n)
    if (owed !== stands)
      act.refuse(itemsDiffer, {
        account: account ?? role,
        balance: `${decimalOfMoney({ minor: stands, currency })} ${currency}`,
        items: `${decimalOfMoney({ minor: owed, currency })} ${currency}`,
      })
  }
}

export const enterOpeningBody = implementCommand(enterOpening, {
  load: requireBooks,
  weigh: ({ lines }) => ({ amount: movedBy(lines) }),
  async run(act, input, settings) {
    const { on, lines, items = [] } = input
    for (const one of [...lines, ...items]) {
      const { currency } = ('worth' in one && one.worth) || one.amount
      if (currency !== settings.currency) act.refuse(currencyForeign, { currency, wanted: settings.currency })
    }
    for (const { partyId } of items) if (partyId) await requireVisible(act, partyId, ['organisation', 'person'])
    await requireItemsAgree(act, input, settings)
    const [posted] = await postWishes(act, [{ book: 'opening', on, text: officeWords(act, 'text.opening', {}), lines }])
    const { id, title } = posted!
    await addItems(
      act,
      items.map((item, n) => ({
        key: `ledger.opening:${id}:${n + 1}`,
        side: item.side,
        recordId: id,
        partyId: item.partyId ?? null,
        partyName: item.partyName,
        number: item.number ?? null,
        reference: item.reference ?? null,
        issuedOn: item.issuedOn,
        dueOn: item.dueOn,
        amount: item.amount,
        payTo: item.payTo ?? null,
        method: 'transfer',
        discount: null,
        ready: true,
        holdReason: null,
      })),
    )
    act.emit(openingEntered, { id, title, on, items: items.length }, [id])
    return { output: answer(posted!) }
  },
})
