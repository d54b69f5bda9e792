/** What the makers of demo offices share: every act goes through the dispatcher, at the moment it is said to have happened. */
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
import { demoOwner, demoPassword, type DemoUser } from './office.ts'
import { almgrenTveit } from './papers/offices.ts'
import type { Paper } from './papers/types.ts'

export interface Seeding {
  readonly kernel: Kernel
  readonly organisationId: string
  readonly queue: JobToInsert[]
  readonly people: Map<string, string>
  readonly parties: Map<string, string>
  now: Temporal.Instant
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

export const act = async (seeding: Seeding, as: string, command: string, input: unknown): Promise<Outcome> =>
  seeding.kernel.dispatch({
    organisationId: seeding.organisationId,
    principalId: as,
    command,
    input,
    requestId: newId(),
    surface: 'demo',
  })

export const must = async (seeding: Seeding, as: string, command: string, input: unknown) =>
  done(await act(seeding, as, command, input), command)

export async function ask(seeding: Seeding, as: string, query: string, input: unknown): Promise<Answered> {
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

/**
 * Runs what the acts have enqueued, two at a time as the workers do, at the demo's own time. What these enqueue in turn waits until
 * all of them are through: an act enqueues before it is committed, and nobody may run ahead of it.
 */
export async function runQueued(seeding: Seeding): Promise<void> {
  while (seeding.queue.length > 0) {
    const round = seeding.queue.splice(0)
    await Promise.all([runInTurn(seeding, round), runInTurn(seeding, round)])
  }
}

async function runInTurn(seeding: Seeding, round: JobToInsert[]): Promise<void> {
  for (let job = round.shift(); job; job = round.shift()) {
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

/** Opens the organisation at eight in the morning of a day. */
export async function openOffice(
  composed: Composed,
  on: Temporal.PlainDate,
): Promise<{ seeding: Seeding; ownerId: string }> {
  const queue: JobToInsert[] = []
  const people = new Map<string, string>()
  const seeding: { now: Temporal.Instant } = {
    now: on.toZonedDateTime({ timeZone: almgrenTveit.zone, plainTime: '08:00' }).toInstant(),
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

export async function invite(composed: Composed, seeding: Seeding, ownerId: string, user: DemoUser): Promise<void> {
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

/** Takes a paper in at its moment; whoever asks runs what it has enqueued. */
export async function receive(seeding: Seeding, ownerId: string, paper: Paper): Promise<void> {
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
}

export async function takeIn(seeding: Seeding, ownerId: string, paper: Paper): Promise<void> {
  await receive(seeding, ownerId, paper)
  await runQueued(seeding)
}

/** Confirms what lay in the pile at the end of a day, as a clerk would: what is sure at once, the rest one by one. */
export async function confirmPile(seeding: Seeding, as: string): Promise<number> {
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

/** Everybody of the office stands in the directory, with an account or without. */
export async function fillDirectory(seeding: Seeding, ownerId: string): Promise<void> {
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
