/** The demo's month of life: every act of it goes through the dispatcher, at the moment it is said to have happened. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Composed } from '../compose.ts'
import { seedExpenses } from './expenses.ts'
import { demoTasks, demoUsers, demoWaiting } from './office.ts'
import { seedAnnouncements } from './announcements.ts'
import { seedBank } from './bank.ts'
import { seedBills } from './bills.ts'
import { generateMonth } from './papers/generate.ts'
import { almgrenTveit } from './papers/offices.ts'
import { seedBooks } from './books.ts'
import { seedCases } from './cases.ts'
import { seedCalendar } from './calendar.ts'
import { seedCalls } from './calls.ts'
import { seedChannels } from './channels.ts'
import { seedKeeping } from './keeping.ts'
import { seedInvoices } from './invoices.ts'
import { seedLearning } from './learning.ts'
import { seedInterviews } from './interviews.ts'
import { letterFileAct } from '../../modules/letters/index.ts'
import { seedLetters } from './letters.ts'
import { seedMail } from './mail.ts'
import { seedMeetings } from './meetings.ts'
import { seedSignatures } from './signatures.ts'
import { seedTravel } from './travel.ts'
import { seedVisitors } from './visitors.ts'
import { seedMatters } from './matters.ts'
import { seedOncall } from './oncall.ts'
import { seedProofing } from './proofing.ts'
import { seedOutside } from './outside.ts'
import { seedSheets } from './sheets.ts'
import { seedInvitations } from './invitations.ts'
import { seedFaxes } from './faxes.ts'
import { seedPermits } from './permits.ts'
import { seedPost } from './post.ts'
import { seedPublishing } from './publishing.ts'
import { seedProcedures } from './procedures.ts'
import { seedHandedOver, seedPeople } from './people.ts'
import { seedRegisters } from './registers.ts'
import { seedScheduling } from './scheduling.ts'
import { seedVersions } from './versions.ts'
import { seedSupervision } from './supervision.ts'
import { seedTables } from './tables.ts'
import {
  ask,
  confirmPile,
  fillDirectory,
  invite,
  must,
  openOffice,
  runQueued,
  type Seeding,
  takeIn,
} from './seeding.ts'

/** The month's life ends on its last paper's day, or today where that has not come yet; its last days are still to be confirmed. */
const today = Temporal.Now.plainDateISO(almgrenTveit.zone)
const lastPaperOn = Temporal.PlainDate.from('2026-11-24')
const lastDay = Temporal.PlainDate.compare(today, lastPaperOn) < 0 ? today : lastPaperOn
const unconfirmedDays = 2

export interface SeedReport {
  readonly papers: number
  readonly confirmed: number
  readonly tasks: number
}

async function writeTasks(seeding: Seeding, ownerId: string): Promise<void> {
  for (const task of demoTasks) {
    seeding.now = seeding.now.add({ minutes: 3 })
    await must(seeding, ownerId, 'work.create-task', {
      title: task.title,
      ownerId: task.owner && seeding.people.get(task.owner),
      forId: seeding.parties.get(task.for),
      dueOn: today.add({ days: task.dueIn }).toString(),
      effortMinutes: task.minutes,
      ...(task.why ? { why: task.why } : {}),
      ...(task.checklist ? { checklist: task.checklist } : {}),
    })
  }
  for (const wait of demoWaiting) {
    const { id } = await must(seeding, ownerId, 'work.create-task', {
      title: wait.title,
      forId: seeding.parties.get(wait.for),
    })
    await must(seeding, ownerId, 'work.wait-for', {
      id,
      waitingFor: wait.what,
      chaseOn: today.add({ days: 1 }).toString(),
    })
  }
}

/** The office's procedures and what falls due: older than the month's papers, and still going on today. */
function wayOfWorking(seeding: Seeding, ownerId: string): Promise<void> {
  return seedProcedures({
    owner: ownerId,
    people: seeding.people,
    today,
    goTo: day => {
      const nine = day.toZonedDateTime({ timeZone: almgrenTveit.zone, plainTime: '09:00' }).toInstant()
      const latest = Temporal.Now.instant().subtract({ minutes: 30 })
      seeding.now = Temporal.Instant.compare(nine, latest) > 0 ? latest : nine
    },
    must: (as, command, input) => must(seeding, as, command, input),
    ask: (as, query, input) => ask(seeding, as, query, input),
  })
}

