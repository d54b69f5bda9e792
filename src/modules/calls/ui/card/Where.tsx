import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys, Presence } from '../words.ts'

const dotOf = (line: Presence): string => {
  if (line.reachable) return 'pres in'
  return line.state === 'meeting' || line.state === 'lunch' ? 'pres busy' : 'pres away'
}

/** Where a colleague is, in the words of presence; or its dot alone. */
export function Where({ line, dot }: { readonly line: Presence | undefined; readonly dot?: boolean }) {
  const say = useSay<Keys | `choice.presence.state.${Presence['state']}` | PresenceKey>()
  const formats = useFormats()
  if (!line) return dot ? <span className="pres away" aria-hidden="true" /> : null
  if (dot) return <span className={dotOf(line)} aria-hidden="true" />
  const words = [say(`choice.presence.state.${line.state}`)]
  const back = line.reachableAt
  if (back) {
    const isToday = formats.dayOf(back) === formats.today()
    words.push(say('page.presence.back', { at: isToday ? formats.time(back) : formats.weekday(formats.dayOf(back)) }))
  }
  if (line.deputy) words.push(say('page.presence.deputy', { name: line.deputy.title }))
  return <>{words.join(', ')}</>
}

type PresenceKey = 'page.presence.back' | 'page.presence.deputy'
