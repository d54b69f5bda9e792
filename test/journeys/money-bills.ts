/** The first half of the day of money: mails, papers, bills. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Hands } from './hands.ts'
import type { MoneyOffice } from './money-office.ts'
import { seen } from './small-office.ts'

/** Connects the mailbox as a person does, then waits for the machine. */
export async function takeFromMailbox(page: Page, hands: Hands, office: MoneyOffice): Promise<void> {
  const { server, elin, mailbox, bills } = office
  await page.goto(`${server.address}/documents/mailboxes`)
  await hands.reach(page.getByRole('button', { name: 'Connect a mailbox' }))
  await hands.press('Enter')
  const fields: readonly (readonly [label: string, value: string])[] = [
    ['What to call it', 'Bills'],
    ['Server', '127.0.0.1'],
  ]
  for (const [label, value] of fields) {
    await hands.reach(page.getByLabel(label, { exact: true }))
    await hands.type(value)
  }
  await page.getByLabel('Encryption').selectOption('none')
  for (const [label, value] of [
    ['Port', String(mailbox.port)],
    ['User name', 'office'],
    ['Password', 'right'],
  ] as const) {
    await hands.reach(page.getByLabel(label, { exact: true }))
    await page.keyboard.press('Control+a')
    await hands.type(value)
  }
  await hands.reach(page.getByRole('checkbox'))
  await hands.press('Space', 'Enter')
  const deadline = performance.now() + 180_000
  for (;;) {
    const { rows } = await seen(elin, 'documents.list-documents', { limit: 100 })
    const papers = rows.filter((row: { state: string; kind: string }) => row.kind !== 'mail')
    if (papers.length >= bills.length && rows.every((row: { state: string }) => row.state !== 'arrived')) return
    assert.ok(
      performance.now() < deadline,
      `only ${rows.length} papers are read: ${JSON.stringify(rows.map((r: { name: string; state: string; kind: string }) => [r.name, r.kind, r.state]))}`,
    )
    await wait(250)
  }
}

const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const isConfirming = (page: Page): boolean => /\/confirm\/[0-9a-f-]{36}$/.test(new URL(page.url()).pathname)

/** The pile, page beside fields: each paper is confirmed as it was read. */
export async function confirmBills(page: Page, hands: Hands, { server, elin }: MoneyOffice): Promise<void> {
  await page.goto(`${server.address}/in`)
  await page.getByRole('link', { name: 'Look through' }).waitFor()
  await hands.press('e')
  await page.waitForURL(/\/confirm\/[0-9a-f-]{36}$/)
  while (isConfirming(page)) {
    const id = idIn(page)
    const { record } = await seen(elin, 'documents.get-document', { id })
    await page.getByRole('heading', { level: 1, name: record.title, exact: true }).waitFor()
    await page.getByRole('heading', { name: 'When you confirm' }).waitFor()
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'))
    const allTheSame = page.getByLabel(/^Confirm it all the same/)
    if ((await allTheSame.count()) > 0) {
      await hands.reach(allTheSame)
      await hands.press('Space')
    }
    await hands.press('Control+Enter')
    await page.waitForURL(url => !url.pathname.endsWith(id))
  }
}

interface BillRow {
  readonly id: string
  readonly supplier: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly coding: string | null
  readonly total: { readonly amount: string; readonly currency: string }
}

const listed = async (office: MoneyOffice, input: Record<string, unknown> = {}): Promise<readonly BillRow[]> =>
  (await seen(office.elin, 'payables.list-bills', { limit: 100, ...input })).rows

/** What the odd ones of the mailbox must have become before anybody looks. */
async function assertSeen(office: MoneyOffice): Promise<void> {
  const rows = await listed(office)
  // The reminder is no bill of its own: nineteen of twenty papers are.
  assert.equal(rows.length, office.bills.length - 1, rows.map(row => `${row.supplier} ${row.number}`).join('; '))
  const alarmsOf = async (number: string) => {
    const all = await Promise.all(
      rows.filter(row => row.number === number).map(({ id }) => seen(office.elin, 'payables.get-bill', { id })),
    )
    return all.map(({ alarms }) => alarms.map(({ rule }: { rule: string }) => rule) as string[])
  }
  const [[fraud = []], twice, [reminded = []]] = [
    await alarmsOf('88214'),
    await alarmsOf('40718'),
    await alarmsOf('261104'),
  ]
  assert.ok(fraud.includes('account-changed'), fraud.join())
  assert.ok(
    twice.flat().some(rule => rule.startsWith('duplicate')),
    twice.join(' | '),
  )
  assert.ok(reminded.includes('reminded'), reminded.join())
  assert.equal(rows.filter(({ kind }) => kind === 'credit-note').length, 1)
}

