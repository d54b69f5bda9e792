import './Page.css'
import { type ReactNode, useEffect } from 'react'
import { Icon } from './Icon.tsx'
import { Link } from '../Link.tsx'

export interface Crumb {
  readonly label: string
  readonly href?: string
}

export interface PageProps {
  /** Also the window's title. */
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  /** Quiet words after the title: `week 48`. */
  readonly beside?: ReactNode
  /** At the right of the title. */
  readonly end?: ReactNode
  /** A column at the right, on its own ground. */
  readonly side?: ReactNode
  /** Names the side column for screen readers. */
  readonly sideLabel?: string
  readonly children: ReactNode
}

/** The window is named after the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Kontor` : 'Kontor'
  }, [title])
}

/** A plain page: title, sections, and a side column where there is one. Lists and records have their own. */
export function Page({ title, crumbs, beside, end, side, sideLabel, children }: PageProps) {
  useTitle(title)
  return (
    <div className={side ? 'page with-side' : 'page'}>
      <div className="body">
        {crumbs?.length ? <Crumbs crumbs={crumbs} /> : null}
        <header className="page-head">
          <h1 className="h1">{title}</h1>
          {beside ? <span className="t3">{beside}</span> : null}
          {end ? <div className="end">{end}</div> : null}
        </header>
        {children}
      </div>
      {side ? (
        <aside className="side" aria-label={sideLabel}>
          {side}
        </aside>
      ) : null}
    </div>
  )
}

export function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={crumbs.map(({ label }) => label).join(', ')}>
      {crumbs.map(({ label, href }, index) => (
        <span key={label} className="crumb">
          {index ? <Icon name="chevron-right" /> : null}
          {href ? <Link href={href}>{label}</Link> : <span>{label}</span>}
        </span>
      ))}
    </nav>
  )
}
