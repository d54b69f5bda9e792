import './record.css'
import { type ReactNode, useId } from 'react'
import { Icon } from '../Icon.tsx'

export interface AlarmProps {
  readonly title: string
  /** At the right: when it was found. */
  readonly found?: string
  /** `late` is red; the ordinary one is amber. */
  readonly tone?: 'blocked' | 'late'
  /** What was, and what is now. */
  readonly swap?: {
    readonly before: readonly [label: string, value: string]
    readonly after: readonly [label: string, value: string]
  }
  /** What speaks for it, one sentence each. */
  readonly signs?: readonly ReactNode[]
  /** What to do, and its button. */
  readonly footer?: ReactNode
}

/** Loud, so only for money, secrecy and the wrong person. */
export function Alarm({ title, found, tone = 'blocked', swap, signs, footer }: AlarmProps) {
  const id = useId()
  return (
    <section className="alarm" data-tone={tone} aria-labelledby={id}>
      <header>
        <Icon name="alert-triangle" />
        <b id={id}>{title}</b>
        {found ? <span className="sp">{found}</span> : null}
      </header>
      {swap ? (
        <div className="swap">
          <div>
            <div className="lab">{swap.before[0]}</div>
            <div className="acc">{swap.before[1]}</div>
          </div>
          <Icon name="arrow-right" />
          <div>
            <div className="lab">{swap.after[0]}</div>
            <div className="acc">{swap.after[1]}</div>
          </div>
        </div>
      ) : null}
      {signs?.length ? (
        <ul className="signs">
          {signs.map((sign, index) => (
            <li key={index}>
              <span>{sign}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {footer ? <footer>{footer}</footer> : null}
    </section>
  )
}
