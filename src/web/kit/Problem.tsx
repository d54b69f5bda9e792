import './Empty.css'
import type { ReactNode } from 'react'
import { QueryFailure } from '../client.ts'
import { useSay } from '../language/Say.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface ProblemProps {
  /** What happened. */
  readonly title: ReactNode
  /** What is safe. */
  readonly safe?: ReactNode
  /** What to do. */
  readonly todo?: ReactNode
  /** For whoever looks after Kontor. */
  readonly detail?: string | undefined
  readonly children?: ReactNode
}

/** What happened, what is safe, what to do, beside the thing. */
export function Problem({ title, safe, todo, detail, children }: ProblemProps) {
  return (
    <div className="problem" role="alert">
      <Icon name="alert-triangle" />
      <b>{title}</b>
      {safe ? <p>{safe}</p> : null}
      {todo ? <p>{todo}</p> : null}
      {detail ? <code>{detail}</code> : null}
      {children ? <div className="acts">{children}</div> : null}
    </div>
  )
}

/** A query that failed, in words, with a second try. */
export function QueryProblem({ fault, again }: { readonly fault: Error; readonly again: () => void }) {
  const say = useSay()
  const reason = fault instanceof QueryFailure ? fault.reason : 'broken'
  const refusal = fault instanceof QueryFailure ? fault.refusal : null
  return (
    <Problem
      title={refusal?.message ?? say(reason === 'offline' ? 'problem.offline' : 'problem.broken')}
      safe={reason === 'refused' ? undefined : say('problem.safe')}
      todo={refusal?.todo}
    >
      {reason === 'refused' ? null : <Button onClick={again}>{say('again')}</Button>}
    </Problem>
  )
}
