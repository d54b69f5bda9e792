/** One maker for each kind of thing an office holds; each makes a fresh one and gives its id. */
import { standardRoles } from '../src/modules/authority/contract.ts'
import { recordReading } from '../src/modules/documents/contract.ts'
import { makePdf } from '../src/modules/documents/reading/fixtures/pdf.ts'
import type { TestPrincipal } from '../src/kernel/testing.ts'
import type { Office } from './office.ts'
import { newCalendar, newEvent, newPlace, newSchoolCalendar } from './scenes-calendar.ts'
import { newMeeting, newOuting } from './scenes-meetings.ts'
import { newPassport, newTrip } from './scenes-travel.ts'
import { newCashBox } from './scenes-cash.ts'
import { newBankAccount, newRun, newStatement } from './scenes-banking.ts'
import { newPayee, newPeriod, newReport } from './scenes-expenses.ts'
import { newEntry } from './scenes-ledger.ts'
import { newAgreement, newBill, newParcel } from './scenes-payables.ts'

/** What a paper or a mail made here holds besides its number. */
export interface Paper {
  readonly word?: string
  readonly name?: string
  readonly pages?: number
}

const letters = (n: number): string => [...String(n)].map(digit => 'bdfghklmnp'[Number(digit)]!).join('')

/** A bill on one page, with a text layer; no two are alike. */
export function billPdf(n: number, { word = '', pages = 1 }: Paper = {}): Promise<Buffer> {
  const lines = [
    `Lindholmens Papper ${letters(n)} AB`,
    'FAKTURA',
    `Fakturanummer ${40_000 + n}`,
    'Fakturadatum 2026-11-11',
    'Förfallodatum 2026-12-11',
    `Plotterpapper ${letters(n * 7 + 3)} ${word}`,
    `Vår referens ${letters(n * 13 + 1)} ${letters(n * 31 + 5)}`,
    'Netto 11 184,00',
    'Moms 25 % 2 796,00',
    `Att betala SEK ${13_980 + n},00`,
    'Bankgiro 5730-9122',
  ]
  return makePdf(pdf => {
    for (const line of lines) pdf.fontSize(11).text(line)
    for (let page = 2; page <= pages; page++) pdf.addPage().text(`Sida ${page} ${word}`)
  })
}

