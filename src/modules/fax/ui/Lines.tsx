import './fax.css'
import { Button } from '../../../web/kit/Button.tsx'
import { Empty } from '../../../web/kit/Empty.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { listLines } from '../contract.ts'
import type { FaxKeys, LineRow } from './words.ts'

/** How faxes come and go. */
export default function Lines() {
  const say = useSay<FaxKeys>()
  const lines = useQuery<typeof listLines>('fax.list-lines')
  const mayAdd = usePermission('fax.add-line')
  if (lines.isError) return <QueryProblem fault={lines.error} again={() => void lines.refetch()} />
  if (!lines.data) return <PageSkeleton />
  const add = mayAdd ? (
    <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'fax.add-line' })}>
      {say('fax.add-line')}
    </Button>
  ) : null
  return (
    <Page title={say('page.fax.lines')} crumbs={[{ label: say('page.fax'), href: '/post/fax' }]} end={add}>
      {lines.data.rows.length === 0 ? <Empty text={say('page.fax.lines.empty')} /> : null}
      <ul className="fax-lines">
        {lines.data.rows.map(line => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </Page>
  )
}

function Line({ line }: { readonly line: LineRow }) {
  const say = useSay<FaxKeys>()
  const mayChange = usePermission('fax.change-line')
  const { id, version, title, way: _way, retired: _retired, ...facts } = line
  const ways =
    line.way === 'server'
      ? [say('page.fax.lines.server')]
      : [
          line.senders.length ? say('page.fax.lines.in', { senders: line.senders.join(', ') }) : '',
          line.addressOut ? say('page.fax.lines.out', { address: line.addressOut }) : '',
        ]
  return (
    <li>
      <span className="what">
        <b>{title}</b>
        <span className="t2">
          {[line.number, line.isDefault ? say('page.fax.lines.usual') : ''].filter(Boolean).join(' · ')}
        </span>
        {ways.filter(Boolean).map(words => (
          <span key={words} className="t3">
            {words}
          </span>
        ))}
      </span>
      {mayChange ? (
        <Button
          size="s"
          onClick={() =>
            openCommand({
              command: 'fax.change-line',
              input: { id, expectedVersion: version, title, ...facts },
              about: title,
            })
          }
        >
          {say('fax.change-line')}
        </Button>
      ) : null}
    </li>
  )
}
