/** An office that keeps its books and pays its bills: opened, with accounts at the bank, and a mailbox of twenty bills. */
import { after } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type ImapFixture, imapServer } from '../../src/modules/documents/mailboxes/fixtures/imap-server.ts'
import type { SignedIn, TestServer } from '../../tools/testing/server.ts'
import { billMailbox, type MailedBill } from './bill-mailbox.ts'
import { done, invite, windowOf } from './small-office.ts'

export interface MoneyOffice {
  readonly server: TestServer
  readonly elin: SignedIn
  readonly johan: SignedIn
  /** Johan's own window. */
  readonly johansPage: Page
  readonly mailbox: ImapFixture
  readonly bills: readonly MailedBill[]
  /** Bank accounts by their currency. */
  readonly accounts: Readonly<Record<string, string>>
  readonly ibans: Readonly<Record<string, string>>
  readonly today: Temporal.PlainDate
}

/** What one unit is worth in kronor; what it is exactly matters to nobody here. */
const rates: Readonly<Record<string, string>> = { EUR: '11.05', NOK: '0.96', RON: '2.21', GBP: '13.10' }

/** Valid IBANs of the documentation of their countries. */
const ibans: Readonly<Record<string, string>> = {
  SEK: 'SE45 5000 0000 0583 9825 7466',
  EUR: 'NL91 ABNA 0417 1643 00',
  NOK: 'NO93 8601 1117 947',
  RON: 'RO49 AAAA 1B31 0075 9384 0000',
  GBP: 'GB29 NWBK 6016 1331 9268 19',
}

export async function furnishMoney(server: TestServer, browser: Browser): Promise<MoneyOffice> {
  const today = Temporal.Now.plainDateISO('Europe/Stockholm')
  const elin = await server.openOffice()
  const johan = await invite(server, elin, 'Johan Almgren', 'manager')
  // The oldest of the papers is a month old: in January the books of last year are still open.
  const first = today.subtract({ months: 2 })
  await done(elin, 'ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: `${first.year}-01-01` })
  if (today.year > first.year) await done(elin, 'ledger.open-year', {})
  for (const [currency, rate] of Object.entries(rates))
    await done(elin, 'ledger.set-rate', { currency, on: `${first}`, rate })
  const accounts: Record<string, string> = {}
  for (const [currency, number] of Object.entries(ibans)) {
    const name = `Account in ${currency}`
    const own = { town: 'Göteborg', country: 'SE', street: 'Norra Hamngatan 4', postalCode: '411 14' }
    const { id } = await done(elin, 'banking.add-account', { name, scheme: 'iban', number, currency, ...own })
    accounts[currency] = id
  }
  // A supplier of years, whose account everybody knows.
  await done(elin, 'directory.create-organisation', {
    name: 'Hisings Ventilation AB',
    accounts: [{ scheme: 'bankgiro', number: '5128-4412' }],
  })
  const mailbox = await imapServer()
  after(() => mailbox.close())
  const bills = await billMailbox(today)
  mailbox.mails = bills.map(({ mail }, index) => ({
    uid: index + 1,
    source: Buffer.from(mail.bytes).toString('latin1'),
  }))
  const johansPage = await (await windowOf(browser, server, johan)).newPage()
  return { server, elin, johan, johansPage, mailbox, bills, accounts, ibans, today }
}
