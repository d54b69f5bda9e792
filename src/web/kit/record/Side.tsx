import './record.css'
import type { ReactNode } from 'react'
import { useSay } from '../../language/Say.tsx'
import { Link } from '../../Link.tsx'
import { Icon } from '../Icon.tsx'
import { Section } from '../SectionHead.tsx'
import { type Happening, Timeline } from '../Timeline.tsx'

export interface Paper {
  readonly id: string
  readonly name: string
  readonly href: string
  /** Picture of its first page; without one a drawn sheet stands there. */
  readonly picture?: string
  /** A line each: pages and size, where it is filed and how long kept. */
  readonly lines: readonly string[]
}

export function Papers({ papers, more }: { readonly papers: readonly Paper[]; readonly more?: ReactNode }) {
  const say = useSay()
  if (!papers.length) return null
  return (
    <Section title={say('record.papers')} count={papers.length} more={more}>
      {papers.map(paper => (
        <div className="papers" key={paper.id}>
          <Link className="thumb" href={paper.href} aria-label={paper.name} tabIndex={-1}>
            {paper.picture ? (
              <img src={paper.picture} alt="" loading="lazy" />
            ) : (
              Array.from({ length: 8 }, (_, line) => <i key={line} />)
            )}
          </Link>
          <div>
            <Link className="paper-name" href={paper.href}>
              {paper.name}
            </Link>
            {paper.lines.map(line => (
              <div className="t3" key={line}>
                {line}
              </div>
            ))}
          </div>
        </div>
      ))}
    </Section>
  )
}

export interface LinkedThing {
  readonly id: string
  readonly icon: string
  readonly title: string
  readonly href: string | null
  readonly detail?: string
  /** Money that went out. */
  readonly out?: boolean
}

export function Links({ links, more }: { readonly links: readonly LinkedThing[]; readonly more?: ReactNode }) {
  const say = useSay()
  if (!links.length) return null
  return (
    <Section title={say('record.links')} more={more}>
      <ul className="links">
        {links.map(({ id, icon, title, href, detail, out }) => (
          <li key={id}>
            <Icon name={icon} />
            {href ? (
              <Link className="clip" href={href} title={title}>
                {title}
              </Link>
            ) : (
              <span className="clip">{title}</span>
            )}
            {detail ? <span className={out ? 'd out num' : 'd'}>{detail}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Happened({
  happenings,
  more,
}: {
  readonly happenings: readonly Happening[]
  readonly more?: ReactNode
}) {
  const say = useSay()
  return (
    <Section title={say('record.happened')} more={more}>
      <Timeline happenings={happenings} />
    </Section>
  )
}
