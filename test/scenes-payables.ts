/** The scenes of bills. */
import type { Office } from './office.ts'
import type { Scene, Stage } from './scenes.ts'
import { beginBooks } from './scenes-ledger.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const sek = (amount: string) => ({ amount, currency: 'SEK' })
let bills = 0

type Done = readonly [command: string, input?: object]
const coded: Done = ['payables.code-bill', { lines: [{ text: 'Paper', net: sek('1000.00'), account: '6110' }] }]
const approved: Done = ['payables.approve-bill']

/** A bill over 1,000 SEK of today, to which acts were done one after the other; no two have one number. */
export async function newBill(
  office: Office,
  name: string,
  acts: readonly Done[] = [],
  facts: object = {},
): Promise<string> {
  await beginBooks(office)
  const { id } = await office.act('payables.enter-bill', {
    supplierName: name,
    number: `N${++bills}`,
    total: sek('1000.00'),
    issuedOn: today.toString(),
    dueOn: today.add({ days: 30 }).toString(),
    account: '5128-4412',
    ...facts,
  })
  for (const [command, input] of acts) await office.act(command, { id, ...input })
  return id
}

const bill =
  (...acts: readonly Done[]): Stage =>
  async office => ({ input: { id: await newBill(office, `Scene ${++bills} AB`, acts) } })

/** Posted, and for a year from today on. */
const yearly =
  (...acts: readonly Done[]): Stage =>
  async office => {
    const time = { periodFrom: today.toString(), periodTo: today.add({ years: 1 }).subtract({ days: 1 }).toString() }
    return { input: { id: await newBill(office, `Year ${++bills} AB`, [coded, approved, ...acts], time) } }
  }

/** Has an account that its supplier never had. */
async function changedAccount(office: Office): Promise<string> {
  await beginBooks(office)
  const supplierId = await office.make.organisation()
  await newBill(office, '', [coded, approved], { supplierId, supplierName: undefined })
  return newBill(office, '', [], { supplierId, supplierName: undefined, account: 'LT77 3990 0014 8223 0517' })
}

/** Came after it was due. */
const late = { issuedOn: today.subtract({ days: 20 }).toString(), dueOn: today.subtract({ days: 5 }).toString() }
const alarmed = async (office: Office, ...acts: readonly Done[]): Promise<Scene> => ({
  input: { id: await newBill(office, `Late ${++bills} AB`, acts, late) },
})

const paid: Stage = async office => {
  const id = await newBill(office, `Paid ${++bills} AB`, [coded, approved])
  await office.act('payables.mark-paid', { id, how: 'card', on: today.toString() })
  const { payments } = await office.see('payables.get-bill', { id })
  return { input: { id, paymentId: payments[0].id } }
}

const paper: Stage = async office => {
  await beginBooks(office)
  return { input: { documentId: await office.make.confirmed() } }
}

/** A bill made of a paper, by the paper's id. */
const ofPaper: Stage = async office => {
  const { input } = await paper(office)
  const { rows } = await office.superuser.query<{ id: string }>('select id from payables.bill where document_id = $1', [
    input!['documentId'],
  ])
  return { input: { id: rows[0]!.id, what: 'reopened' } }
}

/** A bill that a colleague was asked about. */
const asked: Stage = async office => {
  const id = await office.make.bill()
  const { questionId } = await office.act('payables.ask-colleague', { id, askedOf: 'Per-Olof', question: 'Right?' })
  return { input: { id, questionId } }
}

/** Posts by hand for as long as it takes to make a bill that is not posted. */
const unposted: Stage = async office => {
  await office.act('payables.set-settings', { postOn: 'hand' })
  const id = await newBill(office, `Unposted ${++bills} AB`, [coded, approved])
  await office.act('payables.set-settings', { postOn: 'approval' })
  return { input: { id } }
}

/** An agreement whose next bill is expected in a month, or on another day. */
export const newAgreement = async (office: Office, name: string, facts: object = {}): Promise<string> =>
  (
    await office.act('payables.create-agreement', {
      name,
      about: 'rent',
      supplierName: `${name} AB`,
      usualFrom: sek('4200.00'),
      rhythm: 'month',
      nextOn: today.add({ days: 30 }).toString(),
      ...facts,
    })
  ).id

