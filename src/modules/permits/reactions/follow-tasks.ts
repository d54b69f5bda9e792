/** What happens to the task of a check happens to the check: the key in work's events says which. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { noteChecked } from '../contract.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const checkPattern = new RegExp(`^permits\\.check:(${uuid}):(${uuid}):(\\d{4}-\\d\\d-\\d\\d)$`)

interface Payload {
  readonly key?: string | null
  readonly keys?: readonly string[]
}

export function checksOf({ payload }: Happened<Payload>): { id: string; conditionId: string; dueOn: string }[] {
  const keys = payload.keys ?? (payload.key ? [payload.key] : [])
  return keys.flatMap(key => {
    const [, id, conditionId, dueOn] = checkPattern.exec(key) ?? []
    return id && conditionId && dueOn ? [{ id, conditionId, dueOn }] : []
  })
}

export const followTasks: readonly Reaction[] = (['work.task-completed', 'work.tasks-completed'] as const).map(on => ({
  on,
  command: noteChecked,
  inputs: checksOf,
}))
