/** What follows of a slip: who hears of it, who may see it, the task to call back, and when it goes on unread. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Act } from '../../kernel/implement.ts'
import type { NotificationWish } from '../notifications/contract.ts'
import type { TaskWish } from '../work/contract.ts'
import { escalateSlipJob } from './contract.ts'
import type { SlipRow } from './rows.ts'
import { ruleOf } from './rows.ts'
import { wordsIn } from './words.ts'

type Facts = Pick<
  SlipRow,
  'id' | 'for_id' | 'also_ids' | 'caller' | 'about' | 'number' | 'wish' | 'urgent' | 'call_back_at' | 'turn' | 'body'
>

export const slipTitle = (caller: string, about: string): string =>
  (about ? `${caller}: ${about}` : caller).slice(0, 300)

/** A private one is for whom it is for, who took it and who looked after it since; Kontor's own timers see it too. */
export const audienceOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set([...ids.filter(id => id !== null), systemPrincipalId]),
]

export const noticeKey = (id: string): string => `calls.slip:${id}`

/** Those whom it is for hear of it at once. */
export const noticesOf = (slip: Facts, toIds: readonly (string | null)[]): NotificationWish[] =>
  [...new Set(toIds.filter(id => id !== null))].map(toId => ({
    key: noticeKey(slip.id),
    toId,
    titleKey: slip.urgent ? 'notice.calls.slip-urgent' : 'notice.calls.slip',
    params: { caller: slip.caller, about: slip.about || slip.number || '–' },
    recordId: slip.id,
    urgency: 'now' as const,
  }))

export const taskPrefix = 'calls.slip:'
export const taskKey = ({ id, turn }: Pick<Facts, 'id' | 'turn'>): string => `${taskPrefix}${id}:${turn}`
export const slipOfKey = (key: string): string | null =>
  key.startsWith(taskPrefix) ? (key.slice(taskPrefix.length).split(':')[0] ?? null) : null

/** Whoever is to call back has a task, due when it was promised, else the same day. */
export function tasksOf(act: Act, slip: Facts): TaskWish[] {
  if (slip.wish !== 'call-back' || slip.for_id === null) return []
  const title = wordsIn(act.office.language, 'task.calls.call-back', { name: slip.caller })
  const zone = act.office.zone
  return [
    {
      key: taskKey(slip),
      title: [title, slip.number].filter(Boolean).join(', ').slice(0, 300),
      note: [slip.about, slip.body].filter(Boolean).join('\n'),
      ownerId: slip.for_id,
      dueOn: slip.call_back_at?.toZonedDateTimeISO(zone).toPlainDate() ?? act.today,
      ...(slip.call_back_at ? { dueAt: slip.call_back_at } : {}),
      effortMinutes: 10,
      urgency: slip.urgent ? 'urgent' : 'normal',
      ifLate: slip.call_back_at ? 'breaks-promise' : 'holds-others',
      sourceId: slip.id,
    },
  ]
}

/** When an urgent one goes to the deputy, if nobody has read it by then; null where it waits. */
export async function firstStepAt(act: Act, slip: { urgent: boolean; for_id: string | null }) {
  if (!slip.urgent || slip.for_id === null) return null
  return act.at.add({ minutes: (await ruleOf(act)).deputyMinutes })
}

export function setTimer(act: Act, id: string, step: number, at: Temporal.Instant | null): void {
  if (at) act.enqueue(escalateSlipJob, { id, step }, { startAfter: at })
}

export const searchOf = (slip: Pick<Facts, 'about' | 'body' | 'number' | 'caller'>) => ({
  body: [slip.caller, slip.number, slip.about, slip.body].filter(Boolean).join('\n'),
})
