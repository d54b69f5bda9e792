import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Call, CommandAnswer, InputOf, OutputOf } from './answers.ts'
import { type RunOptions, runCommand } from './client.ts'
import { tell } from './kit/notices.ts'

export interface CommandState<D> {
  /** Runs it; answers always, throws never. A second call while one is under way waits for its own turn at the server. */
  readonly run: (input: InputOf<D>, options?: RunOptions) => Promise<CommandAnswer<OutputOf<D>>>
  readonly busy: boolean
  /** The last answer, until the next run or `clear`. */
  readonly answer: CommandAnswer<OutputOf<D>> | null
  readonly clear: () => void
}

/** How the answer is told to the person. */
export interface Telling {
  /** What was done, in the past tense: said with Undo where the thing has left the page. */
  readonly said?: string
  /** True: the part itself shows the answer in place; nothing is told at the foot of the page. */
  readonly quiet?: boolean
}

/**
 * A command: `const complete = useCommand<typeof completeTask>('work.complete-task', { said: say('task.completed') })`.
 * After it is done every answer of its module is asked anew; other modules' follow by the live stream.
 */
export function useCommand<D = unknown>(name: string, telling: Telling = {}): CommandState<D> {
  const queries = useQueryClient()
  const [underWay, setUnderWay] = useState(0)
  const [answer, setAnswer] = useState<CommandAnswer<OutputOf<D>> | null>(null)
  const told = useRef(telling)
  told.current = telling
  const run = useCallback(
    async (input: InputOf<D>, options?: RunOptions) => {
      setUnderWay(count => count + 1)
      const given = await runCommand<D>(name, input, options)
      setUnderWay(count => count - 1)
      if (options?.dryRun) return given
      setAnswer(given)
      if (given.status === 'done')
        void queries.invalidateQueries({ predicate: ({ queryKey }) => isOfModule(queryKey, name) })
      if (!told.current.quiet) tellAnswer(given, told.current.said)
      return given
    },
    [name, queries],
  )
  return { run, busy: underWay > 0, answer, clear: useCallback(() => setAnswer(null), []) }
}

const moduleOf = (name: string): string => name.slice(0, name.indexOf('.'))

/** Whether a cached answer is of the module whose command was run. */
export const isOfModule = (queryKey: readonly unknown[], command: string): boolean =>
  queryKey[0] === 'query' && moduleOf(String(queryKey[1])) === moduleOf(command)

/** Says at the foot of the page what came of an act; `href`: where what it made stands. */
export function tellAnswer(answer: CommandAnswer, said?: string, href?: string | null): void {
  if (answer.status === 'done') tell({ kind: 'done', text: said ?? null, undo: answer.undo, ...(href ? { href } : {}) })
  else if (answer.status === 'asked') tell({ kind: 'asked', text: null, href: `/approvals/${answer.approval.id}` })
  else if (answer.status === 'refused')
    tell({ kind: 'refused', text: answer.refusal.message, todo: answer.refusal.todo })
  else tell({ kind: 'offline', text: null })
}

/** Takes an act back by its inverse command. */
export function useUndo(): (undo: Call) => Promise<CommandAnswer> {
  const queries = useQueryClient()
  return useCallback(
    async undo => {
      const answer = await runCommand(undo.command, undo.input)
      if (answer.status === 'done') {
        await queries.invalidateQueries({ predicate: ({ queryKey }) => isOfModule(queryKey, undo.command) })
        tell({ kind: 'undone', text: null })
      } else tellAnswer(answer)
      return answer
    },
    [queries],
  )
}