/** What goes to the accountant of this month: a bill of its own, and whatever waits beside it. */
export async function newParcel(office: Office, name: string, { ready = true } = {}): Promise<string> {
  await newBill(office, name, [coded, approved])
  const { id } = await office.act('payables.make-parcel', { month: today.toString() })
  if (ready) await office.runJobs()
  return id
}

const parcel =
  (ready = true): Stage =>
  async office => ({ input: { id: await newParcel(office, `Parcel ${++bills} AB`, { ready }) } })

/** What only jobs ask. */
export const parcelJobs: readonly string[] = ['payables.parcel-to-write', 'payables.parcel-letter']

export const payablesScenes: Readonly<Record<string, Stage>> = {
  'payables.enter-bill': async office => {
    await beginBooks(office)
    return { input: { number: `N${++bills}`, issuedOn: today.toString() } }
  },
  'payables.take-bill': paper,
  'payables.follow-paper': paper,
  'payables.follow-bill': ofPaper,
  'payables.code-bill': async office => ({
    input: {
      id: await newBill(office, `Code ${++bills} AB`),
      lines: [{ text: 'Ventilation', net: sek('1000.00'), account: '5170' }],
    },
  }),
  'payables.approve-bill': bill(coded),
  'payables.post-bill': unposted,
  'payables.spread-bill': yearly(),
  'payables.stop-spreading': yearly(['payables.spread-bill']),
  'payables.take-back-approval': bill(coded, approved),
  'payables.take-back-coding': bill(coded),
  'payables.release-bill': bill(['payables.hold-bill', { reason: 'Wait' }]),
  'payables.confirm-account': async office => ({ input: { id: await changedAccount(office) } }),
  'payables.settle-alarm': office => alarmed(office),
  'payables.reopen-alarm': office =>
    alarmed(office, ['payables.settle-alarm', { rule: 'due-past', how: 'seen', said: 'By post' }]),
  'payables.mark-paid': async office => ({
    input: { id: await newBill(office, `Pay ${++bills} AB`, [coded, approved]), on: today.toString() },
  }),
  'payables.take-back-payment': paid,
  'payables.set-off-credit': async office => {
    const supplierName = `Credit ${++bills} AB`
    const id = await newBill(office, supplierName, [coded, approved], { kind: 'credit-note' })
    return { input: { id, billId: await newBill(office, supplierName, [coded, approved]) } }
  },
  'payables.make-parcel': async office => {
    await newBill(office, `Sent ${++bills} AB`, [coded, approved])
    return { input: { month: today.toString() } }
  },
  'payables.record-parcel': parcel(false),
  'payables.send-parcel': parcel(),
  'payables.record-parcel-sent': parcel(),
  'payables.withdraw-parcel': parcel(),
  'payables.withdraw-question': asked,
  'payables.record-answer': asked,
  'payables.record-question-sent': asked,
  'payables.restore-bill': bill(['payables.withdraw-bill', { reason: 'A copy' }]),
  'payables.note-settled': bill(coded, approved),
  'payables.resume-agreement': async office => {
    const id = await office.make.agreement()
    await office.act('payables.end-agreement', { id })
    return { input: { id } }
  },
  'payables.remove-approver': async office => {
    const approverId = await office.make.principal()
    const { id } = await office.act('payables.set-approver', { dimension: 'cost', value: `V${++bills}`, approverId })
    return { input: { ruleId: id } }
  },
}

/** Three bills of a supplier, a month apart. */
const monthly: Stage = async office => {
  const supplierId = await office.make.organisation()
  for (const months of [3, 2, 1]) {
    const issuedOn = today.subtract({ months }).toString()
    await newBill(office, '', [], { supplierId, supplierName: undefined, issuedOn })
  }
  return {}
}

export const payablesQuestions: Readonly<Record<string, Stage>> = {
  'payables.parcel-file': parcel(),
  'payables.list-parcels': async office => {
    await office.make.parcel()
    return {}
  },
  'payables.preview-parcel': async office => {
    await newBill(office, `Waits ${++bills} AB`, [coded, approved])
    return { input: { month: today.toString() } }
  },
  'payables.question-letter': asked,
  'payables.list-agreements': async office => {
    await office.make.agreement()
    return {}
  },
  'payables.propose-agreements': monthly,
  'payables.list-bills': async office => {
    await office.make.bill()
    return {}
  },
  'payables.money-today': async office => {
    await office.make.bill()
    return {}
  },
}
