/** The demo office's cash box: filled at the bank, spent from, counted. */
import type { BankSeeding } from './bank.ts'

const keeper = 'Maria Lindqvist'
const sek = (amount: string) => ({ amount, currency: 'SEK' })

export async function seedCash({ act, people, today }: Pick<BankSeeding, 'act' | 'people' | 'today'>): Promise<void> {
  const keeperId = people.get(keeper)
  const { id } = await act(keeper, 'banking.open-cash-box', {
    name: 'Cash box at reception',
    ...(keeperId ? { keeperId } : {}),
  })
  const moves = [
    { what: 'from-bank', amount: sek('1500.00'), text: 'Fetched at the bank', days: 9 },
    { what: 'spent', amount: sek('129.00'), text: 'Coffee and milk', counterparty: 'ICA Majorna', days: 7 },
    { what: 'spent', amount: sek('240.00'), text: 'Flowers for the opening', counterparty: 'Blomsterboden', days: 4 },
    { what: 'received', amount: sek('200.00'), text: 'An old chair was sold', days: 2 },
  ]
  for (const { days, ...move } of moves)
    await act(keeper, 'banking.record-cash', { id, ...move, on: today.subtract({ days }).toString() })
  await act(keeper, 'banking.count-cash', {
    id,
    counted: sek('1330.00'),
    explanation: 'A crown too few, nobody knows why',
  })
}
