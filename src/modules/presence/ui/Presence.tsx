import './presence.css'
import { useState } from 'react'
import { Button, ButtonLink } from '../../../web/kit/Button.tsx'
import { Empty } from '../../../web/kit/Empty.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useSearch } from '../../../web/useAddress.ts'
import { Mine } from './Mine.tsx'
import { usePresence } from './usePresence.ts'
import { dots, type Group, groupOf, groups, type Keys, type Line, moreWords, stateWords } from './words.ts'

/** Who is where, by whether they can be reached: one glance. */
export default function Presence() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const [text, setText] = useState(search['text'] ?? '')
  const found = usePresence({ text: text.trim() })
  const people = Map.groupBy(found.data?.rows ?? [], line => groupOf(formats, line))
  const find = (next: string) => {
    setText(next)
    change({ text: next || null })
  }
  return (
    <Page
      title={say('page.presence')}
      end={
        <>
          <input
            className="input"
            type="search"
            value={text}
            aria-label={say('page.presence.find')}
            placeholder={say('page.presence.find')}
            onChange={event => find(event.target.value)}
          />
          <ButtonLink href="/presence/board" icon="columns">
            {say('page.presence.board')}
          </ButtonLink>
        </>
      }
    >
      {usePermission('presence.set-word') ? <Mine /> : null}
      {found.isError ? <QueryProblem fault={found.error} again={() => void found.refetch()} /> : null}
      {found.isPending ? <SkeletonRows rows={8} /> : null}
      {found.data?.rows.length === 0 ? <Empty text={say('page.presence.none')} /> : null}
      {groups.map(group => (
        <People key={group} group={group} lines={people.get(group) ?? []} />
      ))}
    </Page>
  )
}

function People({ group, lines }: { readonly group: Group; readonly lines: readonly Line[] }) {
  const say = useSay<Keys>()
  if (lines.length === 0) return null
  return (
    <div className="pr-group">
      <Section title={say(`page.presence.group.${group}`)} count={lines.length}>
        <ul className="pr-grid">
          {lines.map(line => (
            <Person key={line.id} line={line} group={group} />
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Person({ line, group }: { readonly line: Line; readonly group: Group }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const maySet = usePermission('presence.set-for')
  const more = moreWords(say, line)
  return (
    <li>
      <span className={dots[group]} aria-hidden="true" />
      <div>
        <b>{line.title}</b>
        <p>{stateWords(say, formats, line)}</p>
        {more ? <p>{more}</p> : null}
      </div>
      {maySet ? (
        <Button
          look="quiet"
          size="s"
          icon="edit"
          aria-label={say('page.presence.change', { name: line.title })}
          onClick={() => openCommand({ command: 'presence.set-for', input: { personId: line.id }, about: line.title })}
        />
      ) : null}
    </li>
  )
}
