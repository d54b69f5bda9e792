import { Fragment, type ReactNode } from 'react'
import { Rich, useFormats, useSay } from '../language/Say.tsx'
import { addDays } from '../format/day.ts'
import { Link } from '../Link.tsx'
import { Icon } from './Icon.tsx'

export interface Happening {
  readonly id: string
  /** RFC 3339. */
  readonly at: string
  readonly icon?: string
  readonly who?: string | null
  /** What happened; `**strong**` marks what decides. */
  readonly text: string
  /** Quieter, after a dot. */
  readonly detail?: ReactNode
  readonly href?: string
}

/** One timeline of everything that happened, newest first, by days. */
export function Timeline({ happenings }: { readonly happenings: readonly Happening[] }) {
  const formats = useFormats()
  const say = useSay()
  const today = formats.today()
  const days = Map.groupBy(happenings, ({ at }) => formats.dayOf(at))
  const named = (day: string) =>
    day === today ? say('today') : day === addDays(today, -1) ? say('yesterday') : formats.longDay(day)
  return (
    <ol className="line">
      {[...days].map(([day, entries]) => (
        <Fragment key={day}>
          <li className="day">{named(day)}</li>
          {entries.map(entry => (
            <li key={entry.id}>
              <Icon name={entry.icon ?? 'circle'} />
              <span>
                {entry.who ? <b style={{ fontWeight: 500 }}>{entry.who} </b> : null}
                {entry.href ? (
                  <Link href={entry.href}>
                    <Rich>{entry.text}</Rich>
                  </Link>
                ) : (
                  <Rich>{entry.text}</Rich>
                )}
                {entry.detail ? <span className="d"> · {entry.detail}</span> : null}
              </span>
              <time dateTime={entry.at}>{formats.time(entry.at)}</time>
            </li>
          ))}
        </Fragment>
      ))}
    </ol>
  )
}
