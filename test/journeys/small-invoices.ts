/** An invoice that went out and was paid in part, a quote, and a price, in an office whose books have begun. */
import type { SignedIn } from '../../tools/testing/server.ts'
import { done } from './small-office.ts'

export async function fillInvoices(elin: SignedIn): Promise<Readonly<Record<string, string>>> {
  await done(elin, 'receivables.set-invoicing', {
    town: 'Göteborg',
    companyNumber: '556036-0793',
    bankgiro: '5050-1055',
    interestRates: [{ fromOn: '2026-01-01', percent: '10' }],
  })
  await done(elin, 'receivables.set-price', { text: 'Advice', unit: 'hour', price: '1150', vatCode: 'U25' })
  const { id: customerId } = await done(elin, 'directory.create-organisation', {
    name: 'Kustfast AB',
    addresses: [{ street: 'Hamngatan 1', postcode: '411 06', city: 'Göteborg', country: 'SE' }],
  })
  const lines = [{ text: 'Advice', quantity: '4', unit: 'hour', price: '1150', vatCode: 'U25' }]
  const { id } = await done(elin, 'receivables.create-invoice', { customerId, lines, subject: 'November' })
  await done(elin, 'receivables.issue-invoice', { id })
  await done(elin, 'receivables.send-invoice', { id, sendBy: 'print' })
  await done(elin, 'receivables.note-payment', { id, amount: { amount: '1000.00', currency: 'SEK' } })
  const quote = await done(elin, 'receivables.create-quote', { customerId, lines })
  const recurring = await done(elin, 'receivables.create-recurring', {
    customerId,
    rhythm: 'quarter',
    firstOn: Temporal.Now.plainDateISO().add({ days: 20 }).toString(),
    period: 'following',
    subject: 'Advice',
    lines,
  })
  const ahead = { id: recurring.id, fromOn: '2127-01-01', indexWas: '415.5', indexNow: '421' }
  await done(elin, 'receivables.raise-recurring', ahead)
  await done(elin, 'receivables.skip-turn', { id: recurring.id })
  return {
    '/invoices': id,
    '/quotes': quote.id,
    '/recurring-invoices': recurring.id,
    '/invoices/customers': customerId,
  }
}
