import { useCallback, useEffect, useRef, useState } from 'react'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { assignTask, completeTask, pinTask, snoozeTask, unpinTask } from '../../contract.ts'
import type { DeskLine, WorkKeys } from './deskTypes.ts'
import { tomorrowMorning } from './snooze.ts'

export interface QueueKeys {
  /** The line the keyboard stands on. */
  readonly here: string | null
  /** Lines that were just done and are about to go. */
  readonly leaving: ReadonlySet<string>
  readonly open: (line: DeskLine) => void
  readonly complete: (line: DeskLine) => void
  readonly snooze: (line: DeskLine) => void
  readonly assign: (line: DeskLine) => void
  readonly pin: (line: DeskLine) => void
}

/** What can be done with the line one stands on, by key and by button alike. */
export function useQueueKeys(
  lines: readonly DeskLine[],
  wanted: string | null,
  setHere: (id: string) => void,
): QueueKeys {
  const say = useSay<WorkKeys>()
  const go = useGo()
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const completing = useCommand<typeof completeTask>('work.complete-task', { said: say('page.desk.done') })
  const snoozing = useCommand<typeof snoozeTask>('work.snooze-task', { said: say('page.desk.snoozed-until-morning') })
  const pinning = useCommand<typeof pinTask>('work.pin-task', { quiet: true })
  const unpinning = useCommand<typeof unpinTask>('work.unpin-task', { quiet: true })
  const position = useRef(0)
  const found = lines.findIndex(line => line.id === wanted)
  const index = found >= 0 ? found : Math.min(position.current, lines.length - 1)
  const here = lines[index] ?? null
  useEffect(() => {
    position.current = Math.max(0, index)
  }, [index])
  const leave = useCallback(async (id: string, act: Promise<{ status: string }>) => {
    setLeaving(before => new Set(before).add(id))
    await act
    setLeaving(before => {
      const after = new Set(before)
      after.delete(id)
      return after
    })
  }, [])
  const move = (by: number) => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, index + by))]
    if (next) setHere(next.id)
    document.getElementById(`task-${next?.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const acts = {
    open: (line: DeskLine) => go(`/tasks/${line.id}`),
    complete: (line: DeskLine) => void leave(line.id, completing.run({ id: line.id, expectedVersion: line.version })),
    snooze: (line: DeskLine) =>
      void leave(line.id, snoozing.run({ id: line.id, expectedVersion: line.version, until: tomorrowMorning() })),
    assign: (line: DeskLine) =>
      openCommand({
        command: 'work.assign-task' satisfies (typeof assignTask)['name'],
        input: { id: line.id, expectedVersion: line.version },
        about: line.title,
      }),
    pin: (line: DeskLine) =>
      void (line.pinned ? unpinning : pinning).run({ id: line.id, expectedVersion: line.version }),
  }
  const on = (act: (line: DeskLine) => void) => () => {
    if (here) act(here)
  }
  const group = say('page.desk')
  useHotkeys([
    { keys: 'j', label: say('page.desk.next'), group, run: () => move(1) },
    { keys: 'ArrowDown', label: '', silent: true, run: () => move(1) },
    { keys: 'k', label: say('page.desk.previous'), group, run: () => move(-1) },
    { keys: 'ArrowUp', label: '', silent: true, run: () => move(-1) },
    { keys: 'enter', label: say('open'), group, run: on(acts.open) },
    { keys: 'e', label: say('work.complete-task'), group, run: on(acts.complete) },
    { keys: 's', label: say('work.snooze-task'), group, run: on(acts.snooze) },
    { keys: 'a', label: say('work.assign-task'), group, run: on(acts.assign) },
    { keys: 'p', label: say('work.pin-task'), group, run: on(acts.pin) },
  ])
  return { here: here?.id ?? null, leaving, ...acts }
}
