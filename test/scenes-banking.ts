/** The scenes of bank accounts, payment runs and what the bank tells. */
import { ibanOf } from '../src/formats/references/international.ts'
import type { Office } from './office.ts'
import type { Scene, Stage } from './scenes.ts'
import { beginBooks } from './scenes-ledger.ts'
import { newBill } from './scenes-payables.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const sek = (amount: string) => ({ amount, currency: 'SEK' })
let made = 0

const iban = (): string => ibanOf('SE', `500${String(++made).padStart(17, '0')}`)

/** An account of the office, in crowns; no two have one number. */
export async function newBankAccount(office: Office, name: string): Promise<string> {
  await beginBooks(office)
  return (await office.act('banking.add-account', { name, scheme: 'iban', number: iban(), currency: 'SEK' })).id
}

/** Something ready to be paid; gives the item. */
async function owed(office: Office, name: string, supplierId?: string): Promise<string> {
  const lines = [{ text: 'Paper', net: sek('1000.00'), account: '6110' }]
  const known = supplierId ? { supplierId, supplierName: undefined } : {}
  const id = await newBill(office, name, [['payables.code-bill', { lines }], ['payables.approve-bill']], known)
  const { rows } = await office.superuser.query<{ id: string }>('select id from ledger.item where record_id = $1', [id])
  return rows[0]!.id
}

/** A run of one payment, brought as far as is said. */
export async function newRun(
  office: Office,
  name: string,
  upTo: 'proposed' | 'approved' | 'written' | 'handed-out' = 'proposed',
  more: { readonly payments?: number; readonly method?: 'file' | 'hand'; readonly supplierId?: string } = {},
): Promise<string> {
  await office.act('banking.change-settings', { fourEyes: false })
  const accountId = await newBankAccount(office, name)
  const itemIds: string[] = []
  for (let n = 0; n < (more.payments ?? 1); n++) itemIds.push(await owed(office, `${name} ${n}`, more.supplierId))
  const method = more.method ?? 'file'
  const { id } = await office.act('banking.propose-run', { accountId, itemIds, method })
  if (upTo === 'proposed') return id
  await office.act('banking.approve-run', { id })
  if (upTo === 'approved') return id
  await office.runJobs()
  if (upTo === 'handed-out') await office.act('banking.hand-out-run', { id })
  return id
}

/** A table of the bank with lines of these amounts. */
const table = (name: string, amounts: readonly string[]): Buffer =>
  Buffer.from(['Datum;Text;Belopp', ...amounts.map(amount => `${today};${name};${amount}`), ''].join('\r\n'))

/** A file of the bank that is read, or waits to be. */
export async function newStatement(office: Office, name: string, { read = true } = {}): Promise<string> {
  const accountId = await newBankAccount(office, name)
  return (await taken(office, accountId, name, ['-35,00', '12,50'], read)).id
}

async function taken(office: Office, accountId: string, name: string, amounts: readonly string[], read: boolean) {
  const bytes = table(name, amounts)
  const file = await office.kernel.files.put(office.owner.organisationId, bytes, { name: `${name}.csv` })
  const answer = await office.act('banking.take-statement', { fileId: file.id, name: `${name}.csv`, accountId })
  if (read) await office.runJobs()
  return answer as { id: string }
}

/** An account with a line that nobody has matched. */
async function withLine(office: Office): Promise<{ id: string; lineId: string }> {
  const name = `Line ${++made}`
  const id = await newBankAccount(office, name)
  await taken(office, id, name, ['-35,00'], true)
  const { rows } = await office.see('banking.list-lines', { accountId: id })
  return { id, lineId: rows[0].id }
}

const fee = (lineId: string, more: object = {}) => ({
  lines: [{ lineId, parts: [{ role: 'bank-fees', amount: sek('-35.00') }], ...more }],
})

const run =
  (...[upTo, more]: readonly [('proposed' | 'approved' | 'written' | 'handed-out')?, object?]): Stage =>
  async office => ({ input: { id: await newRun(office, `Run ${++made}`, upTo, more) } })

/** A run with the payment that the act is about. */
const payment =
  (...[upTo, more]: readonly [('proposed' | 'approved' | 'handed-out')?, object?]): Stage =>
  async office => {
    const id = await newRun(office, `Run ${++made}`, upTo, more)
    const { payments } = await office.see('banking.get-run', { id })
    return { input: { id, paymentId: payments[0].id } }
  }

