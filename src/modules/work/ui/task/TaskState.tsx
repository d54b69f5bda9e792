import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { WorkKeys } from '../desk/deskTypes.ts'

export interface StatedTask {
  readonly state: 'open' | 'waiting' | 'done' | 'dropped'
  readonly dueOn: string | null
  readonly snoozedUntil: string | null
  readonly checklist: { readonly ticked: number; readonly total: number }
}

const glyphs: Readonly<Record<StatedTask['state'], Glyph>> = {
  open: 'open',
  waiting: 'waits',
  done: 'done',
  dropped: 'ended',
}

/** A task's state in a shape and a word: late before all, then snoozed, then as it is kept. */
export function TaskState({ task, loud }: { readonly task: StatedTask; readonly loud?: boolean }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const ended = task.state === 'done' || task.state === 'dropped'
  if (!ended && task.dueOn && task.dueOn < formats.today())
    return (
      <State glyph="late" loud={loud ?? false}>
        {say('page.tasks.late')}
      </State>
    )
  if (task.state === 'open' && task.snoozedUntil && task.snoozedUntil > new Date().toISOString())
    return <State glyph="waits">{say('page.tasks.snoozed', { until: formats.moment(task.snoozedUntil) })}</State>
  const glyph = task.state === 'open' && task.checklist.ticked > 0 ? 'half' : glyphs[task.state]
  return <State glyph={glyph}>{say(`choice.state.${task.state}`)}</State>
}