/** A mail with a bill attached. */
export async function billMail(n: number, { word = '' }: Paper = {}): Promise<Buffer> {
  const inside = (await billPdf(n, { word })).toString('base64')
  return Buffer.from(
    [
      'From: Eva Lindholm <eva@lindholms.example>',
      'To: office@example.org',
      `Subject: Faktura ${n} ${word}`,
      `Message-ID: <${n}@lindholms.example>`,
      'Date: Tue, 24 Nov 2026 08:26:00 +0100',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Se bifogad faktura ${letters(n)} ${word}.`,
      '--x',
      'Content-Type: application/pdf',
      `Content-Disposition: attachment; filename="faktura-${n}.pdf"`,
      'Content-Transfer-Encoding: base64',
      '',
      inside,
      '--x--',
      '',
    ].join('\r\n'),
  )
}

export interface Makers {
  /** That is prepared, with an item on its agenda. */
  readonly meeting: (facts?: object) => Promise<string>
  /** An event that one may register for. */
  readonly outing: (facts?: object) => Promise<string>
  readonly trip: (facts?: object) => Promise<string>
  readonly passport: () => Promise<string>
  readonly calendar: () => Promise<string>
  readonly place: (facts?: object) => Promise<string>
  readonly event: (facts?: object) => Promise<string>
  readonly schoolCalendar: () => Promise<string>
  task(facts?: object): Promise<string>
  person(facts?: object): Promise<string>
  organisation(facts?: object): Promise<string>
  /** A principal who has been invited and not come in. */
  invited(): Promise<{ principalId: string; invitationId: string }>
  /** A principal who has come in. */
  principal(roleIds?: readonly string[]): Promise<string>
  role(facts?: object): Promise<string>
  mandate(): Promise<string>
  /** An open approval, and who asked for it. */
  approval(): Promise<{ id: string; asker: TestPrincipal }>
  token(): Promise<string>
  /** A stored file that no document holds yet. */
  file(paper?: Paper): Promise<string>
  /** A paper taken in and not read yet; with the reading that is awaited. */
  arrived(paper?: Paper): Promise<{ id: string; readingId: string }>
  /** A paper that has been read by the real job: it waits to be confirmed. */
  document(paper?: Paper): Promise<string>
  /** A paper on which everything is sure, as a reading recorded by hand says. */
  sure(): Promise<string>
  confirmed(paper?: Paper): Promise<string>
  /** A mail that has been read, and the bill that lay in it. */
  mail(): Promise<string>
  /** What the correction of a confirmed paper taught of its sender. */
  lesson(): Promise<string>
  /** A kind of paper of the office's own. */
  ownKind(): Promise<string>
  /** A search kept by the owner for himself. */
  savedSearch(): Promise<string>
  /** A paper flagged as the duplicate of another. */
  duplicate(): Promise<{ id: string; ofId: string }>
  /** A procedure in force, with one step. */
  procedure(): Promise<string>
  /** A run of one, with its open step. */
  run(): Promise<{ id: string; stepId: string }>
  obligation(): Promise<string>
  /** An absence of a colleague's that begins in years. */
  absence(): Promise<string>
  /** A draft of the owner's, for everybody. */
  announcement(facts?: object): Promise<string>
  /** A permit that is being prepared. */
  permit(facts?: object): Promise<string>
  /** A confirmed paper of the kind permit, of which none has been made. */
  permitPaper(): Promise<string>
  /** An application in the register of the desk, which is switched on. */
  application(facts?: object): Promise<string>
  classCode(facts?: object): Promise<string>
  rule(): Promise<string>
  matter(facts?: object): Promise<string>
  matterKind(): Promise<string>
  goal(): Promise<string>
  /** An archive of old files that nobody has looked through yet. */
  backlog(): Promise<string>
  /** A register with a field of place beside its number, and a row in it. */
  register(): Promise<{ id: string; fieldId: string; rowId: string }>
  /** A line of the register of what came and went. */
  registration(): Promise<string>
  /** Files asked of somebody outside. */
  fileRequest(): Promise<string>
  bankAccount(): Promise<string>
  cashBox(): Promise<string>
  /** Proposed, with one payment. */
  paymentRun(): Promise<string>
  /** A file of the bank that is read, with two lines. */
  bankStatement(): Promise<string>
  /** An entry of the books. */
  ledgerEntry(): Promise<string>
  /** A draft of a colleague's, with one line. */
  expenseReport(): Promise<string>
  /** An open month of pay. */
  payPeriod(): Promise<string>
  /** A colleague on the payroll. */
  payee(): Promise<string>
  bill(): Promise<string>
  agreement(): Promise<string>
  parcel(): Promise<string>
  /** A paper shared with somebody outside. */
  share(): Promise<string>
  /** A hold upon papers of words that stand in none. */
  hold(): Promise<string>
  /** A discarded paper whose time is over, in an office where one person may destroy it. */
  due(): Promise<string>
  /** The certificate of a paper that was destroyed. */
  certificate(): Promise<string>
  /** A job in the queue: waiting, or dead. */
  job(state: 'waiting' | 'dead'): Promise<string>
}

/**
 * The makers of an office. They count, so that no two things bear the same name, number or text; whatever they make
 * bears the word `mark` in its name, its text and its file's name; people and roles of the office the word `people`.
 */
export function makers(of: () => Office, { mark, people }: { readonly mark: string; readonly people: string }): Makers {
  let made = 0
  const next = () => `${mark}${letters(++made)}`
  const person = () => `${people}${letters(++made)}`
  const store = async (bytes: Buffer, name: string): Promise<string> => {
    const { kernel, owner } = of()
    return (await kernel.files.put(owner.organisationId, bytes, { name })).id
  }
  const take = async (bytes: Buffer, name: string): Promise<{ id: string; readingId: string }> => {
    const { act, waitingJobs } = of()
    const { id } = await act('documents.take-in', { fileId: await store(bytes, name), name, arrivedBy: 'upload' })
    const job = waitingJobs.findLast(({ job }) => (job.payload as { documentId?: string }).documentId === id)
    if (!job) throw new Error(`nothing was queued to read ${id}`)
    return { id, readingId: (job.job.payload as { readingId: string }).readingId }
  }

  const make: Makers = {
    task: async (facts = {}) =>
      (await of().act('work.create-task', { title: `Task ${next()}`, note: `Note ${next()}`, ...facts })).id,
    person: async (facts = {}) =>
      (await of().act('directory.create-person', { name: `Person ${next()}`, ...facts })).id,
    organisation: async (facts = {}) =>
      (await of().act('directory.create-organisation', { name: `Firm ${next()} AB`, note: `Note ${next()}`, ...facts }))
        .id,
    invited: () =>
      of().act('authority.invite-person', { name: `Invited ${person()}`, email: `${person()}@example.org` }),
    principal: async (roleIds = [standardRoles.colleague.id]) =>
      (await of().colleague(`Colleague ${person()}`, roleIds)).id,
    role: async (facts = {}) =>
      (
        await of().act('authority.create-role', {
          name: `Role ${person()}`,
          clearance: 1,
          grants: [{ permission: 'work.desk' }],
          ...facts,
        })
      ).id,
    mandate: async () => {
      const toId = await make.principal()
      return (
        await of().act('authority.grant-mandate', { toId, permissions: ['work.*'], until: '2100-01-01T00:00:00Z' })
      ).id
    },
    async approval() {
      const limit = { amount: '1.00', currency: 'SEK' }
      const asker = await of().colleague(`Asker ${person()}`, [
        await make.role({ grants: [{ permission: 'probe.*', limit }, { permission: 'authority.withdraw-approval' }] }),
      ])
      const asked = await of().try(
        'probe.pay-task',
        { id: await make.task(), amount: { amount: '2.00', currency: 'SEK' } },
        asker,
      )
      if (asked.status !== 'asked') throw new Error(JSON.stringify(asked))
      return { id: asked.approval.id, asker }
    },
    token: async () => (await of().act('authority.create-api-token', { name: `Token ${person()}` })).id,
    file: async (paper = {}) => store(await billPdf(++made, { word: mark, ...paper }), paper.name ?? `${mark}.pdf`),
    arrived: async (paper = {}) => take(await billPdf(++made, { word: mark, ...paper }), paper.name ?? `${mark}.pdf`),
    async document(paper = {}) {
      const { id } = await make.arrived(paper)
      await of().runJobs()
      return id
    },
    async sure() {
      const arrived = await make.arrived()
      const facts = {
        kind: 'bill',
        senderName: `Firm ${next()} AB`,
        number: `${40_000 + ++made}`,
        issuedOn: '2026-11-11',
        dueOn: '2026-12-11',
        currency: 'SEK',
        total: '13980.00',
        account: '5730-9122',
        reference: '4071811261',
      }
      const fields = Object.entries(facts).map(([name, value]) => ({
        name,
        value,
        page: null,
        box: null,
        confidence: 0.99,
        sure: true,
        reasons: [],
        alternatives: [],
      }))
      const senderId = await make.organisation()
      await of().act(
        'documents.record-reading',
        { ...recordReading.example, ...arrived, kind: 'bill', senderId, fields },
        of().system,
      )
      return arrived.id
    },
    async confirmed(paper = {}) {
      const id = await make.document(paper)
      await of().act('documents.confirm', { id, kind: 'bill' })
      return id
    },
    async ownKind() {
      return (await of().act('documents.create-own-kind', { name: `${mark} ${++made}`, kind: 'report' })).id
    },
    async savedSearch() {
      const asks = { kind: ['bill'] }
      return (await of().act('documents.keep-search', { name: `${mark} ${++made}`, search: { kind: 'bill' }, asks })).id
    },
    async lesson() {
      const [id, senderId] = [await make.document(), await make.organisation()]
      const fields = [{ name: 'currency', value: 'NOK' }]
      await of().act('documents.confirm', { id, kind: 'bill', senderId, fields })
      const { rows } = await of().see('documents.list-lessons', { documentId: id })
      return rows.find(({ about }: { about: string }) => about === 'value').id
    },
    async mail() {
      const { id } = await take(await billMail(++made, { word: mark }), `${mark}.eml`)
      await of().runJobs()
      return id
    },
    async duplicate() {
      const bytes = await billPdf(++made, { word: mark })
      const { id: ofId } = await take(bytes, `${mark}.pdf`)
      const { id } = await take(bytes, `${mark}.pdf`)
      await of().runJobs()
      return { id, ofId }
    },
    procedure: async () =>
      (
        await of().act('procedures.create-procedure', {
          title: `Procedure ${next()}`,
          purpose: `Purpose ${next()}`,
          content: { steps: [{ title: `Step ${next()}`, howTo: `Do ${next()}` }] },
          inForce: true,
        })
      ).id,
    async run() {
      const { runId } = await of().act('procedures.start-run', { id: await make.procedure() })
      const { steps } = await of().see('procedures.get-run', { id: runId })
      return { id: runId, stepId: steps[0].id }
    },
    obligation: async () =>
      (
        await of().act('procedures.create-obligation', {
          title: `Obligation ${next()}`,
          note: `Note ${next()}`,
          rule: { rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14', fromOn: '2026-01-01' },
          leadDays: 0,
        })
      ).id,
    absence: async () =>
      (
        await of().act('work.set-away', {
          personId: await make.principal(),
          fromOn: '2126-12-21',
          untilOn: '2127-01-05',
          note: `Note ${next()}`,
        })
      ).id,
    announcement: async (facts = {}) =>
      (
        await of().act('announcements.create-announcement', {
          kind: 'announcement',
          title: `Announcement ${next()}`,
          body: `Text ${next()}`,
          toEverybody: true,
          ...facts,
        })
      ).id,
    meeting: (facts: object = {}) => newMeeting(of(), `Meeting ${next()}`, facts),
    outing: (facts: object = {}) => newOuting(of(), `Outing ${next()}`, facts),
    trip: (facts: object = {}) => newTrip(of(), `Trip ${next()}`, facts),
    passport: () => newPassport(of(), `Note ${next()}`),
    calendar: () => newCalendar(of(), `Calendar ${next()}`),
    place: (facts: object = {}) => newPlace(of(), `Room ${next()}`, { site: `Site ${next()}`, ...facts }),
    event: (facts: object = {}) => newEvent(of(), `Meeting ${next()}`, { notes: `Note ${next()}`, ...facts }),
    schoolCalendar: () => newSchoolCalendar(of(), `Schools ${next()}`),
    bankAccount: () => newBankAccount(of(), `Account ${next()}`),
    cashBox: () => newCashBox(of(), '500.00', next()),
    paymentRun: () => newRun(of(), `Payments ${next()}`),
    bankStatement: () => newStatement(of(), `Statement ${next()}`),
    ledgerEntry: () => newEntry(of(), `Entry ${next()}`),
    expenseReport: () => newReport(of(), `Journey ${next()}`),
    payPeriod: () => newPeriod(of()),
    payee: () => newPayee(of()),
    bill: () => newBill(of(), `Supplier ${next()}`),
    agreement: () => newAgreement(of(), `Rent ${next()}`),
    parcel: () => newParcel(of(), `Parcel ${next()} AB`),
    permit: async (facts = {}) =>
      (
        await of().act('permits.create-permit', {
          name: `Permit ${next()}`,
          note: `Note ${next()}`,
          requirements: [`Plan ${next()}`],
          ...facts,
        })
      ).id,
    async permitPaper() {
      const id = await make.document()
      const fields = [{ name: 'senderName', value: `Authority ${next()}` }]
      await of().act('documents.confirm', { id, kind: 'permit', fields })
      return id
    },
    async application(facts = {}) {
      await of().act('permits.set-desk', { on: true })
      const made = { title: `Application ${next()}`, applicant: `Firm ${next()}`, ...facts }
      return (await of().act('permits.register-application', made)).id
    },
    classCode: async (facts = {}) => {
      const code = `${100 + (++made % 800)}.${made % 99}`
      return (
        await of().act('documents.create-class-code', {
          code,
          name: `Class ${mark} ${code}`,
          retentionYears: 7,
          retentionFrom: 'year-end',
          confidentiality: 1,
          ...facts,
        })
      ).id
    },
    matter: async (facts = {}) =>
      (await of().act('matters.create-matter', { name: `Matter ${next()}`, note: mark, ...facts })).id,
    matterKind: async () => (await of().act('matters.create-kind', { name: `Kind ${next()}` })).id,
    goal: async () =>
      (await of().act('work.create-goal', { title: `Goal ${next()}`, fromOn: '2026-01-01', untilOn: '2126-12-31' })).id,
    backlog: async () =>
      (await of().act('documents.begin-backlog', { name: `Archive ${next()}`, fileId: await make.file() })).id,
    async register() {
      const { act } = of()
      const name = { name: 'Key', plural: `Keys ${next()}` }
      const { id } = await act('registers.create-register', { ...name, fields: [{ name: 'Number', type: 'text' }] })
      const { fieldId } = await act('registers.add-field', { id, name: 'Place', type: 'text' })
      const values = { number: next(), place: `Server room ${next()}` }
      return { id, fieldId, rowId: (await act('registers.add-row', { register: id, values })).id }
    },
    fileRequest: async () =>
      (
        await of().act('documents.ask-for-files', {
          title: `Papers ${next()}`,
          askedOf: `Eva ${next()}`,
          items: [`Lease ${next()}`, 'Extract'],
          dueOn: '2126-12-01',
        })
      ).id,
    share: async () =>
      (await of().act('documents.share', { id: await make.document(), recipient: `Eva ${next()}`, note: mark })).id,
    registration: async () =>
      (await of().act('documents.register', { direction: 'internal', subject: `Note ${next()}` })).id,
    hold: async () =>
      (
        await of().act('documents.place-hold', {
          title: `Dispute ${next()}`,
          reason: `Claim ${next()}`,
          words: 'nothing',
        })
      ).id,
    async due() {
      await of().act('documents.change-keeping', { fourEyes: false, discardedDays: 0 })
      const id = await make.document()
      await of().act('documents.discard', { id })
      return id
    },
    async certificate() {
      const ids = [await make.due()]
      return (await of().act('documents.destroy', { ids, reason: `Over ${next()}` })).certificateId
    },
    async rule() {
      await of().act('documents.set-up-plan', {})
      const { rows } = await of().see('documents.list-rules', {})
      return rows[made++ % rows.length].id
    },
    async job(state) {
      const { superuser, owner } = of()
      const payload = await make.arrived()
      const envelope = {
        job: 'documents.read',
        organisationId: owner.organisationId,
        principalId: owner.id,
        mandateId: null,
        payload: { documentId: payload.id, readingId: payload.readingId },
      }
      const { rows } = await superuser.query('insert into pgboss.job (name, data) values ($1, $2) returning id', [
        state === 'dead' ? 'kontor.dead' : 'documents.read',
        envelope,
      ])
      return (rows[0] as { id: string }).id
    },
  }
  return make
}
