/** What a person said of filing one paper: which proposals were let stand, and what was chosen otherwise. */
import type { ConfirmPlan } from '../confirm-plan.ts'
import { moneyText } from '../consequences.ts'
import { wordingOfTitle, type WordingFacts } from './taught-rule.ts'

/** Something a person said of papers of one sender. */
export interface FilingSaid {
  readonly about: 'class' | 'owner' | 'wording'
  readonly topic: string
  readonly says: object
}

export interface Filed {
  /** Lessons whose proposal was let stand. */
  readonly held: readonly string[]
  readonly said: readonly FilingSaid[]
}

export const nothingFiled: Filed = { held: [], said: [] }

type Decided = Pick<ConfirmPlan, 'kind' | 'classCode' | 'consequences' | 'columns' | 'sender' | 'taught'>

/** The facts as a task's wording holds them. */
function factsOf({ columns }: Decided, locale: string): WordingFacts {
  const deadline = columns.due_on ?? columns.valid_until
  const { total_minor: minor, currency } = columns
  return {
    sender: columns.sender_name,
    number: columns.number,
    subject: columns.subject,
    total: minor !== null && currency !== null ? moneyText({ minor, currency }, locale) : null,
    due: deadline && deadline.toLocaleString(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  }
}

export function filedBy(done: Decided, proposed: Decided, locale: string): Filed {
  const [task, offered] = [done.consequences.task, proposed.consequences.task]
  const sameClass = done.classCode?.id === proposed.classCode?.id
  const sameOwner = task?.ownerId === offered?.ownerId && task?.role === offered?.role
  const sameTitle = task?.title === offered?.title
  const stands = { class: sameClass, owner: Boolean(task) && sameOwner, wording: Boolean(task) && sameTitle }
  const topic = done.kind
  const wording = task && offered && !sameTitle ? wordingOfTitle(task.title, factsOf(done, locale)) : null
  const said: FilingSaid[] = [
    ...(done.classCode && !sameClass
      ? [{ about: 'class' as const, topic, says: { classCodeId: done.classCode.id } }]
      : []),
    ...(task && offered && !sameOwner
      ? [{ about: 'owner' as const, topic, says: { ownerId: task.ownerId, role: task.role } }]
      : []),
    ...(wording ? [{ about: 'wording' as const, topic, says: { title: wording } }] : []),
  ]
  return { held: proposed.taught.by.filter(({ about }) => stands[about]).map(({ id }) => id), said }
}
