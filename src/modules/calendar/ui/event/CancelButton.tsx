import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { cancelEvent, Scope } from '../../contract.ts'
import { ScopeDialog } from '../calendar/ScopeDialog.tsx'
import type { CalendarKeys, EventDetail } from '../words.ts'

interface Cancelling {
  readonly detail: EventDetail
  readonly recurrence: string | null
  readonly onDone: () => void
}

function useCancel({ detail, recurrence, onDone }: Cancelling) {
  const say = useSay<CalendarKeys>()
  const cancel = useCommand<typeof cancelEvent>('calendar.cancel-event', { said: say('page.calendar-event.cancelled') })
  const run = async (scope: Scope) => {
    const answer = await cancel.run({
      id: detail.record.id,
      expectedVersion: detail.record.version,
      scope,
      ...(recurrence ? { recurrence } : {}),
    })
    if (answer.status === 'done') onDone()
  }
  return { run, busy: cancel.busy }
}

export const mayCancel = ({ can }: EventDetail): boolean =>
  can.some(({ command, refusedBecause }) => command === 'calendar.cancel-event' && !refusedBecause)

/** Cancels an event; of a series it is asked which are meant. It can be taken back. */
export function CancelButton({ onAsk, ...cancelling }: Cancelling & { readonly onAsk: () => void }) {
  const say = useSay<CalendarKeys>()
  const { run, busy } = useCancel(cancelling)
  if (!mayCancel(cancelling.detail)) return null
  return (
    <Button
      size="s"
      look="quiet"
      icon="x"
      busy={busy}
      onClick={() => (cancelling.recurrence ? onAsk() : void run('all'))}
    >
      {say('page.calendar-event.cancel')}
    </Button>
  )
}

/** Which of the series are to be cancelled. */
export function CancelScope(cancelling: Cancelling) {
  const { run } = useCancel(cancelling)
  const [isAsking, setAsking] = useState(true)
  if (!isAsking) return null
  return (
    <ScopeDialog
      title={cancelling.detail.record.title}
      onPick={scope => {
        setAsking(false)
        if (scope) void run(scope)
        else cancelling.onDone()
      }}
    />
  )
}
