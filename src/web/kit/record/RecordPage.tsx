import './record.css'
import { type ReactNode, useEffect } from 'react'
import type { Can, RecordHead } from '../../answers.ts'
import { tied } from '../../format/tied.ts'
import { useSay } from '../../language/Say.tsx'
import { useQuery } from '../../useQuery.ts'
import { type Crumb, Crumbs, useTitle } from '../Page.tsx'
import { QueryProblem } from '../Problem.tsx'
import { selectionStore } from '../selection.ts'
import { PageSkeleton } from '../Skeleton.tsx'
import { Commands } from './Commands.tsx'

/** What every record's detail query answers at least. */
export interface RecordDetail {
  readonly record: RecordHead
  readonly can: readonly Can[]
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

export interface RecordPageProps {
  readonly record: RecordHead
  readonly crumbs: readonly Crumb[]
  /** Where the record's own title would say too little. */
  readonly title?: ReactNode
  /** One or more `<State>`, then quiet words. */
  readonly state?: ReactNode
  /** The figure that decides, large at the right: an amount. */
  readonly figure?: ReactNode
  /** Beneath the figure: until when. */
  readonly due?: ReactNode
  readonly can: readonly Can[]
  /** Keys that run its commands: `{ 'work.complete-task': 'e' }`. */
  readonly keys?: Readonly<Record<string, string>>
  /** Buttons with a dialog of their own: the main one before the commands, others after. */
  readonly first?: ReactNode
  readonly last?: ReactNode
  readonly alarm?: ReactNode
  readonly facts?: readonly Fact[]
  /** Papers, links, one timeline. */
  readonly side?: ReactNode
  /** What else is to know: sections in the columns of the facts. */
  readonly children?: ReactNode
}

/** One page of one shape for every record: title and state, what can be done now, facts, linked things, papers, one timeline. */
export function RecordPage({
  record,
  crumbs,
  title,
  state,
  figure,
  due,
  can,
  keys,
  first,
  last,
  alarm,
  facts,
  side,
  children,
}: RecordPageProps) {
  const say = useSay()
  useTitle(record.title)
  useEffect(() => {
    selectionStore.set({ kind: record.kind, records: [{ id: record.id, title: record.title }], can })
    return () => selectionStore.set(null)
  }, [record, can])
  return (
    <article className={side ? 'page with-side' : 'page'}>
      <div className="body rec">
        <Crumbs crumbs={crumbs} />
        <header className="head">
          <h1 className="h1">{title ?? tied(record.title)}</h1>
          {figure ? <div className="amount">{figure}</div> : null}
          <div className="st">{state}</div>
          {due ? <div className="due">{due}</div> : null}
        </header>
        <Commands can={can} about={record.title} record={record} keys={keys} first={first} last={last} />
        {alarm}
        {facts?.length ? <Facts facts={facts} /> : null}
        {children}
      </div>
      {side ? (
        <aside className="side" aria-label={say('record.side')}>
          {side}
        </aside>
      ) : null}
    </article>
  )
}

/** Name above value, in four columns; two on the phone. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="strip">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface RecordOfProps<Detail> {
  /** The kind's detail query. */
  readonly query: string
  readonly id: string
  readonly children: (detail: Detail) => ReactNode
}

/** Fetches a record and shows its page; says what is wrong where there is none. */
export function RecordOf<Detail = RecordDetail>({ query, id, children }: RecordOfProps<Detail>) {
  const asked = useQuery<unknown>(query, { id })
  if (asked.isPending) return <PageSkeleton />
  if (asked.isError && asked.data === undefined)
    return (
      <div className="body">
        <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
      </div>
    )
  return children(asked.data as Detail)
}
