/** The scenes of quotes, invoices and reminders. */
import { newId } from '../src/kernel/ids.ts'
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'
import { beginBooks } from './scenes-ledger.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const sek = (amount: string) => ({ amount, currency: 'SEK' })
const line = { text: 'Hours', quantity: '2', unit: 'hour', price: '1000', vatCode: 'U25' }
const here = [{ street: 'Hamngatan 1', postcode: '411 06', city: 'Göteborg', country: 'SE' }]

/** Books begun, and what must stand on every invoice. */
async function ready(office: Office): Promise<void> {
  await beginBooks(office)
  await office.act('receivables.set-invoicing', {
    town: 'Göteborg',
    companyNumber: '556036-0793',
    bankgiro: '5050-1055',
    interestRates: [{ fromOn: '2020-01-01', percent: '10' }],
  })
}

type Done = readonly [command: string, input?: object]
const issued: Done = ['receivables.issue-invoice']

/** The draft of an invoice over 2,500 SEK, to which acts were done one after the other. */
export async function newInvoice(office: Office, acts: readonly Done[] = []): Promise<string> {
  await ready(office)
  const customerId = await office.make.organisation({ addresses: here })
  const { id } = await office.act('receivables.create-invoice', { customerId, lines: [line] })
  for (const [command, input] of acts) await office.act(command, { id, ...input })
  return id
}

export async function newQuote(office: Office, acts: readonly Done[] = []): Promise<string> {
  await ready(office)
  const customerId = await office.make.organisation({ addresses: here })
  const { id } = await office.act('receivables.create-quote', { customerId, lines: [line] })
  for (const [command, input] of acts) await office.act(command, { id, ...input })
  return id
}

const invoice =
  (...acts: readonly Done[]): Stage =>
  async office => ({ input: { id: await newInvoice(office, acts) } })
const quote =
  (...acts: readonly Done[]): Stage =>
  async office => ({ input: { id: await newQuote(office, acts) } })

/** An invoice that comes again in a month. */
export async function newRecurring(office: Office, acts: readonly Done[] = [], more: object = {}): Promise<string> {
  await ready(office)
  const customerId = await office.make.organisation({ addresses: here })
  const firstOn = today.add({ months: 1 }).toString()
  const facts = { customerId, rhythm: 'month', firstOn, subject: 'Rent of the attic', lines: [line], ...more }
  const { id } = await office.act('receivables.create-recurring', facts)
  for (const [command, input] of acts) await office.act(command, { id, ...input })
  return id
}

const recurring =
  (...acts: readonly Done[]): Stage =>
  async office => ({ input: { id: await newRecurring(office, acts) } })
const turn = async (office: Office) => ({
  input: { id: await newRecurring(office), on: today.add({ months: 1 }).toString() },
})

/** How a network is reached whose secret was sealed; nothing is listening there. */
async function networkFacts({ pool, owner }: Office): Promise<Record<string, string>> {
  const secretId = await sealSecret({ pool }, owner.organisationId, { secret: '{}', purpose: 'a scene' })
  return { network: 'peppol', url: 'https://provider.example/api', participant: '0007:5566778899', secretId }
}
const withNetwork = async (office: Office): Promise<void> => {
  await office.act('receivables.connect-network', await networkFacts(office))
}

/** An issued invoice that keeps the rules of Peppol, handed to the network as far as these acts go. */
async function handedOver(office: Office, acts: readonly string[]): Promise<string> {
  await ready(office)
  await withNetwork(office)
  await office.act('receivables.set-invoicing', { vatNumber: 'SE556036079301' })
  const customerId = await office.make.organisation({ addresses: here, companyNumber: '556036-0793' })
  const facts = { customerId, lines: [line], yourReference: 'Eva' }
  const { id } = await office.act('receivables.create-invoice', facts)
  await office.act('receivables.issue-invoice', { id })
  for (const act of acts)
    await office.act(act, { id }, act === 'receivables.begin-delivery' ? office.system : undefined)
  return id
}
const handed =
  (...acts: readonly string[]): Stage =>
  async office => ({ input: { id: await handedOver(office, acts) } })

const withItem =
  (...acts: readonly Done[]): Stage =>
  async office => {
    const id = await newInvoice(office, [issued])
    const { itemId } = await office.see('receivables.get-invoice', { id })
    for (const [command, input] of acts) await office.act(command, { id, itemId, ...input })
    return { input: { id, itemId } }
  }

/** A customer who owes since long ago, as it was taken over from other books. */
async function owing(office: Office): Promise<string> {
  await ready(office)
  const partyId = await office.make.organisation({ addresses: here })
  const { rows } = await office.superuser.query('select name from directory.party where id = $1', [partyId])
  await office.act('ledger.enter-opening-balances', {
    on: today.with({ month: 1, day: 1 }).toString(),
    lines: [
      { account: '1510', amount: sek('1000.00') },
      { account: '2081', amount: sek('-1000.00') },
    ],
    items: [
      {
        side: 'receivable',
        partyId,
        partyName: rows[0].name,
        number: `O ${partyId.slice(-6)}`,
        issuedOn: '2025-01-01',
        dueOn: '2025-01-31',
        amount: sek('1000.00'),
      },
    ],
  })
  return partyId
}

