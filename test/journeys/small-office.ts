/** A small office with something of each kind in it, made through the doors that people use. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext } from 'playwright-core'
import { standardRoles } from '../../src/modules/authority/contract.ts'
import type { RoleKey } from '../../src/modules/authority/contract/roles.ts'
import type { SignedIn, TestServer } from '../../tools/testing/server.ts'
import { type JourneyPaper, ownPapers } from './papers.ts'
import { fillBank } from './small-bank.ts'
import { fillInvoices } from './small-invoices.ts'

const PASSWORD = 'en kopp kaffe till'

// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type Answer = any

/** Runs a command as somebody and gives its output; anything but done fails. */
export async function done(who: SignedIn, command: string, input: object): Promise<Answer> {
  const answer = await who.act(command, input)
  if (answer.status !== 'done') throw new Error(`${command}: ${JSON.stringify(answer)}`)
  return answer['output']
}

/** Asks a query as somebody. */
export const seen = (who: SignedIn, query: string, input: Record<string, unknown> = {}): Promise<Answer> =>
  who.see(query, input)

/** Invites somebody by the link that is shown once, and lets them in by it; `role` is one that every office has, or the id of another. */
export async function invite(
  server: TestServer,
  owner: SignedIn,
  name: string,
  role: RoleKey | { readonly id: string },
): Promise<SignedIn & { readonly principalId: string }> {
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`
  const roleIds = [typeof role === 'string' ? standardRoles[role].id : role.id]
  const { principalId, invitationId } = await done(owner, 'authority.invite-person', { name, email, roleIds })
  const { path } = await seen(owner, 'authority.show-link', { id: invitationId })
  const response = await fetch(`${server.address}/api/session/accept-invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: path.split('#')[1], name, password: PASSWORD, language: 'en' }),
  })
  if (!response.ok) throw new Error(`${name} could not come in: ${await response.text()}`)
  return { ...(await server.signIn(email, PASSWORD)), principalId }
}

/** Takes a paper in and waits until it has been read. */
export async function takeIn(who: SignedIn, { name, bytes }: Pick<JourneyPaper, 'name' | 'bytes'>): Promise<string> {
  const fileId = await who.store(name, bytes)
  const { id } = await done(who, 'documents.take-in', { fileId, name, arrivedBy: 'upload' })
  const deadline = performance.now() + 60_000
  for (;;) {
    const { row } = await seen(who, 'documents.get-document', { id })
    if (row.state !== 'arrived') return id
    if (performance.now() > deadline) throw new Error(`${name} has not been read for a minute`)
    await wait(100)
  }
}

/** Confirms a paper as it was read; gives its version then. */
export async function confirm(who: SignedIn, id: string): Promise<number> {
  const { record } = await seen(who, 'documents.get-document', { id })
  return (await done(who, 'documents.confirm', { id, expectedVersion: record.version })).version
}

/** A window of somebody's own, signed in. */
export async function windowOf(browser: Browser, server: TestServer, who: SignedIn): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const [name = '', value = ''] = who.cookie.split('=')
  await context.addCookies([{ name, value, url: server.address }])
  return context
}

/** Ids of what the office holds, by the address of the page that shows one. */
export type Places = Readonly<Record<string, string>>