/** A payment that was paid, to somebody who is told of payments. */
const paidPayment: Stage = async office => {
  const supplierId = await office.make.organisation()
  const email = `faktura${++made}@leverantor.example`
  await office.act('directory.add-email', { id: supplierId, kind: 'organisation', email, label: 'Faktura' })
  await office.act('banking.set-advice', { id: supplierId, adviceMode: 'offered' })
  const id = await newRun(office, `Advised ${++made}`, 'handed-out', { supplierId })
  await office.act('banking.confirm-run', { id, paidOn: today.toString(), reason: 'Seen at the bank' })
  const { payments } = await office.see('banking.get-run', { id })
  return { input: { id, paymentId: payments[0].id } }
}

const after =
  (stage: Stage, command: string, more: object = {}): Stage =>
  async office => {
    const { input } = (await stage(office)) as Scene
    await office.act(command, { ...input, ...more })
    return { input: input! }
  }

const waiting: Stage = async office => ({
  input: { id: await newStatement(office, `File ${++made}`, { read: false }) },
})

const matched =
  (more: object = {}): Stage =>
  async office => {
    const { id, lineId } = await withLine(office)
    await office.act('banking.match-lines', { id, ...fee(lineId, more) })
    return { input: { id, lineIds: [lineId] } }
  }

export const bankingScenes: Readonly<Record<string, Stage>> = {
  'banking.add-account': async () => ({ input: { number: iban() } }),
  'banking.reopen-account': async office => {
    const id = await newBankAccount(office, `Closed ${++made}`)
    await office.act('banking.close-account', { id })
    return { input: { id } }
  },
  'banking.propose-run': async office => ({
    input: { accountId: await newBankAccount(office, `From ${++made}`), itemIds: [await owed(office, `To ${++made}`)] },
  }),
  'banking.add-to-run': async office => ({
    input: { id: await newRun(office, `Run ${++made}`), itemIds: [await owed(office, `More ${++made}`)] },
  }),
  'banking.leave-out': payment('proposed', { payments: 2 }),
  'banking.change-payment': async office => {
    const { input } = await payment()(office)
    return { input: { ...input, payOn: today.add({ days: 3 }).toString(), amount: sek('500.00') } }
  },
  'banking.approve-run': run(),
  'banking.withdraw-run': run(),
  'banking.record-file': run('approved'),
  'banking.write-again': run('approved'),
  'banking.hand-out-run': run('written'),
  'banking.tick-payment': payment('approved', { method: 'hand', payments: 2 }),
  'banking.untick-payment': after(payment('approved', { method: 'hand', payments: 2 }), 'banking.tick-payment'),
  'banking.confirm-run': async office => {
    const { input } = await run('handed-out')(office)
    return { input: { ...input, paidOn: today.toString() } }
  },
  'banking.take-back-confirmation': after(run('handed-out'), 'banking.confirm-run', {
    paidOn: today.toString(),
    reason: 'Seen at the bank',
  }),
  'banking.reject-payment': payment('handed-out'),
  'banking.send-advice': paidPayment,
  'banking.send-advices': async office => {
    const { input } = (await paidPayment(office)) as Scene
    return { input: { id: input!['id'] } }
  },
  'banking.note-advice': after(paidPayment, 'banking.send-advice'),
  'banking.read-again': async office => {
    const { id } = await office.act('banking.take-statement', { fileId: await office.make.file() })
    await office.runJobs()
    return { input: { id } }
  },
  'banking.record-statement': waiting,
  'banking.record-unread': waiting,
  'banking.record-status': waiting,
  'banking.match-lines': async office => {
    const { id, lineId } = await withLine(office)
    return { input: { id, ...fee(lineId) } }
  },
  'banking.unmatch-lines': matched(),
  'banking.ask-about-line': async office => ({ input: await withLine(office) }),
  'banking.forget-rule': async office => {
    const { input } = await matched({ remember: true })(office)
    const { rules } = await office.see('banking.get-account', { id: input!['id'] })
    return { input: { id: input!['id'], ruleId: rules[0].id } }
  },
}

/** An account whose lines bear the mark of the office. */
const accountWithLines: Stage = async office => {
  const { accountId } = await office.see('banking.get-statement', { id: await office.make.bankStatement() })
  return { input: { accountId } }
}

export const bankingQuestions: Readonly<Record<string, Stage>> = {
  'banking.preview-run': async office => {
    await owed(office, `Due ${await office.make.organisation()}`)
    return { input: { accountId: await office.make.bankAccount(), until: today.add({ days: 60 }).toString() } }
  },
  'banking.get-advice': paidPayment,
  'banking.list-lines': accountWithLines,
  'banking.list-to-match': accountWithLines,
  'banking.file-of': async ({ make }) => ({ input: { id: await make.bankStatement() } }),
}

/** Asked by the jobs of banking alone. */
export const bankingJobs = [
  'banking.run-to-write',
  'banking.statement-to-read',
  'banking.run-of-message',
  'banking.advice-to-send',
  'banking.day-of-account',
] as const