/** What a bill from abroad is booked as, where nothing is proposed yet: services of the Union, services of elsewhere. */
const abroad: Readonly<Record<string, string>> = { EUR: 'IEUT', RON: 'IEUT', NOK: 'IOMT', GBP: 'IOMT' }

/** Each bill is opened; what is proposed is taken, what is not is typed. */
export async function codeBills(page: Page, hands: Hands, office: MoneyOffice): Promise<void> {
  await assertSeen(office)
  for (const { id, total } of await listed(office)) {
    await page.goto(`${office.server.address}/bills/${id}`)
    const first = page.getByLabel('Line 1: Account')
    await first.waitFor()
    const lines = await page.getByLabel(/^Line \d+: Account$/).all()
    for (const [index, account] of lines.entries()) {
      if ((await account.inputValue()) === '') {
        await hands.reach(account)
        await hands.type('6540')
      }
      const code = page.getByLabel(`Line ${index + 1}: VAT code`)
      // Tax that another country has charged is a cost like the rest.
      const taxed = Number(await page.getByLabel(`Line ${index + 1}: VAT`, { exact: true }).inputValue()) !== 0
      const usual = total.currency === 'SEK' ? 'I25' : taxed ? '' : abroad[total.currency]!
      if ((await code.inputValue()) === '') await code.selectOption(usual)
    }
    await hands.press('Control+Enter')
    await page.getByText('Waits for approval').first().waitFor()
  }
}

/** Says why in the dialog that a key opened, and sends it. */
async function sayWhy(page: Page, hands: Hands, field: string, words: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await hands.reach(dialog.getByLabel(field))
  await hands.type(words)
  await hands.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** Opens an act of the record that is looked at by its name. */
async function byPalette(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').waitFor()
  await hands.type(`>${name.toLowerCase()}`)
  await palette.getByRole('option', { name }).first().waitFor()
  await hands.press('Enter')
}

/** The hotel's bill is a receipt at once (fatura-recibo): it was paid at the desk, by card. */
async function notePaid(page: Page, hands: Hands, office: MoneyOffice): Promise<void> {
  const receipt = (await listed(office)).find(({ number }) => number === 'FR A26/9207')!
  await page.goto(`${office.server.address}/bills/${receipt.id}`)
  await page.getByRole('heading', { level: 1, name: receipt.supplier }).waitFor()
  await byPalette(page, hands, 'Paid already')
  const dialog = page.getByRole('dialog', { name: 'Paid already' })
  await dialog.waitFor()
  await dialog.getByLabel('How', { exact: true }).selectOption('card')
  await hands.reach(dialog.getByLabel('On', { exact: true }))
  await hands.type(String(office.today))
  await hands.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** The fraud is held, the copy is put aside, everything else is approved at once. */
export async function approveBills(page: Page, hands: Hands, office: MoneyOffice): Promise<void> {
  const rows = await listed(office)
  const fraud = rows.find(({ number }) => number === '88214')!
  await page.goto(`${office.server.address}/bills/${fraud.id}`)
  await page.getByRole('heading', { level: 1, name: fraud.supplier }).waitFor()
  await hands.press('h')
  await sayWhy(page, hands, 'Reason', 'They have not changed their bank.')
  const copy = rows.findLast(({ number }) => number === '40718')!
  await page.goto(`${office.server.address}/bills/${copy.id}`)
  await page.getByRole('heading', { level: 1, name: copy.supplier }).waitFor()
  await byPalette(page, hands, 'Not to be paid')
  await sayWhy(page, hands, 'Reason', 'It came twice.')
  await page.goto(`${office.server.address}/bills`)
  await page.getByRole('heading', { level: 1, name: 'Bills' }).waitFor()
  await page.getByRole('row').nth(3).waitFor()
  await hands.press('j', 'Control+a', 'p')
  await page.getByText(/Undo/).first().waitFor()
  await notePaid(page, hands, office)
}
