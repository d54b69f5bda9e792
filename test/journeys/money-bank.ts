/** The second half of the day of money: payment files, the bank's statements, the books closed. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { type Hands, handsOn } from './hands.ts'
import type { MoneyOffice } from './money-office.ts'
import { seen } from './small-office.ts'

/** A payment as its file orders it. */
export interface Ordered {
  readonly endToEnd: string
  readonly amount: string
  readonly payee: string
}

const text = (xml: string, name: string): string => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

const ordersOf = (file: string): Ordered[] =>
  (file.match(/<CdtTrfTxInf>[\s\S]*?<\/CdtTrfTxInf>/g) ?? []).map(one => ({
    endToEnd: text(one, 'EndToEndId'),
    amount: text(one, 'InstdAmt'),
    payee: text(/<Cdtr>[\s\S]*?<\/Cdtr>/.exec(one)?.[0] ?? '', 'Nm'),
  }))

/** A run for each currency: looked at, proposed, asked for; the manager approves at his desk; then their files are handed out. */
export async function payBills(page: Page, hands: Hands, office: MoneyOffice): Promise<ReadonlyMap<string, Ordered[]>> {
  const until = office.today.add({ days: 60 })
  const runs = new Map<string, string>()
  for (const [currency, id] of Object.entries(office.accounts)) {
    await page.goto(`${office.server.address}/payments/propose?account=${id}&until=${until}`)
    await page.getByRole('button', { name: /^Propose / }).waitFor()
    await hands.press('Control+Enter')
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: /^Approve/ }).waitFor()
    await hands.press('e')
    await page.getByText('Asked for approval').first().waitFor()
    runs.set(currency, page.url())
  }
  await approveRuns(office)
  const files = new Map<string, Ordered[]>()
  for (const [currency, address] of runs) {
    await page.goto(address)
    await page.getByRole('button', { name: /Hand out the file/ }).waitFor()
    await page.waitForFunction(() => !document.body.innerText.includes('the file is being written'))
    const download = page.waitForEvent('download')
    await hands.press('e')
    const orders = ordersOf(await readFile(await (await download).path(), 'utf8'))
    assert.ok(orders.length > 0, `no payment in the file of ${currency}`)
    files.set(currency, orders)
  }
  return files
}

/** The second pair of eyes: what waits for Johan, one after the other. */
async function approveRuns({ johansPage: page, server, johan }: MoneyOffice): Promise<void> {
  const hands = handsOn(page)
  const { rows } = await seen(johan, 'authority.list-approvals', { limit: 100 })
  for (const { id } of rows as { id: string }[]) {
    await page.goto(`${server.address}/approvals/${id}`)
    await page.getByRole('heading', { name: 'When you approve' }).waitFor()
    await hands.press('p')
    await page.getByRole('main').getByText('Approved').first().waitFor()
  }
}

/** What the bank would answer: a camt.053 written here, by nobody who knows how it will be read. */
function statementOf(iban: string, currency: string, on: Temporal.PlainDate, orders: readonly Ordered[]): string {
  const sum = orders.reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0)
  const figure = (cents: number) => (cents / 100).toFixed(2)
  const balance = (code: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${figure(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`
  const opening = sum + 100_000
  const entries = orders.map(
    ({ endToEnd, amount, payee }, index) =>
      `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>${currency}${index}</AcctSvcrRef><BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>${endToEnd}</EndToEndId></Refs><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Cdtr><Nm>${payee}</Nm></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>S${currency}</MsgId><CreDtTm>${on}T18:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>${on}T18:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>${balance('OPBD', opening)}${balance('CLBD', 100_000)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`
}

/** The bank's files come in at once; on each account the sure ones go by one press. */
export async function readBack(
  page: Page,
  hands: Hands,
  office: MoneyOffice,
  files: ReadonlyMap<string, Ordered[]>,
): Promise<void> {
  await page.goto(`${office.server.address}/bank/files`)
  const asked = page.waitForEvent('filechooser')
  await hands.reach(page.getByRole('button', { name: 'Take in a bank file' }).first())
  await hands.press('Enter')
  const chooser = await asked
  const statements = [...files].map(([currency, orders]) => ({
    name: `${currency}.xml`,
    mimeType: 'application/xml',
    buffer: Buffer.from(statementOf(office.ibans[currency]!.replaceAll(' ', ''), currency, office.today, orders)),
  }))
  await chooser.setFiles(statements)
  await page
    .getByText(/^\d+ new of \d+$/)
    .nth(statements.length - 1)
    .waitFor({ timeout: 60_000 })
  for (const [currency, id] of Object.entries(office.accounts)) {
    await page.goto(`${office.server.address}/bank?account=${id}`)
    await page
      .getByRole('button', { name: /^Match the (sure one|\d+ sure ones)/ })
      .first()
      .waitFor({ timeout: 60_000 })
    await hands.press('Shift+Enter')
    await page.getByText('Every line is matched', { exact: false }).first().waitFor()
    void currency
  }
  const { rows } = await seen(office.elin, 'payables.list-bills', { limit: 100 })
  // The fraud is held; the credit note waits for a bill to be set off against.
  const left = rows.filter((row: { state: string }) => !['paid', 'withdrawn'].includes(row.state))
  assert.deepEqual(
    left.map((row: { number: string }) => row.number),
    ['88214', '177140391'],
  )
}

/** Whatever stands in the books rests on a record, and a bill on its paper. */
async function assertPapers({ elin }: MoneyOffice): Promise<void> {
  const { rows, total } = await seen(elin, 'ledger.list-entries', { limit: 200 })
  assert.ok(rows.length === total && total > 30, `${total} entries`)
  for (const { id } of rows as { id: string }[]) {
    const { record, source, documents, series } = await seen(elin, 'ledger.get-entry', { id })
    // The settlement of the VAT sums up what the others rest on.
    if (record.title.includes('VAT')) continue
    assert.ok(source || documents.length > 0, `${series} ${record.title} rests on nothing`)
    if (source?.kind !== 'bill') continue
    const { documents: papers } = await seen(elin, 'payables.get-bill', { id: source.id })
    assert.ok(papers.length > 0, `${record.title} has no paper`)
  }
}

/** The VAT of the time is settled, which locks it. */
export async function closeBooks(page: Page, hands: Hands, office: MoneyOffice): Promise<void> {
  const from = office.today.subtract({ months: 2 }).with({ day: 1 })
  const until = office.today.with({ day: office.today.daysInMonth })
  await page.goto(`${office.server.address}/books/vat?from=${from}&until=${until}`)
  await hands.reach(page.getByRole('button', { name: /Settle/ }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await hands.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByText(/Settled/)
    .first()
    .waitFor()
  await assertPapers(office)
}
