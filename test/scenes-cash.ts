/** The scenes of petty cash. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'
import { beginBooks } from './scenes-ledger.ts'

const sek = (amount: string) => ({ amount, currency: 'SEK' })
let made = 0

/** A cash box with 500 crowns in it. */
export async function newCashBox(office: Office, held = '500.00', name = `Box ${++made}`): Promise<string> {
  await beginBooks(office)
  const { id } = await office.act('banking.open-cash-box', { name })
  if (held !== '0.00')
    await office.act('banking.record-cash', { id, what: 'from-bank', amount: sek(held), text: `Fetched for ${name}` })
  return id
}

const box =
  (held?: string): Stage =>
  async office => ({ input: { id: await newCashBox(office, held) } })

export const cashScenes: Readonly<Record<string, Stage>> = {
  'banking.open-cash-box': async office => {
    await beginBooks(office)
    return {}
  },
  'banking.close-cash-box': box('0.00'),
  'banking.reopen-cash-box': async office => {
    const id = await newCashBox(office, '0.00')
    await office.act('banking.close-cash-box', { id })
    return { input: { id } }
  },
  'banking.take-back-cash': async office => {
    const id = await newCashBox(office)
    const { entryId } = await office.act('banking.record-cash', {
      id,
      what: 'spent',
      amount: sek('20.00'),
      text: 'Milk',
    })
    return { input: { id, entryId } }
  },
  // A count without a difference weighs nothing: this one has one.
  'banking.count-cash': async office => ({
    input: { id: await newCashBox(office), counted: sek('490.00'), explanation: 'Ten crowns are missing' },
  }),
}
