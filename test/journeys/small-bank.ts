/** The bank of the small office: an account, a run of one payment, a file with a line that nobody has matched. */
import { setTimeout as wait } from 'node:timers/promises'
import type { SignedIn } from '../../tools/testing/server.ts'
import { done, type Places, seen } from './small-office.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')

export async function fillBank(elin: SignedIn): Promise<Places> {
  const { mode } = await seen(elin, 'ledger.get-settings')
  if (mode === null)
    await done(elin, 'ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: `${today.year}-01-01` })
  const { id: accountId } = await done(elin, 'banking.add-account', {
    name: 'Company account',
    scheme: 'iban',
    number: 'SE4550000000058398257466',
  })
  const net = { amount: '1250.00', currency: 'SEK' }
  const facts = {
    supplierName: 'Nordic Paper AB',
    number: '4711',
    total: net,
    issuedOn: String(today),
    account: '5050-1055',
  }
  const bill = await done(elin, 'payables.enter-bill', { ...facts, dueOn: String(today.add({ days: 3 })) })
  await done(elin, 'payables.code-bill', { id: bill.id, lines: [{ text: 'Paper', net, account: '6110' }] })
  await done(elin, 'payables.approve-bill', { id: bill.id })
  const { id: runId } = await done(elin, 'banking.propose-run', { accountId, until: String(today.add({ days: 7 })) })
  const { id: boxId } = await done(elin, 'banking.open-cash-box', { name: 'Reception' })
  const held = { amount: '500.00', currency: 'SEK' }
  await done(elin, 'banking.record-cash', { id: boxId, what: 'from-bank', amount: held, text: 'Fetched at the bank' })
  const table = `Datum;Text;Belopp\r\n${today};Espresso House;-89,00\r\n`
  const fileId = await elin.store('bank.csv', Buffer.from(table))
  const { id } = await done(elin, 'banking.take-statement', { fileId, name: 'bank.csv', accountId })
  const deadline = performance.now() + 60_000
  for (;;) {
    const { record } = await seen(elin, 'banking.get-statement', { id })
    if (record.state !== 'waiting') break
    if (performance.now() > deadline) throw new Error('the statement has not been read for a minute')
    await wait(100)
  }
  return { '/bank': accountId, '/payments': runId, '/bank/files': id, '/cash': boxId }
}