/** One of them reminded, with a fee: the letter, the item, and the record it stands for. */
async function reminded(office: Office): Promise<{ id: string; itemId: string; reminderId: string }> {
  const customerId = await owing(office)
  await office.act('receivables.send-reminders', { customerIds: [customerId], sendBy: 'print' })
  const { rows } = await office.superuser.query(
    `select l.record_id as id, l.item_id as "itemId", l.reminder_id as "reminderId" from receivables.reminder_line l
     join receivables.reminder m on m.organisation_id = l.organisation_id and m.id = l.reminder_id where m.customer_id = $1`,
    [customerId],
  )
  return rows[0]
}

const paid: Stage = async office => {
  const id = await newInvoice(office, [issued])
  const { paymentId } = await office.act('receivables.note-payment', { id, amount: sek('100.00') })
  return { input: { id, paymentId } }
}

const moved: Stage = async office => {
  const id = await newInvoice(office, [issued])
  const { itemId } = await office.see('receivables.get-invoice', { id })
  const item = {
    itemId,
    key: `receivables.invoice:${id}`,
    recordId: id,
    side: 'receivable',
    amount: sek('2500.00'),
    remaining: sek('2500.00'),
    state: 'open',
    on: today.toString(),
  }
  return { input: { items: [item] } }
}

export const receivablesScenes: Readonly<Record<string, Stage>> = {
  'receivables.remove-price': async office => {
    const { priceId } = await office.act('receivables.set-price', { text: 'Advice', unit: 'hour', price: '900' })
    return { input: { priceId } }
  },
  'receivables.send-quote': quote(),
  'receivables.accept-quote': quote(['receivables.send-quote']),
  'receivables.decline-quote': quote(['receivables.send-quote']),
  'receivables.reopen-quote': quote(['receivables.send-quote'], ['receivables.accept-quote']),
  'receivables.invoice-quote': quote(['receivables.send-quote']),
  'receivables.restore-invoice': invoice(['receivables.discard-invoice']),
  'receivables.change-recurring': recurring(),
  'receivables.pause-recurring': recurring(),
  'receivables.resume-recurring': recurring(['receivables.pause-recurring']),
  'receivables.end-recurring': recurring(),
  'receivables.skip-turn': recurring(),
  'receivables.bring-turn-back': recurring(['receivables.skip-turn']),
  'receivables.raise-recurring': recurring(),
  'receivables.remove-raise': recurring(['receivables.raise-recurring', { fromOn: '2127-01-01', percent: '2.5' }]),
  'receivables.make-turn': turn,
  'receivables.tell-turn': turn,
  'receivables.connect-network': async office => ({ input: await networkFacts(office) }),
  'receivables.disconnect-network': async office => {
    await withNetwork(office)
    return {}
  },
  'receivables.send-by-network': handed(),
  'receivables.begin-delivery': handed('receivables.send-by-network'),
  'receivables.record-delivery': handed('receivables.send-by-network', 'receivables.begin-delivery'),
  'receivables.note-network': async office => {
    await withNetwork(office)
    return { input: { problem: 'unreachable' } }
  },
  'receivables.take-arrival': async office => {
    await withNetwork(office)
    return { input: { arrivalId: newId(), fileId: await office.make.file() } }
  },
  'receivables.issue-invoice': invoice(),
  'receivables.credit-invoice': invoice(issued),
  'receivables.send-invoice': invoice(issued),
  'receivables.record-mail': invoice(issued),
  'receivables.keep-paper': async office => ({
    input: { id: await newInvoice(office, [issued]), fileId: await office.make.file() },
  }),
  'receivables.note-moved': moved,
  'receivables.note-payment': invoice(issued),
  'receivables.withdraw-payment': paid,
  'receivables.write-off-invoice': invoice(issued),
  'receivables.take-back-write-off': invoice(issued, ['receivables.write-off-invoice', { reason: 'Bankrupt' }]),
  'receivables.pause-reminders': withItem(),
  'receivables.resume-reminders': withItem(['receivables.pause-reminders', { pauseReason: 'dispute' }]),
  'receivables.send-reminders': async office => ({ input: { customerIds: [await owing(office)] } }),
  'receivables.record-reminder': async office => ({ input: { reminderId: (await reminded(office)).reminderId } }),
  'receivables.waive-fee': async office => ({ input: await reminded(office) }),
  'receivables.charge-interest': async office => ({ input: { id: await owing(office) } }),
}

export const receivablesQuestions: Readonly<Record<string, Stage>> = {
  'receivables.get-reminder': async office => ({ input: { id: (await reminded(office)).reminderId } }),
  'receivables.list-turns-due': async office => {
    await newRecurring(office, [], { firstOn: today.toString() })
    return {}
  },
  'receivables.list-due': async office => {
    await owing(office)
    return {}
  },
  'receivables.list-owing': async office => {
    await owing(office)
    return {}
  },
  'receivables.statement': async office => ({ input: { id: await owing(office), from: '2025-01-01' } }),
  'receivables.check-e-invoice': invoice(issued),
}
