/** What becomes of the tasks that this module raised: completed, dropped or opened again in the queue, steps and days follow. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { noteEnded, noteObligation, noteReopened } from '../contract.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const stepPattern = new RegExp(`^procedures\\.step:(${uuid}):(${uuid}):\\d+$`)
const obligationPattern = new RegExp(`^procedures\\.obligation:(${uuid}):(\\d{4}-\\d\\d-\\d\\d):\\d+$`)

interface Payload {
  readonly key?: string | null
  readonly keys?: readonly string[]
  readonly because?: string | null
}

const keysOf = ({ payload }: Happened<Payload>): readonly string[] => payload.keys ?? (payload.key ? [payload.key] : [])

/** The runs of these keys with the steps meant, each run once. */
export function runsOf(keys: readonly string[]): { id: string; stepIds: string[] }[] {
  const found = new Map<string, string[]>()
  for (const key of keys) {
    const [, run, step] = stepPattern.exec(key) ?? []
    if (run && step) found.set(run, [...(found.get(run) ?? []), step])
  }
  return [...found].map(([id, stepIds]) => ({ id, stepIds }))
}

export function obligationsOf(keys: readonly string[]): { id: string; dueOn: string }[] {
  return keys.flatMap(key => {
    const [, id, dueOn] = obligationPattern.exec(key) ?? []
    return id && dueOn ? [{ id, dueOn }] : []
  })
}

const completed = ['work.task-completed', 'work.tasks-completed'] as const
const reopened = ['work.task-reopened', 'work.tasks-reopened'] as const

export const followTasks: readonly Reaction[] = [
  ...completed.flatMap((on): Reaction[] => [
    {
      on,
      command: noteEnded,
      inputs: happened => runsOf(keysOf(happened)).map(run => ({ ...run, how: 'done', because: null })),
    },
    {
      on,
      command: noteObligation,
      inputs: happened => obligationsOf(keysOf(happened)).map(day => ({ ...day, how: 'done' })),
    },
  ]),
  {
    on: 'work.task-dropped',
    command: noteEnded,
    inputs: happened =>
      runsOf(keysOf(happened)).map(run => ({
        ...run,
        how: 'skipped',
        because: (happened.payload as Payload).because?.slice(0, 500) ?? null,
      })),
  },
  ...reopened.flatMap((on): Reaction[] => [
    { on, command: noteReopened, inputs: happened => runsOf(keysOf(happened)) },
    {
      on,
      command: noteObligation,
      inputs: happened => obligationsOf(keysOf(happened)).map(day => ({ ...day, how: 'reopened' })),
    },
  ]),
]
