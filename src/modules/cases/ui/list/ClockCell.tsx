import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { CaseKeys, CaseLine } from '../words.ts'

/** How the promised answer time stands, in words. */
export function useClockWords() {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  return ({ state, leftMinutes }: CaseLine['clock'], isOpen: boolean): string => {
    const time = formats.minutes(Math.abs(leftMinutes ?? 0))
    if (state === 'none') return ''
    if (state === 'kept') return say('page.cases.kept')
    if (state === 'stopped') return say('page.cases.stopped', { time })
    if (state === 'broken') return isOpen ? say('page.cases.late', { time }) : say('page.cases.broken')
    return say('page.cases.left', { time })
  }
}

/** The clock of a case: only what is late is loud. */
export function ClockState({
  row,
  loud,
}: {
  readonly row: Pick<CaseLine, 'clock' | 'state'>
  readonly loud?: boolean
}) {
  const words = useClockWords()
  const isOpen = row.state === 'new' || row.state === 'owned' || row.state === 'waiting'
  const text = words(row.clock, isOpen)
  if (!text) return null
  if (row.clock.state === 'broken')
    return (
      <State glyph="late" loud={loud ?? false}>
        {text}
      </State>
    )
  return <span className={row.clock.state === 'running' ? 'num' : 't3 num'}>{text}</span>
}
