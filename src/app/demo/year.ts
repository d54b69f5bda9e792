/**
 * `npm run demo -- --year`: a year of the drawn office. Its post comes through intake day by day, is read, confirmed and becomes work;
 * what is due is done; months are closed by their procedure; habits form. At its end stands what a day has that begins tomorrow.
 */
import { systemPrincipalId } from '../../kernel/platform/first-run.ts'
import type { Composed } from '../compose.ts'
import { seedAnnouncements } from './announcements.ts'
import { almgrenTveit } from './papers/offices.ts'
import { yearPapers } from './papers/year.ts'
import { seedExpenses, travellers } from './expenses.ts'
import { seedPeople } from './people.ts'
import { seedPermits } from './permits.ts'
import { seedMatters } from './matters.ts'
import { seedRegisters } from './registers.ts'
import { act, ask, fillDirectory, invite, must, openOffice, receive, runQueued, type Seeding } from './seeding.ts'
import { closeOfDay, confirmDay } from './year-days.ts'
import { bookMonth, openYearBooks, type YearBooks } from './year-books.ts'
import { type YearFrame, closeYear, openYear, turnOfMonth, weekOf } from './year-work.ts'
import { yearTeams, yearUsers } from './year-people.ts'

export interface YearCall {
  readonly papers: number
  /** How many of the office's 25 people have an account. */
  readonly people: number
  /** Some papers come as pictures, which take seconds each to be recognised. */
  readonly scans: boolean
  /** Whether the office keeps its books here: bills booked and paid, customers invoiced. */
  readonly books?: boolean
}

export interface YearReport {
  readonly papers: number
  readonly documents: number
  readonly confirmed: number
  readonly tasksDone: number
  readonly seconds: number
}

/** Papers of the last days wait to be confirmed. */
const unconfirmedDays = 2

/** Fills an empty Kontor with the year that ends yesterday. */
export async function seedYear(composed: Composed, tell: (line: string) => void, call: YearCall): Promise<YearReport> {
  const began = performance.now()
  const today = Temporal.Now.plainDateISO(almgrenTveit.zone)
  const { seeding, ownerId } = await openOffice(composed, today.subtract({ years: 1, days: 7 }))
  for (const user of yearUsers(call.people)) await invite(composed, seeding, ownerId, user)
  await fillDirectory(seeding, ownerId)
  await makeTeams(seeding, ownerId)
  const frame = await openYear(seeding, ownerId)
  const approver = seeding.people.get('Johan Almgren') ?? ownerId
  const books = call.books ? await openYearBooks(seeding, { keeper: frame.bookkeeper, approver }) : null
  const count = await liveThrough(seeding, { frame, books }, today, call, tell)
  await rest(seeding, ownerId, today)
  await closeYear(seeding, frame, today)
  await runQueued(seeding)
  const { total: documents } = (await ask(seeding, ownerId, 'documents.list-documents', { limit: 1 })) as never as {
    total: number
  }
  return { ...count, documents, seconds: (performance.now() - began) / 1000 }
}

/** Day by day: the post, the pile, the work that is due. */
async function liveThrough(
  seeding: Seeding,
  { frame, books }: { readonly frame: YearFrame; readonly books: YearBooks | null },
  today: Temporal.PlainDate,
  call: YearCall,
  tell: (line: string) => void,
): Promise<Pick<YearReport, 'papers' | 'confirmed' | 'tasksDone'>> {
  const count = { papers: 0, confirmed: 0, tasksDone: 0 }
  const until = today.subtract({ days: 1 })
  let day: Temporal.PlainDate | null = null
  const closeDay = async (): Promise<void> => {
    if (!day) return
    await runQueued(seeding)
    if (Temporal.PlainDate.compare(day, until.subtract({ days: unconfirmedDays })) > 0) return
    count.confirmed += await confirmDay(seeding, frame.ownerId, day)
    await weekOf(seeding, frame, day)
    count.tasksDone += await closeOfDay(seeding, frame.people, frame.ownerId, day)
  }
  const papers = yearPapers({ seed: 'a year', count: call.papers, until: until.toString(), scans: call.scans })
  for await (const paper of papers) {
    const on = Temporal.PlainDate.from(paper.arrivedAt.slice(0, 10))
    if (!day || !day.equals(on)) {
      await closeDay()
      if (day?.month !== on.month) {
        if (books && day) await bookMonth(seeding, books, on.with({ day: 1 }))
        await turnOfMonth(seeding, frame, on)
        tell(`  … ${on.toString().slice(0, 7)}: ${count.papers} papers, ${count.confirmed} confirmed so far`)
      }
      day = on
    }
    await receive(seeding, frame.ownerId, paper)
    count.papers++
  }
  await closeDay()
  return count
}

/** The rest of an office's life, as it stands today. */
async function rest(seeding: Seeding, ownerId: string, today: Temporal.PlainDate): Promise<void> {
  seeding.now = Temporal.Now.instant().subtract({ hours: 1 })
  const tellAs = (command: string, input: unknown) => must(seeding, ownerId, command, input)
  const askAs = (query: string, input: unknown) => ask(seeding, ownerId, query, input)
  const { people, parties } = seeding
  await seedMatters({ people, parties, today, must: tellAs, ask: askAs })
  await seedPeople(tellAs, parties)
  await seedRegisters(tellAs, askAs, today, parties)
  await seedPermits(tellAs, askAs, today)
  await seedAnnouncements((who, command, input) => must(seeding, people.get(who)!, command, input), today, people)
  const actAs = (who: string, command: string, input: unknown) => must(seeding, people.get(who)!, command, input)
  // The smallest offices lack the people who travel.
  if (travellers.every(who => people.has(who))) await seedExpenses(actAs, askAs, today, people)
  await act(seeding, systemPrincipalId, 'procedures.raise-due', {})
}

/** Teams are roles that give nothing but the desk: announcements, audiences and tasks can be for one. */
async function makeTeams(seeding: Seeding, ownerId: string): Promise<void> {
  for (const [name, members] of yearTeams) {
    const { id: roleId } = await must(seeding, ownerId, 'authority.create-role', {
      name,
      grants: [{ permission: 'work.desk' }],
    })
    for (const member of members) {
      const id = seeding.people.get(member)
      if (id) await must(seeding, ownerId, 'authority.assign-role', { id, roleId })
    }
  }
}
