/** The end of a day in the year's office: the pile is confirmed, and what is due is done by whose it is. */
import { almgrenTveit } from './papers/offices.ts'
import { act, ask, must, runQueued, type Seeding } from './seeding.ts'

export const at = (day: Temporal.PlainDate, plainTime: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: almgrenTveit.zone, plainTime }).toInstant()

/** Papers that cannot be confirmed as they were read are set aside, as a person would who has to ask somebody first. */
export async function confirmDay(seeding: Seeding, as: string, day: Temporal.PlainDate): Promise<number> {
  seeding.now = at(day, '15:30')
  const sure = await act(seeding, as, 'documents.confirm-sure', {})
  let count = sure.status === 'done' ? (sure.output as { count: number }).count : 0
  const { rows } = await ask(seeding, as, 'documents.stack', { limit: 100 })
  for (const { id, version } of rows) {
    seeding.now = seeding.now.add({ seconds: 20 })
    const outcome = await act(seeding, as, 'documents.confirm', { id, expectedVersion: version })
    if (outcome.status === 'done') count++
    else await must(seeding, as, 'documents.set-aside', { id })
  }
  await runQueued(seeding)
  return count
}

interface Due {
  readonly rows: readonly { readonly id: string; readonly owner: { readonly id: string } | null }[]
}

/** Whoever owns a task does it; what is a role's, the office's own person. */
export async function closeOfDay(
  seeding: Seeding,
  people: ReadonlySet<string>,
  ownerId: string,
  day: Temporal.PlainDate,
): Promise<number> {
  seeding.now = at(day, '16:30')
  const due = { states: ['open'], dueTo: day.toString(), limit: 100 }
  const { rows } = (await ask(seeding, ownerId, 'work.list-tasks', due)) as never as Due
  const whose = new Map<string, string[]>()
  for (const { id, owner } of rows) {
    const who = owner && people.has(owner.id) ? owner.id : ownerId
    whose.set(who, [...(whose.get(who) ?? []), id])
  }
  let done = 0
  for (const [who, ids] of whose) {
    // Some may not see all that is theirs: the owner does those.
    const outcome = await act(seeding, who, 'work.complete-many', { ids })
    if (outcome.status !== 'done') await must(seeding, ownerId, 'work.complete-many', { ids })
    done += ids.length
  }
  await runQueued(seeding)
  return done
}
