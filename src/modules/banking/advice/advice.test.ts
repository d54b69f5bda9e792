import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { perform } from '../../documents/reading/jobs.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { newId } from '../../../kernel/ids.ts'
import { type OutgoingMail, setMailDoor } from '../../../kernel/mail/door.ts'
import { listTasks } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { type BankOffice, bankOffice, insertRecord, refusalOf } from '../testing.ts'
import { bankingRoutes } from '../doors.http.ts'
import { billingFirst } from './billing-address.ts'
import { isDoubted, writeAdvice } from './letter.ts'

let it: BankOffice
let mails: OutgoingMail[] = []
let refuses: Error | null = null
before(async () => {
  it = await bankOffice()
  setMailDoor({
    send: async mail => {
      if (refuses) throw refuses
      mails.push(mail)
    },
    close: () => {},
  })
})
after(async () => {
  setMailDoor(null)
  await it.office.close()
})

/** Somebody of the directory, with these mail addresses: `address` or `address label`. */
async function party(name: string, addresses: readonly string[], language: string | null = null): Promise<string> {
  const { superuser } = it.office
  const id = await insertRecord(it.office, it.organisationId, 'organisation', name)
  await superuser.query(
    `insert into directory.party (organisation_id, id, kind, name, sort_name, country, language) values ($1, $2, 'organisation', $3, $3, 'SE', $4)`,
    [it.organisationId, id, name, language],
  )
  for (const [position, one] of addresses.entries()) {
    const [email, label = ''] = one.split(' ')
    await superuser.query(
      'insert into directory.address_email (organisation_id, party_id, id, position, email, label) values ($1, $2, $3, $4, $5, $6)',
      [it.organisationId, id, newId(), position, email, label],
    )
  }
  return id
}
const choose = (id: string, adviceMode: c.AdviceMode) => it.office.done(c.setAdvice, { id, adviceMode }, it.elin)
const see = async (id: string) => {
  const answer = await it.office.query(c.getRun, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

/** A run of these items, handed out. */
async function handedOut(itemIds: readonly string[]): Promise<string> {
  const { office, elin, accountId } = it
  const { id } = await office.done(c.proposeRun, { accountId, itemIds: [...itemIds], payOn: '2026-11-25' }, elin)
  await office.done(c.approveRun, { id }, elin)
  await office.runJobs()
  await office.done(c.handOutRun, { id }, elin)
  return id
}
const confirm = (id: string) =>
  it.office.dispatch(c.confirmRun, { id, paidOn: '2026-11-25', reason: 'Seen at the bank' }, it.elin)

test('what was paid is told once, to who deals with money, in their language, with a sheet that says the same', async () => {
  const { office, elin, visitor } = it
  it.goTo('2026-11-23')
  const partyId = await party('Kranz AB', ['info@kranz.example', 'pengar@kranz.example Ekonomi'], 'sv')
  const silent = await party('Silent AB', [])
  const off = await party('Off AB', ['info@off.example'])
  const owe = (number: string, amount: string, more: object = {}) =>
    it.owe({ name: 'Kranz AB', partyId, number, amount, dueOn: '2026-12-20', ...more })
  const items = [
    await owe('88', '1000.00', { discount: { on: '2026-11-25', amount: '20.00' } }),
    await owe('K7', '-100.00'),
    await it.owe({ name: 'Silent AB', partyId: silent, number: '1', amount: '10.00', account: '991-2346' }),
    await it.owe({ name: 'Off AB', partyId: off, number: '2', amount: '20.00', account: '5402-9681' }),
  ]
  await choose(partyId, 'offered')
  await choose(silent, 'offered')
  const id = await handedOut(items.map(one => one.itemId))
  const of = async (name: string) => (await see(id)).payments.find(one => one.partyName === name)!
  const kranz = await of('Kranz AB')
  assert.equal(kranz.amount.amount, '880.00')
  const send = (paymentId: string, more: object = {}, by = elin) =>
    office.dispatch(c.sendAdvice, { id, paymentId, ...more }, by)
  assert.equal(refusalOf(await send(kranz.id)), 'advice-not-paid')
  assert.equal((await confirm(id)).status, 'done')
  assert.deepEqual(
    [(await of('Kranz AB')).advice.stand, (await of('Kranz AB')).advice.to],
    ['ready', 'pengar@kranz.example'],
  )
  assert.equal(refusalOf(await send((await of('Silent AB')).id)), 'advice-no-address')
  assert.equal(refusalOf(await send((await of('Off AB')).id)), 'advice-off')
  assert.notEqual((await send(kranz.id, {}, visitor)).status, 'done')
  const seen = await office.query(c.getAdvice, { id, paymentId: kranz.id }, visitor)
  assert.notEqual(seen.status, 'done', 'who may not see the run is not told what it paid')

  const all = await office.done(c.sendAdvices, { id }, elin)
  assert.equal(all.sent, 1)
  assert.deepEqual(
    all.leftOut.map(one => `${one.name}: ${one.because}`).sort(),
    ['Off AB: off', 'Silent AB: no-address'],
    'whoever is left out is named',
  )
  assert.equal(refusalOf(await send(kranz.id)), 'advice-given')
  assert.equal(refusalOf(await office.dispatch(c.sendAdvices, { id }, elin)), 'advice-none')
  const jobs = [...office.waitingJobs]
  await office.runJobs()
  ;(office.waitingJobs as (typeof jobs)[number][]).push(...jobs)
  await office.runJobs()
  assert.equal(mails.length, 1, 'one advice for one payment, however often the job is run')
  const [mail] = mails
  assert.equal(mail!.to.address, 'pengar@kranz.example')
  assert.match(mail!.text, /Vi betalade 880,00\sSEK till er onsdag 25 november 2026/)
  assert.match(mail!.text, /Faktura 88 av den 1 november 2026: 1\s000,00\sSEK\nKassarabatt: -20,00\sSEK/)
  assert.match(mail!.text, /Kreditfaktura K7 .*: -100,00\sSEK/)
  const pdf = mail!.attachments![0]!
  const { text: words } = await perform('read', { source: pdf.content, name: pdf.name, options: {} })
  for (const wanted of [/Betalningsavi/, /Kranz AB/, /880,00/, /Kassarabatt/, /SE45 5000 0000/, /5050-1055/, /K7/])
    assert.match(words, wanted)
  assert.equal((await of('Kranz AB')).advice.mail, 'sent')
})

test('to the address and in the language that a payee has asked for; its sheet is looked at before; taken back it is as the directory has it', async () => {
  const { office, elin, visitor } = it
  mails = []
  const partyId = await party('Wunsch AB', ['info@wunsch.example'], 'sv')
  const own = { adviceMode: 'offered', adviceEmail: 'reskontra@wunsch.example', adviceLanguage: 'nl' } as const
  await choose(partyId, 'offered')
  const chosen = await office.dispatch(c.setAdvice, { id: partyId, ...own }, elin)
  assert.ok(chosen.status === 'done')
  const wish = async (by = elin) => office.query(c.getAdviceChoice, { id: partyId }, by)
  const wished = await wish()
  assert.ok(wished.status === 'done')
  assert.deepEqual(wished.output, {
    name: 'Wunsch AB',
    mode: 'offered',
    email: 'reskontra@wunsch.example',
    language: 'nl',
    to: 'reskontra@wunsch.example',
  })
  assert.equal(refusalOf(await office.query(c.getAdviceChoice, { id: newId() }, elin)), 'record-not-found')
  const bill = await it.owe({ name: 'Wunsch AB', partyId, number: '7', amount: '70.00', account: '991-2346' })
  const id = await handedOut([bill.itemId])
  const { payments } = await see(id)
  const paymentId = payments[0]!.id
  assert.deepEqual([payments[0]!.advice.email, payments[0]!.advice.language], ['reskontra@wunsch.example', 'nl'])

  const route = bankingRoutes.find(one => one.path.endsWith('/advice.pdf'))!
  const sheet = (by = elin) =>
    route.answer(office.kernel, {
      params: { id, paymentId },
      query: {},
      caller: { organisationId: by.organisationId, principalId: by.id, mandateId: null },
      requestId: 'x',
      language: 'en',
    })
  const shown = await sheet()
  assert.match(String(shown.headers['content-disposition']), /^inline/)
  const { text: words } = await perform('read', { source: shown.body as Buffer, name: 'advice.pdf', options: {} })
  for (const wanted of [/Betaalspecificatie/, /Wunsch AB/, /70,00/]) assert.match(words, wanted)
  assert.equal((await sheet(visitor)).status, 404, 'nobody else sees what is paid')

  assert.equal((await confirm(id)).status, 'done')
  await office.done(c.sendAdvice, { id, paymentId }, elin)
  await office.runJobs()
  assert.deepEqual(
    mails.map(one => one.to.address),
    ['reskontra@wunsch.example'],
  )
  assert.match(mails[0]!.text, /Betaalspecificatie|betaald/i)
  await office.done(c.setAdvice, chosen.undo!.input as never, elin)
  const before = await wish()
  assert.ok(before.status === 'done')
  assert.deepEqual(before.output, {
    name: 'Wunsch AB',
    mode: 'offered',
    email: null,
    language: null,
    to: 'info@wunsch.example',
  })
})

test('whoever is to be told by themselves and cannot be is somebody’s task', async () => {
  const partyId = await party('Mute AB', [])
  await choose(partyId, 'by-itself')
  const bill = await it.owe({ name: 'Mute AB', partyId, number: '6', amount: '60.00', account: '991-2346' })
  assert.equal((await confirm(await handedOut([bill.itemId]))).status, 'done')
  const tasks = await it.office.query(listTasks, { text: 'Mute AB' }, it.elin)
  assert.ok(tasks.status === 'done')
  assert.deepEqual(
    tasks.output.rows.map(row => row.title),
    ['Mute AB was paid and not told by itself: No mail address'],
  )
})

test('by itself once it is paid; not what was taken back; what nobody knows of is asked about and may go again', async () => {
  const { office, elin } = it
  it.goTo('2026-11-23')
  mails = []
  const partyId = await party('Selbst AB', ['a@selbst.example', 'faktura@selbst.example'])
  await choose(partyId, 'by-itself')
  const bill = await it.owe({ name: 'Selbst AB', partyId, number: '5', amount: '50.00' })
  const id = await handedOut([bill.itemId])
  assert.equal((await confirm(id)).status, 'done')
  await office.done(c.takeBackConfirmation, { id }, elin)
  await office.runJobs()
  assert.deepEqual([mails.length, (await see(id)).payments[0]!.advice.mail], [0, null])
  refuses = new Error('connection closed')
  assert.equal((await confirm(id)).status, 'done')
  await office.runJobs()
  const doubtful = (await see(id)).payments[0]!
  assert.deepEqual([doubtful.advice.mail, doubtful.advice.stand], ['doubtful', 'ready'])
  refuses = null
  await office.done(c.sendAdvice, { id, paymentId: doubtful.id, text: 'Paid, see the sheet.' }, elin)
  await office.superuser.query(`update banking.advice set mail = 'begun' where payment_id = $1`, [doubtful.id])
  await office.runJobs()
  assert.deepEqual([mails.length, (await see(id)).payments[0]!.advice.mail], [0, 'doubtful'], 'killed while it left')
  await office.done(c.sendAdvice, { id, paymentId: doubtful.id, text: 'Paid, see the sheet.' }, elin)
  await office.runJobs()
  assert.deepEqual(
    mails.map(one => [one.to.address, one.text]),
    [['faktura@selbst.example', 'Paid, see the sheet.']],
  )
})

test('taken back while its sheet is drawn, an advice does not leave', async () => {
  const { office, elin } = it
  mails = []
  const partyId = await party('Retur AB', ['faktura@retur.example'])
  await choose(partyId, 'offered')
  const bill = await it.owe({ name: 'Retur AB', partyId, number: '9', amount: '90.00', account: '991-2346' })
  const id = await handedOut([bill.itemId])
  assert.equal((await confirm(id)).status, 'done')
  const paymentId = (await see(id)).payments[0]!.id
  await office.done(c.sendAdvice, { id, paymentId }, elin)
  const other = await office.superuser.connect()
  await other.query('begin')
  await other.query('delete from banking.advice where payment_id = $1', [paymentId])
  const running = office.runJobs()
  const isWaiting = async () =>
    (await office.superuser.query(`select 1 from pg_locks where not granted limit 1`)).rows.length > 0
  while (!(await isWaiting())) await new Promise(resolve => setTimeout(resolve, 20))
  await other.query('commit')
  other.release()
  await running
  assert.deepEqual([mails.length, (await see(id)).payments[0]!.advice.mail], [0, null])
})

const money = (minor: bigint) => ({ minor, currency: 'EUR' })
const paperIn = (language: c.AdvicePaper['language']): c.AdvicePaper => ({
  language,
  on: Temporal.PlainDate.from('2026-11-25'),
  run: '2026-007',
  payer: { name: 'Almgren & Tveit AB', address: [] },
  payee: { name: 'Kranz AB', address: [] },
  from: { scheme: 'iban', number: 'SE4550000000058398257466' },
  to: { scheme: 'iban', number: 'DE89370400440532013000' },
  reference: 'RF18 5390 0754 7034',
  amount: money(213_000n),
  lines: [
    {
      number: '4711',
      issuedOn: Temporal.PlainDate.from('2026-11-02'),
      amount: money(125_000n),
      discount: null,
      paid: money(125_000n),
    },
    { number: '88', issuedOn: null, amount: money(100_000n), discount: money(2_000n), paid: money(98_000n) },
    { number: 'K9', issuedOn: null, amount: money(-10_000n), discount: null, paid: money(-10_000n) },
  ],
})
const office = { language: 'sv', country: 'SE', today: Temporal.PlainDate.from('2026-11-26') }
const to = { name: 'Kranz AB', email: 'faktura@kranz.example' }

test('the check before sending lets what is right pass in six languages, and stops a sum, a weekday and an account that are not', () => {
  for (const language of languages) {
    const paper = paperIn(language)
    const { text } = writeAdvice(paper)
    assert.equal(isDoubted(paper, text, to, office), false, `${language}:\n${text}\n`)
    const wrongDay = text.replace('25', '26')
    assert.equal(isDoubted(paper, wrongDay, to, office), true, `${language}: the weekday of another day`)
    const wrongIban = text.replace('DE89', 'DE98')
    assert.equal(isDoubted(paper, wrongIban, to, office), true, `${language}: digits of an account turned round`)
    const wrongSum = text.replaceAll(/2(.?)130(?=[.,]00)/g, '2$1310')
    assert.notEqual(wrongSum, text)
    assert.equal(
      isDoubted(paper, wrongSum, to, office),
      true,
      `${language}: a sum that its lines do not make\n${wrongSum}`,
    )
    assert.equal(isDoubted({ ...paper, amount: money(1n) }, text, to, office), true)
  }
})

test('of several addresses the one for money is taken: by its label, then by its name, then the first', () => {
  const at = (...mails: [string, string?][]) => billingFirst(mails.map(([email, label = '']) => ({ email, label })))
  assert.equal(at(['info@a.se'], ['x@a.se', 'Facturen']), 'x@a.se')
  assert.equal(at(['info@a.se'], ['contabilidade@a.pt']), 'contabilidade@a.pt')
  assert.equal(at(['info@a.se'], ['jobs@a.se', 'Personal']), 'info@a.se')
  assert.equal(at(), null)
})
