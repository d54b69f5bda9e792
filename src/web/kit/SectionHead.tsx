import { type ReactNode, useId } from 'react'

export interface SectionHeadProps {
  readonly title: string
  readonly count?: ReactNode
  /** At the right: a link or a quiet sentence. */
  readonly more?: ReactNode
  readonly id?: string
  /** No hairline: where a table's head follows. */
  readonly bare?: boolean
}

/** Title, count, hairline. */
export function SectionHead({ title, count, more, id, bare }: SectionHeadProps) {
  return (
    <div className="sec-head" style={bare ? { border: 0, paddingBottom: 0 } : undefined}>
      <h2 id={id}>{title}</h2>
      {count === undefined || count === null ? null : <span className="c">{count}</span>}
      {more ? <span className="more">{more}</span> : null}
    </div>
  )
}

/** A section: its head and what belongs to it; no box around it. */
export function Section({ children, ...head }: SectionHeadProps & { readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead {...head} id={id} />
      {children}
    </section>
  )
}
