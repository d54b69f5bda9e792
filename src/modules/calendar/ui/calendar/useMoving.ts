import { useCallback, useEffect, useMemo, useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import type { GridEvent, Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { getEvent, moveEvent, Scope } from '../../contract.ts'
import type { CalendarKeys } from '../words.ts'
import { whenOf } from '../zones.ts'
import type { PlacedEvent } from './useAgenda.ts'

export interface Moving {
  readonly event: PlacedEvent
  readonly to: Stretch
}

/** Events moved on the grid: shown at once where they were put; of a series it is asked what is meant. */
export function useMoving(known: readonly PlacedEvent[]) {
  const say = useSay<CalendarKeys>()
  const { zone } = useFormats()
  const command = useCommand<typeof moveEvent>('calendar.move-event', { said: say('page.calendar.moved') })
  const [put, setPut] = useState<Moving | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  // What the server says is newer than what was put there.
  useEffect(
    () => setPut(current => (current && moving === null && isThere(known, current) ? null : current)),
    [known, moving],
  )
  const run = useCallback(
    async ({ event, to }: Moving, scope: Scope) => {
      const { eventId, recurrence } = event.line
      if (!eventId) return
      const of = recurrence ? { recurrence } : {}
      try {
        const detail = await runQuery<typeof getEvent>('calendar.get-event', { id: eventId, ...of })
        const own = detail.when.allDay ? zone : detail.when.zone
        const answer = await command.run({
          id: eventId,
          expectedVersion: detail.record.version,
          scope,
          ...of,
          when: whenOf(to, zone, own),
        })
        if (answer.status !== 'done') setPut(null)
      } catch {
        setPut(null)
        tell({ kind: 'offline', text: null })
      }
    },
    [command.run, zone],
  )
  const move = useCallback(
    (event: GridEvent, to: Stretch) => {
      const one = { event: event as PlacedEvent, to }
      setPut(one)
      if (one.event.line.recurrence) setMoving(one)
      else void run(one, 'all')
    },
    [run],
  )
  const decide = useCallback(
    (scope: Scope | null) => {
      setMoving(null)
      if (moving && scope) void run(moving, scope)
      else setPut(null)
    },
    [moving, run],
  )
  const events = useMemo(
    () => (put ? known.map(one => (one.key === put.event.key ? { ...one, ...put.to } : one)) : known),
    [known, put],
  )
  return { events, moving, move, decide }
}

const isThere = (known: readonly PlacedEvent[], { event, to }: Moving): boolean => {
  const now = known.find(one => one.key === event.key)
  return !now || (now.from === to.from && now.until === to.until) || now.line.version !== event.line.version
}
