/** The tasks that publishing makes: each with a key of its turn, so that none is made twice. */
import type { Standing } from '../../kernel/implement.ts'
import * as c from './contract.ts'
import type { PageRow, PlacedRow, PublicationRow } from './rows.ts'
import { officeWords } from './words.ts'

type At = Pick<Standing, 'office' | 'today'>
type Titled = PublicationRow & { readonly title: string }

export const approvalKey = ({ id, turn }: Pick<PublicationRow, 'id' | 'turn'>) => ({
  key: `publishing.approve:${id}:${turn}`,
})
export const placementKey = ({ publication_id, outlet_id, tries }: PlacedRow) => ({
  key: `publishing.place:${publication_id}:${outlet_id}:${tries}`,
})
export const pageKey = ({ id, turn }: Pick<PageRow, 'id' | 'turn'>) => ({ key: `publishing.page:${id}:${turn}` })

/** Asked to look at a post before its time. */
export const approvalTask = (act: At, row: Titled, turn: number, approverId: string | null) => ({
  ...approvalKey({ id: row.id, turn }),
  title: officeWords(act, 'task.publishing.approve', { title: row.title }).slice(0, 300),
  ...(approverId ? { ownerId: approverId } : {}),
  ...(row.planned_at ? { dueAt: row.planned_at } : {}),
  sourceId: row.id,
  ifLate: 'holds-others' as const,
})

/** The text ready to be copied, and where it goes. */
export function handTask(act: At, row: Titled, placed: PlacedRow) {
  return {
    ...placementKey(placed),
    title: officeWords(act, 'task.publishing.hand', { title: row.title, outlet: placed.title }).slice(0, 300),
    note: c.composed({ text: placed.body ?? row.body, link: row.link, hashtags: row.hashtags }),
    ownerId: placed.keeper_id ?? row.owner_id,
    dueOn: act.today,
    sourceId: row.id,
    ifLate: 'breaks-promise' as const,
  }
}

const troubles = {
  failed: 'task.publishing.failed',
  unsure: 'task.publishing.unsure',
  missed: 'task.publishing.missed',
} as const
export type Trouble = keyof typeof troubles
export const isTrouble = (state: string): state is Trouble => state in troubles

/** It is not there as planned: somebody says what is to become of it. */
export const troubleTask = (act: At, row: Titled, placed: PlacedRow, state: Trouble, said: string | null) => ({
  ...placementKey(placed),
  title: officeWords(act, troubles[state], { title: row.title, outlet: placed.title }).slice(0, 300),
  ...(said ? { note: said } : {}),
  ownerId: row.owner_id,
  dueOn: act.today,
  sourceId: row.id,
  ifLate: 'breaks-promise' as const,
})

/** The next of what comes again and again is to be written. */
export const nextTask = (act: At, next: { id: string; title: string; ownerId: string; planned: Temporal.Instant }) => ({
  key: `publishing.write:${next.id}`,
  title: officeWords(act, 'task.publishing.next', { title: next.title }).slice(0, 300),
  ownerId: next.ownerId,
  dueAt: next.planned,
  sourceId: next.id,
})

export function pageTask(act: At, row: PageRow & { readonly title: string }) {
  const parts = [row.address, row.why, `− ${row.before_text || '–'}`, `+ ${row.after_text}`]
  return {
    ...pageKey(row),
    title: officeWords(act, 'task.publishing.page', { title: row.title }).slice(0, 300),
    note: parts.filter(Boolean).join('\n\n').slice(0, 20_000),
    ownerId: row.keeper_id ?? row.written_by,
    ...(row.due_on ? { dueOn: row.due_on } : {}),
    sourceId: row.id,
    ifLate: 'holds-others' as const,
  }
}
