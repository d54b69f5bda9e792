import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Call, CommandAnswer } from './answers.ts'
import { runCommand } from './client.ts'
import { tell, tellProgress } from './kit/notices.ts'
import { type SayFunction, useSay } from './language/Say.tsx'
import { runEach } from './runEach.ts'
import { isOfModule } from './useCommand.ts'

/**
 * One command for each of many, where the module has none for many at once: one after the other, with progress and Stop;
 * at the end what was done, with one Undo for all, and why the others were not.
 */
export function useMany(): (calls: readonly Call[]) => Promise<{ readonly done: number }> {
  const say = useSay()
  const queries = useQueryClient()
  return useCallback(
    async calls => {
      const answers = await runTold(calls, say)
      await askAnew(queries, calls)
      const undoAll = answers.flatMap(one => (one.status === 'done' && one.undo ? [one.undo] : []))
      const done = answers.filter(({ status }) => status === 'done').length
      const asked = answers.filter(({ status }) => status === 'asked').length
      const refusal = answers.find(one => one.status === 'refused')?.refusal
      const words = [
        done || answers.length < calls.length ? say('many.done', { count: done, total: calls.length }) : null,
        asked ? say('many.asked', { count: asked }) : null,
        refusal ? say('many.refused', { count: answers.length - done - asked, reason: refusal.message }) : null,
        answers.at(-1)?.status === 'offline' ? say('notice.offline') : null,
      ]
      tell({ kind: refusal && !done ? 'refused' : 'done', text: words.filter(Boolean).join(' '), undoAll })
      return { done }
    },
    [queries, say],
  )
}

/** Takes many acts back, with progress. */
export function useUndoMany(): (calls: readonly Call[]) => Promise<void> {
  const say = useSay()
  const queries = useQueryClient()
  return useCallback(
    async calls => {
      const answers = await runTold(calls, say)
      await askAnew(queries, calls)
      const failed = answers.find(({ status }) => status !== 'done')
      if (failed?.status === 'refused')
        tell({ kind: 'refused', text: failed.refusal.message, todo: failed.refusal.todo })
      else tell({ kind: failed ? 'offline' : 'undone', text: null })
    },
    [queries, say],
  )
}

async function runTold(calls: readonly Call[], say: SayFunction): Promise<CommandAnswer[]> {
  const stop = new AbortController()
  const progress = tellProgress(say('notice.progress'), () => stop.abort())
  try {
    return await runEach(
      calls,
      ({ command, input }) => runCommand(command, input),
      stop.signal,
      done => progress.at(done / calls.length, say('many.progress', { done, total: calls.length })),
    )
  } finally {
    progress.end()
  }
}

async function askAnew(queries: ReturnType<typeof useQueryClient>, calls: readonly Call[]): Promise<void> {
  const commands = [...new Set(calls.map(({ command }) => command))]
  await queries.invalidateQueries({ predicate: ({ queryKey }) => commands.some(name => isOfModule(queryKey, name)) })
}