/** Fills an empty Kontor with the demo office's month; `textOnly` leaves out the scans, for whoever is in a hurry. */
export async function seedDemo(
  composed: Composed,
  tell: (line: string) => void,
  { textOnly = false } = {},
): Promise<SeedReport> {
  const { seeding, ownerId } = await openOffice(composed, Temporal.PlainDate.from('2026-08-31'))
  for (const user of demoUsers) await invite(composed, seeding, ownerId, user)
  await fillDirectory(seeding, ownerId)
  await seedBooks((command, input) => must(seeding, ownerId, command, input))
  await wayOfWorking(seeding, ownerId)
  let papers = 0
  let confirmed = 0
  let today = ''
  for await (const paper of generateMonth({ seed: 'almgren-tveit', textOnly })) {
    const day = paper.arrivedAt.slice(0, 10)
    if (Temporal.Instant.compare(paper.arrivedAt, Temporal.Now.instant()) > 0) break
    if (today && day !== today && Temporal.PlainDate.compare(today, lastDay.subtract({ days: unconfirmedDays })) < 0)
      confirmed += await confirmPile(seeding, ownerId)
    today = day
    await takeIn(seeding, ownerId, paper)
    if (++papers % 10 === 0) tell(`  … ${papers} papers taken in and read, ${confirmed} confirmed`)
  }
  seeding.now = Temporal.Now.instant().subtract({ hours: 1 })
  await writeTasks(seeding, ownerId)
  await seedMatters({
    people: seeding.people,
    parties: seeding.parties,
    today: lastDay,
    must: (command, input) => must(seeding, ownerId, command, input),
    ask: (query, input) => ask(seeding, ownerId, query, input),
  })
  const tellAs = (command: string, input: unknown) => must(seeding, ownerId, command, input)
  const askAs = (query: string, input: unknown) => ask(seeding, ownerId, query, input)
  await seedPeople(tellAs, seeding.parties)
  await seedRegisters(tellAs, askAs, lastDay, seeding.parties)
  const now = Temporal.Now.plainDateISO(almgrenTveit.zone)
  await seedKeeping(tellAs, askAs, lastDay)
  await seedLearning(tellAs, askAs)
  await seedVersions(tellAs, askAs, async (name, bytes) => {
    const { kernel, organisationId } = seeding
    return (await kernel.files.put(organisationId, bytes, { name })).id
  })
  await seedOutside(tellAs, askAs, now)
  await seedSheets(tellAs, askAs)
  await seedPermits(tellAs, askAs, now)
  const actAs = (who: string, command: string, input: unknown) =>
    must(seeding, seeding.people.get(who)!, command, input)
  await seedAnnouncements(actAs, now, seeding.people)
  await seedHandedOver(actAs, seeding.people)
  await seedSupervision(actAs, seeding.people)
  await seedBills(actAs, askAs, now)
  await seedExpenses(actAs, askAs, now, seeding.people)
  await seedInvoices(actAs, askAs, now)
  await seedBank({
    act: actAs,
    ask: askAs,
    people: seeding.people,
    today: now,
    store: async (name, bytes) => (await seeding.kernel.files.put(seeding.organisationId, bytes, { name })).id,
    bytes: digest => seeding.kernel.files.bytes(seeding.organisationId, Buffer.from(digest, 'hex')),
    runJobs: () => runQueued(seeding),
  })
  await seedCalendar(actAs, askAs, now, seeding.people)
  await seedScheduling(actAs, askAs, now, seeding.people)
  await seedInterviews(actAs, seeding.people)
  await seedCases(actAs, seeding.people)
  await seedInvitations(actAs, now)
  await seedMeetings({ act: actAs, ask: askAs, today: now, people: seeding.people })
  await seedProofing(actAs, seeding.people, now)
  await seedOncall({ act: actAs, ask: askAs, today: now, people: seeding.people })
  await seedTravel(actAs, now, seeding.people)
  await seedVisitors(actAs, seeding.people)
  await seedPost({ act: actAs, ask: askAs, today: now, people: seeding.people })
  await seedFaxes({
    act: actAs,
    ask: askAs,
    system: (command, input) => must(seeding, systemPrincipalId, command, input),
    files: seeding.kernel.files,
    organisationId: seeding.organisationId,
    people: seeding.people,
    now: seeding.now,
  })
  await seedLetters(actAs, askAs, {
    parties: seeding.parties,
    async takeWord(name, bytes) {
      const { kernel, organisationId } = seeding
      const { id: fileId } = await kernel.files.put(organisationId, bytes, { name })
      const caller = { organisationId, principalId: ownerId, mandateId: null }
      const taken = await letterFileAct.act(kernel, caller, { fileId }, 'demo')
      if (taken.status !== 'done') throw new Error(JSON.stringify(taken))
      return fileId
    },
  })
  await seedSignatures(actAs, askAs, { people: seeding.people, today: now })
  await seedCalls({
    act: actAs,
    hear: input => must(seeding, systemPrincipalId, 'calls.hear-call', input),
    leave: async (sound, voicemail) => {
      const { id: fileId } = await seeding.kernel.files.put(seeding.organisationId, sound, { name: 'msg0007.wav' })
      return must(seeding, systemPrincipalId, 'calls.take-voicemail', { ...voicemail, fileId })
    },
    goTo: moment => {
      seeding.now = moment
    },
    people: seeding.people,
    now: seeding.now,
  })
  await seedMail({
    kernel: seeding.kernel,
    organisationId: seeding.organisationId,
    act: actAs,
    ask: askAs,
    take: input => must(seeding, systemPrincipalId, 'mail.take-mails', input),
    people: seeding.people,
    now: seeding.now,
  })
  await seedChannels({
    act: actAs,
    hear: input => must(seeding, systemPrincipalId, 'channels.hear', input),
    note: (command, input) => must(seeding, systemPrincipalId, command, input),
    goTo: moment => {
      seeding.now = moment
    },
    people: seeding.people,
    now: seeding.now,
  })
  await seedPublishing({
    act: actAs,
    hand: input => must(seeding, systemPrincipalId, 'publishing.hand-over', input),
    store: async bytes =>
      (await seeding.kernel.files.put(seeding.organisationId, bytes, { name: 'house.png', mediaType: 'image/png' })).id,
    goTo: moment => {
      seeding.now = moment
    },
    people: seeding.people,
    now: seeding.now,
  })
  await seedTables(seeding, ownerId)
  await runQueued(seeding)
  return { papers, confirmed, tasks: demoTasks.length + demoWaiting.length }
}
