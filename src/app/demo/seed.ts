/** The demo's month of life: every act of it goes through the dispatcher, at the moment it is said to have happened. */
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import type { JobToInsert } from '../../kernel/dispatch/parts.ts'
import { newId } from '../../kernel/ids.ts'
import type { JobRun } from '../../kernel/implement.ts'
import { createKernel, type Kernel } from '../../kernel/kernel.ts'
import { acceptInvitation, setAccountLanguage } from '../../kernel/platform/accounts.ts'
import { openOrganisation, systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { authorityPort } from '../../modules/authority/index.ts'
import { standardRoles } from '../../modules/authority/contract.ts'
import type { Composed } from '../compose.ts'
import { demoOwner, demoPassword, demoTasks, type DemoUser, demoUsers, demoWaiting } from './office.ts'
import { seedAnnouncements } from './announcements.ts'
import { generateMonth } from './papers/generate.ts'
import { almgrenTveit } from './papers/offices.ts'
import type { Paper } from './papers/types.ts'
import { seedKeeping } from './keeping.ts'
import { seedMatters } from './matters.ts'
import { seedOutside } from './outside.ts'
import { seedPermits } from './permits.ts'
import { seedProcedures } from './procedures.ts'
import { seedHandedOver, seedPeople } from './people.ts'
import { seedRegisters } from './registers.ts'

/** The month's life ends on its last paper's day, or today where that has not come yet; its last days are still to be confirmed. */
const today = Temporal.Now.plainDateISO(almgrenTveit.zone)
const lastPaperOn = Temporal.PlainDate.from('2026-11-24')
const lastDay = Temporal.PlainDate.compare(today, lastPaperOn) < 0 ? today : lastPaperOn
const unconfirmedDays = 2

interface Seeding {
  readonly kernel: Kernel
  readonly organisationId: string
  readonly queue: JobToInsert[]
  readonly people: Map<string, string>
  readonly parties: Map<string, string>
  now: Temporal.Instant
}

export interface SeedReport {
  readonly papers: number
  readonly confirmed: number
  readonly tasks: number
}

/** What the acts and queries used here answer, together. */
interface Answered {
  readonly id: string
  readonly principalId: string
  readonly invitationId: string
  readonly path: string
  readonly rows: readonly { readonly id: string; readonly version: number; readonly state: string }[]
}

function done(outcome: Outcome, command: string): Answered {
  if (outcome.status !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome)}`)
  return outcome.output as Answered
}

const act = async (seeding: Seeding, as: string, command: string, input: unknown): Promise<Outcome> =>
  seeding.kernel.dispatch({
    organisationId: seeding.organisationId,
    principalId: as,
    command,
    input,
    requestId: newId(),
    surface: 'demo',
  })

const must = async (seeding: Seeding, as: string, command: string, input: unknown) =>
  done(await act(seeding, as, command, input), command)

async function ask(seeding: Seeding, as: string, query: string, input: unknown): Promise<Answered> {
  const answer = await seeding.kernel.ask({
    organisationId: seeding.organisationId,
    principalId: as,
    query,
    input,
    requestId: newId(),
  })
  if (answer.status !== 'done') throw new Error(`${query}: ${JSON.stringify(answer.refusal)}`)
  return answer.output as Answered
}

/** Runs what the acts have enqueued, at the demo's own time. */
async function runQueued(seeding: Seeding): Promise<void> {
  for (let job = seeding.queue.shift(); job; job = seeding.queue.shift()) {
    if (job.startAfter) continue
    const body = seeding.kernel.registry.jobBody(job.name)
    if (!body) continue
    const jobId = newId()
    const as = { organisationId: seeding.organisationId, principalId: job.principalId, requestId: `demo:${jobId}` }
    const run: JobRun = {
      organisationId: seeding.organisationId,
      jobId,
      principalId: job.principalId,
      attempt: 0,
      signal: new AbortController().signal,
      files: seeding.kernel.files,
      dispatch: (command, input, step) =>
        seeding.kernel.dispatch({ ...as, command: command.name, input, key: `job:${jobId}:${step}`, surface: 'job' }),
      query: async (query, input) =>
        query.output.decode((await ask(seeding, job.principalId, query.name, input)) as never),
      progress: async () => {},
    }
    await body.run(run, body.job.payload.decode(job.payload as never))
  }
}

async function openOffice(composed: Composed): Promise<{ seeding: Seeding; ownerId: string }> {
  const queue: JobToInsert[] = []
  const people = new Map<string, string>()
  const seeding: { now: Temporal.Instant } = {
    now: Temporal.PlainDate.from('2026-08-31')
      .toZonedDateTime({ timeZone: almgrenTveit.zone, plainTime: '08:00' })
      .toInstant(),
  }
  const kernel = createKernel({
    registry: composed.registry,
    pool: composed.kernel.pool,
    authority: authorityPort(),
    jobs: { insert: async (_client, _organisation, jobs) => void queue.push(...jobs), wake: () => {} },
    files: composed.kernel.files,
    secret: composed.kernel.secret,
    clock: () => seeding.now,
    log: composed.kernel.log,
  })
  const opened = await openOrganisation(composed.ground, kernel.dispatch, {
    organisation: almgrenTveit.name,
    country: 'SE',
    language: 'sv',
    name: demoOwner.name,
    email: demoOwner.email,
    password: demoPassword,
  })
  if (!opened.ok) throw new Error(`the demo office could not be opened: ${opened.refusal.name}`)
  people.set(demoOwner.name, opened.value.principalId)
  await setAccountLanguage(composed.ground, opened.value.accountId, demoOwner.language)
  return {
    seeding: Object.assign(seeding, {
      kernel,
      organisationId: opened.value.organisationId,
      queue,
      people,
      parties: new Map<string, string>(),
    }),
    ownerId: opened.value.principalId,
  }
}

async function invite(composed: Composed, seeding: Seeding, ownerId: string, user: DemoUser): Promise<void> {
  const { principalId, invitationId } = await must(seeding, ownerId, 'authority.invite-person', {
    name: user.name,
    email: user.email,
    roleIds: [standardRoles[user.role].id],
    language: user.language,
  })
  const { path } = await ask(seeding, ownerId, 'authority.show-link', { id: invitationId })
  const ground = { ...composed.ground, clock: () => seeding.now }
  const accepted = await acceptInvitation(ground, {
    token: path.split('#')[1]!,
    name: user.name,
    password: demoPassword,
    language: user.language,
    address: '127.0.0.1',
  })
  if (!accepted.ok) throw new Error(`${user.email}: ${accepted.refusal.name}`)
  seeding.people.set(user.name, principalId)
}

async function fillDirectory(seeding: Seeding, ownerId: string): Promise<void> {
  for (const person of almgrenTveit.people) {
    const email = `${person.name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ /g, '.')}@${almgrenTveit.domain}`
    const { id } = await must(seeding, ownerId, 'directory.create-person', {
      name: person.name,
      role: person.role,
      emails: [{ email }],
    })
    seeding.parties.set(person.name, id)
  }
}

async function takeIn(seeding: Seeding, ownerId: string, paper: Paper): Promise<void> {
  seeding.now = Temporal.Instant.from(paper.arrivedAt)
  const file = await seeding.kernel.files.put(seeding.organisationId, paper.bytes, {
    name: paper.name,
    mediaType: paper.mediaType,
  })
  const arrivedBy = paper.arrivesBy === 'upload' ? 'upload' : 'mail'
  const as = arrivedBy === 'mail' ? systemPrincipalId : ownerId
  await must(seeding, as, 'documents.take-in', {
    fileId: file.id,
    name: paper.name,
    arrivedBy,
    ...(paper.arrivesBy === 'scan' ? { arrivedFrom: 'scanner@kontor' } : {}),
  })
  await runQueued(seeding)
}

/** Confirms what lay in the pile at the end of a day, as a clerk would: what is sure at once, the rest one by one. */
async function confirmPile(seeding: Seeding, as: string): Promise<number> {
  let count = 0
  const { rows } = await ask(seeding, as, 'documents.stack', {})
  for (const row of rows) {
    if (row.state !== 'to-confirm') continue
    seeding.now = seeding.now.add({ seconds: 40 })
    const outcome = await act(seeding, as, 'documents.confirm', { id: row.id, expectedVersion: row.version })
    if (outcome.status === 'done') count++
  }
  await runQueued(seeding)
  return count
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
  const { seeding, ownerId } = await openOffice(composed)
  for (const user of demoUsers) await invite(composed, seeding, ownerId, user)
  await fillDirectory(seeding, ownerId)
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
  await seedOutside(tellAs, askAs)
  await seedPermits(tellAs, askAs, now)
  const actAs = (who: string, command: string, input: unknown) =>
    must(seeding, seeding.people.get(who)!, command, input)
  await seedAnnouncements(actAs, now, seeding.people)
  await seedHandedOver(actAs, seeding.people)
  await runQueued(seeding)
  return { papers, confirmed, tasks: demoTasks.length + demoWaiting.length }
}