/** Fills an office for looking at every page of it. */
export async function fillOffice(server: TestServer, elin: SignedIn): Promise<Places> {
  const maria = await invite(server, elin, 'Maria Lindqvist', 'bookkeeper')
  await done(elin, 'authority.invite-person', { name: 'Nadia Rahimi', email: 'nadia@example.org' })
  const [bill, other, third] = await Promise.all((await ownPapers(3)).map(paper => takeIn(elin, paper)))
  const broken = { name: 'crumpled.pdf', bytes: Buffer.from('%PDF-1.4\nnothing of it can be read') }
  await takeIn(elin, broken)
  await confirm(elin, bill!)
  const person = await done(elin, 'directory.create-person', {
    name: 'Karin Öberg',
    role: 'Site manager',
    emails: [{ email: 'karin@example.org' }],
  })
  const organisation = await done(elin, 'directory.create-organisation', { name: 'Hisings Ventilation AB' })
  const task = await done(elin, 'work.create-task', {
    title: 'Call Hisings Ventilation about the changed bank account',
    forId: person.id,
    effortMinutes: 20,
    checklist: ['Find the old number', 'Call', 'Write down who said what'],
  })
  const matter = await done(elin, 'matters.create-matter', {
    name: 'Lease of the second floor',
    forId: organisation.id,
    targetOn: '2127-02-26',
    budget: { amount: '20000.00', currency: 'SEK' },
    bind: [bill, task.id],
  })
  await done(elin, 'matters.add-party', { id: matter.id, partyId: person.id, role: 'counterpart' })
  await done(elin, 'matters.add-item', { id: matter.id, text: 'Signed by both' })
  const kind = await done(elin, 'matters.create-kind', { name: 'Tenders', pattern: 'A{yy}-{nn}', checklist: ['Offer'] })
  await done(elin, 'work.promise-task', { id: task.id, promisedTo: 'Karin Öberg', forOn: '2127-01-15' })
  const goal = await done(elin, 'work.create-goal', {
    title: 'No floor without a lease',
    fromOn: '2026-01-01',
    untilOn: '2127-12-31',
  })
  await done(elin, 'work.serve-goal', { id: goal.id, recordId: matter.id })
  await done(elin, 'work.wait-for', { id: task.id, waitingFor: 'Hisings' })
  await done(elin, 'work.plan-chase', { id: task.id, name: 'Hisings' })
  for (const line of ['call landlord tue 14', 'water the plants every friday', 'renew parking permits ~15m !'])
    await done(elin, 'work.quick-add', { text: line })
  const mandate = await done(elin, 'authority.grant-mandate', {
    toId: maria.principalId,
    permissions: ['documents.*'],
    until: '2030-01-01T00:00:00Z',
  })
  await done(elin, 'authority.create-api-token', { name: 'Scanner script' })
  const register = await done(elin, 'registers.create-from-template', { template: 'keys', language: 'en' })
  const values = { number: 'K 1', opens: 'Server room', back_by: '2126-12-01' }
  const row = await done(elin, 'registers.add-row', { register: register.id, values })
  const procedure = await done(elin, 'procedures.create-procedure', {
    title: 'Month-end',
    purpose: 'So that the books are closed in time.',
    inForce: true,
    rule: { rrule: 'FREQ=MONTHLY;BYWORKDAY=3', fromOn: '2026-11-01' },
    content: {
      steps: [
        { title: 'Count the box', due: { from: 'start', days: 1 } },
        { title: 'Report', evidence: true },
      ],
    },
  })
  const { runId } = await done(elin, 'procedures.start-run', { id: procedure.id })
  const obligation = await done(elin, 'procedures.create-obligation', {
    title: 'VAT return',
    rule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=12', fromOn: '2026-11-01', shift: 'after' },
    basis: 'law',
  })
  const request = await done(elin, 'announcements.create-announcement', {
    kind: 'request',
    title: 'Summer weeks',
    body: 'Which weeks do you want to be away?',
    toEverybody: true,
    questions: [{ question: 'First week', answerKind: 'number' }],
  })
  await done(elin, 'announcements.publish-announcement', { id: request.id })
  const guests = [{ who: { email: 'guest@outside.example', name: 'Bengt Lind' } }]
  const tuesday = { allDay: false, start: '2126-11-26T10:00', end: '2126-11-26T11:00', zone: 'Europe/Stockholm' }
  const outside = await done(elin, 'calendar.create-event', { title: 'Ventilation', when: tuesday, guests })
  const meeting = await done(elin, 'meetings.create-meeting', {
    title: 'Department meeting',
    startsAt: '2126-12-01T08:00:00Z',
    endsAt: '2126-12-01T09:00:00Z',
  })
  await done(elin, 'meetings.add-item', { id: meeting.id, title: 'Copier', kind: 'decision', minutes: 15 })
  const lineId = '019aa000-0000-7000-8000-0000000000a1'
  await done(elin, 'meetings.write-lines', {
    id: meeting.id,
    lines: [{ lineId, position: 1, typed: 'd The copier is leased' }],
  })
  const letter = await done(elin, 'letters.create-letter', { subject: 'Our answer', recipient: 'Eva Lindholm' })
  const template = await done(elin, 'letters.create-template', { title: 'Answer', language: 'en', subject: 'Answer' })
  const mailing = await done(elin, 'letters.create-merge', {
    title: 'To all',
    templateId: template.id,
    table: 'Name;Street\nEva;High Street 1',
  })
  const outing = await done(elin, 'outings.create-outing', {
    title: 'Summer outing',
    startsAt: '2126-06-11T10:00:00Z',
    endsAt: '2126-06-11T18:00:00Z',
    capacity: 4,
  })
  await done(elin, 'outings.set-registration', { id: outing.id, open: true })
  await done(elin, 'outings.register', { id: outing.id })
  const trip = await done(elin, 'travel.create-trip', {
    title: 'Trade fair in Lisbon',
    startsOn: '2126-12-01',
    endsOn: '2126-12-04',
    destination: 'Lisboa',
    country: 'PT',
  })
  await done(elin, 'travel.add-leg', {
    id: trip.id,
    mode: 'flight',
    from: 'Stockholm ARN',
    fromZone: 'Europe/Stockholm',
    departs: '2126-12-01T10:05',
    to: 'Lisboa LIS',
    toZone: 'Europe/Lisbon',
    arrives: '2126-12-01T13:20',
    number: 'TP783',
  })
  await done(elin, 'travel.add-stay', {
    id: trip.id,
    name: 'Hotel Avenida',
    zone: 'Europe/Lisbon',
    checkIn: '2126-12-01T15:00',
    checkOut: '2126-12-02T11:00',
  })
  await done(elin, 'travel.set-things', { id: trip.id, things: [{ text: 'Samples', sort: 'bring' }] })
  const received = await done(elin, 'post.add-item', { sort: 'registered', sender: 'Skatteverket', title: 'Decision' })
  await done(elin, 'post.change-item', { id: received.id, forId: maria.principalId })
  await done(elin, 'post.begin-round', {})
  const postage = await done(elin, 'post.add-outgoing', { sort: 'registered', recipient: 'Göteborgs Stad', grams: 40 })
  const outlet = await done(elin, 'publishing.add-outlet', { name: 'LinkedIn', network: 'linkedin' })
  const planned = await done(elin, 'publishing.plan-publication', {
    title: 'Lunch menu',
    text: 'Pea soup on Thursday.',
    outletIds: [outlet.id],
    plannedAt: '2126-11-26T08:00:00Z',
  })
  const pageChange = await done(elin, 'publishing.request-page-change', {
    title: 'Opening hours',
    address: 'https://office.example/contact',
    before: 'Open 9 to 5',
    after: 'Open 8 to 5',
  })
  const kivra = await done(elin, 'post.add-box', { name: 'Kivra', provider: 'kivra' })
  await done(elin, 'post.look-through', { id: kivra.id, found: 1 })
  const gateway = { title: 'Fax by mail', way: 'gateway', addressOut: '{number}@fax.example.org' }
  await done(elin, 'fax.add-line', gateway)
  const copier = await done(elin, 'printing.add-printer', { name: 'Copier', uri: 'ipp://203.0.113.7/ipp/print' })
  const people: readonly { readonly id: string }[] = (await seen(elin, 'authority.list-principals', {})).rows
  const me = people.find(row => row.id !== maria.principalId)!
  const signing = await done(maria, 'signatures.put-in-folder', {
    documentId: third,
    signers: [
      { way: 'screen', personId: me.id, field: { page: 1, box: [0.5, 0.7, 0.3, 0.1] } },
      { way: 'paper', name: 'Berit Ås' },
    ],
  })
  const fax = await done(elin, 'fax.send-fax', { documentId: third, number: '+40 21 312 3456', sure: true })
  const passport = await done(elin, 'travel.add-document', { sort: 'passport', country: 'SE', expiresOn: '2129-03-14' })
  const permit = await done(elin, 'permits.create-permit', { name: 'Scaffolding', requirements: ['Site plan'] })
  const granted = { outcome: 'granted', decidedOn: '2026-11-02', validUntil: '2126-12-31' }
  await done(elin, 'permits.note-decision', { id: permit.id, ...granted })
  const noise = { condition: 'Noise is measured', rhythm: 'year', firstOn: '2126-11-02' }
  await done(elin, 'permits.add-condition', { id: permit.id, ...noise })
  await done(elin, 'permits.set-desk', { on: true, appealInstructions: 'Write to us.' })
  const application = await done(elin, 'permits.register-application', { title: 'Serving', applicant: 'Café Sol' })
  await done(elin, 'permits.note-complete', { id: application.id })
  await done(elin, 'permits.hear-party', { id: application.id, party: 'Neighbours', dueOn: '2126-12-18' })
  const decision = { outcome: 'granted', decision: 'Yes.', reasons: 'Nothing against it.', anyway: true }
  await done(elin, 'permits.decide-application', { id: application.id, ...decision })
  const journey = { purpose: 'Site visit', leftOn: '2026-11-16', backOn: '2026-11-17', country: 'SE' }
  const report = await done(maria, 'expenses.create-report', journey)
  await done(maria, 'expenses.add-allowance', { id: report.id })
  const lunch = { category: 'meals', on: '2026-11-16', text: 'Bistro Viken' }
  const total = { amount: '145.00', currency: 'SEK' }
  await done(maria, 'expenses.add-expense', { id: report.id, ...lunch, total, documentId: bill })
  await done(maria, 'expenses.hand-in', { id: report.id })
  const payee = await done(elin, 'payinputs.add-payee', { personId: maria.principalId, employeeNumber: '1004' })
  const pay = await done(elin, 'payinputs.open-period', { month: '2026-11' })
  const bonus = { payKind: 'bonus', on: '2026-11-30', amount: { amount: '500.00', currency: 'SEK' } }
  await done(elin, 'payinputs.add-input', { id: pay.id, payeeId: payee.id, ...bonus })
  await done(elin, 'ledger.set-up-books', { mode: 'books', chart: 'SE' })
  const coffee = [
    { account: '7690', amount: { amount: '200.00', currency: 'SEK' }, vatCode: 'I25' },
    { account: '1930', amount: { amount: '-250.00', currency: 'SEK' } },
  ]
  const today = Temporal.Now.plainDateISO('Europe/Stockholm').toString()
  const entry = await done(elin, 'ledger.post-entry', { on: today, text: 'Coffee', lines: coffee })
  const shared = await done(elin, 'documents.share', { id: bill, recipient: 'Karin Öberg', note: 'As agreed' })
  const { rows: colleagues } = await seen(elin, 'authority.list-principals', { text: 'Elin' })
  const led = { personId: maria.principalId, superiorId: colleagues[0].id, team: 'Accounts' }
  await done(elin, 'supervision.set-superior', led)
  await done(elin, 'supervision.ask-review', { personId: maria.principalId, every: 2, words: 'bill' })
  const piece = await done(elin, 'work.create-task', { title: 'Letter to the landlord', ownerId: maria.principalId })
  const review = await done(maria, 'supervision.show-work', { id: piece.id, note: 'Is clause 4 right?' })
  const wanted = { title: 'Lease papers', askedOf: 'Karin Öberg', items: ['Signed lease', 'Floor plan'] }
  const asked = await done(elin, 'documents.ask-for-files', { ...wanted, dueOn: '2127-01-29', matterId: matter.id })
  const days = { issuedOn: today, dueOn: today }
  const oneBill = {
    supplierName: 'Hisings Ventilation AB',
    number: '88214',
    total: { amount: '1250.00', currency: 'SEK' },
  }
  const owed = await done(elin, 'payables.enter-bill', { ...oneBill, ...days, account: 'LT77 3990 0014 8223 0518' })
  const gone = await done(elin, 'payables.enter-bill', {
    ...oneBill,
    ...days,
    number: '88215',
    supplierName: 'Bygg AB',
  })
  const { total: whole } = oneBill
  await done(elin, 'payables.code-bill', { id: gone.id, lines: [{ net: whole, account: '5170' }] })
  await done(elin, 'payables.approve-bill', { id: gone.id })
  const parcel = await done(elin, 'payables.make-parcel', { month: today })
  const rent = { name: 'Rent', about: 'rent', supplierName: 'Kustfast AB', rhythm: 'month', nextOn: '2026-01-05' }
  const agreed = await done(elin, 'payables.create-agreement', {
    ...rent,
    usualFrom: { amount: '14000.00', currency: 'SEK' },
  })
  const offered = await done(elin, 'scheduling.propose-times', {
    way: 'poll',
    title: 'Inspection of the roof',
    minutes: 90,
    starts: ['2126-12-02T09:00:00Z', '2126-12-03T13:00:00Z'],
    answerUntil: '2126-12-01T12:00:00Z',
    outside: [{ name: 'Gunilla Westman', email: 'gunilla@westman.example' }],
  })
  const rota = await done(elin, 'oncall.create-rota', { title: 'House and systems', purpose: 'Water, power, doors' })
  const turns = { unit: 'week', every: 1, startsOn: '2026-11-16', handOver: '08:00', from: '00:00', until: '00:00' }
  const first = { name: 'First', people: [maria.principalId], days: [1, 2, 3, 4, 5, 6, 7], ...turns }
  await done(elin, 'oncall.set-layers', { id: rota.id, layers: [first] })
  await done(elin, 'oncall.publish-rota', { id: rota.id })
  const alarm = await done(elin, 'oncall.raise-alarm', { rotaId: rota.id, title: 'Water on the floor' })
  const expected = await done(elin, 'visitors.expect-visitor', { name: 'Lars Ekdahl', start: '2126-11-24T09:30:00Z' })
  const doorKey = await done(elin, 'visitors.create-key', { title: 'Archive', number: '14' })
  const memo = await done(elin, 'proofing.hold-memo', {
    title: 'The lift',
    authorId: maria.principalId,
    memo: 'The lift stands still on Wednesday 24 November 2026.',
  })
  const held = await done(elin, 'visitors.take-parcel', { forName: 'Mona Dahl', sender: 'DHL' })
  const webForm = await done(elin, 'channels.create-form', { title: 'Ask us' })
  const chat = await done(elin, 'channels.connect-channel', { title: 'Chat', wire: 'webhook' })
  const writtenTo = await done(elin, 'channels.start-conversation', {
    channelId: chat.id,
    to: 'anna',
    name: 'Anna Nyman',
    text: 'Your drawings are ready.',
  })
  const rang = await done(elin, 'calls.log-call', { number: '031-390 06 55', note: 'When do you close?' })
  const told = await done(elin, 'calls.take-slip', {
    forId: maria.principalId,
    callerName: 'Gunilla Westman',
    about: 'The permit',
    wish: 'call-back',
  })
  const booking = await done(elin, 'scheduling.create-booking-page', {
    title: 'Book a time with Elin',
    kinds: [{ title: 'Call', minutes: 30, venue: 'telephone' }],
  })
  const question = await done(elin, 'cases.open-case', {
    title: 'Which formats do you deliver?',
    kind: 'question',
    said: 'You will send me the list on Friday, I hope?',
    channel: 'mail',
    contactName: 'Gunilla Westman',
    contactEmail: 'gunilla@outside.example',
  })
  const known = await done(elin, 'cases.write-answer', {
    question: 'Which formats do you deliver?',
    body: 'PDF, DWG and IFC.',
    tags: ['files'],
  })
  const mailbox = await done(elin, 'mail.connect-mailbox', {
    name: 'Info',
    address: 'info@small.example',
    kind: 'shared',
    way: 'none',
  })
  const written = await done(elin, 'mail.save-draft', {
    mailboxId: mailbox.id,
    to: [{ name: 'Eva Lindholm', address: 'eva@lindholm.example' }],
    subject: 'Your drawing',
    text: 'It came on Friday.',
  })
  const saved = await done(elin, 'mail.save-answer', {
    title: 'Opening hours',
    shortcut: 'hours',
    texts: [{ language: 'en', body: 'Dear {name}, we are open from 8 to 17.' }],
  })
  const interview = await done(elin, 'interviews.create-interview', {
    title: 'Engineer',
    candidateName: 'Amira Nasser',
    candidateEmail: 'amira@nasser.example',
    panelIds: [maria.principalId],
    criteria: ['Steel', 'Words'],
  })
  return {
    ...(await fillBank(elin)),
    '/calendar/booking-pages': booking.id,
    '/mail': written.threadId,
    '/mail/answers': saved.id,
    '/answers': known.id,
    '/cases': question.id,
    '/interviews': interview.id,
    ...(await fillInvoices(elin)),
    '/bills': owed.id,
    '/agreements': agreed.id,
    '/calendar/offers': offered.id,
    '/oncall': rota.id,
    '/held': memo.id,
    '/signatures': signing.id,
    '/visitors': expected.id,
    '/visitors/keys': doorKey.id,
    '/visitors/parcels': held.id,
    '/alarms': alarm.id,
    '/calls': rang.id,
    '/channels': writtenTo.id,
    '/channels/forms': webForm.id,
    '/slips': told.id,
    '/parcels': parcel.id,
    '/reviews': review.id,
    '/expenses': report.id,
    '/pay': pay.id,
    '/pay/people': payee.id,
    '/documents/requests': asked.id,
    '/documents/shares': shared.id,
    '/announcements': request.id,
    '/books/accounts': '1930',
    '/books/entries': entry.id,
    '/meetings': meeting.id,
    '/meeting-minutes': meeting.id,
    '/letters': letter.id,
    '/letter-templates': template.id,
    '/letter-merges': mailing.id,
    '/outings': outing.id,
    '/outing-door': outing.id,
    '/post': received.id,
    '/post/out': postage.id,
    '/post/boxes': kivra.id,
    '/publishing': planned.id,
    '/publishing/pages': pageChange.id,
    '/post/fax': fax.id,
    '/printing/printers': copier.id,
    '/travel': trip.id,
    '/travel-phone': trip.id,
    '/travel-documents': passport.id,
    '/permits': permit.id,
    '/invitations': outside.id,
    '/permit-desk': application.id,
    '/permit-decisions': application.id,
    '/confirm': other!,
    '/documents': bill!,
    '/people': person.id,
    '/organisations': organisation.id,
    '/tasks': task.id,
    '/matters': matter.id,
    '/matter-covers': matter.id,
    '/matter-kinds': kind.id,
    '/goals': goal.id,
    '/procedures': procedure.id,
    '/runs': runId,
    '/obligations': obligation.id,
    '/hand-over': maria.principalId,
    '/registers': register.id,
    '/register-rows': row.id,
    '/machine/people': maria.principalId,
    '/machine/roles': standardRoles.clerk.id,
    '/machine/mandates': mandate.id,
    third: third!,
  }
}
