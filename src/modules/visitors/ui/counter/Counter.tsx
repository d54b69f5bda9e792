import '../visitors.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listKeys, listParcels, listVisitors } from '../../contract.ts'
import { VisitLine } from '../today/VisitLine.tsx'
import { keyGlyphs, type KeyLine, type Keys, type ParcelLine, whenOf } from '../words.ts'
import { HandOver } from './HandOver.tsx'

/** What a counter does all day: whose number it is, which keys are out, what waits to be collected. */
export default function Counter() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const visitors = useQuery<typeof listVisitors>('visitors.list-visitors', {
    day: formats.today(),
    states: ['waiting'],
  })
  const keys = useQuery<typeof listKeys>('visitors.list-keys', { limit: 30 })
  const parcels = useQuery<typeof listParcels>('visitors.list-held-parcels', { states: ['waiting'], limit: 50 })
  const failed = [visitors, keys, parcels].find(one => one.error)
  if (failed?.error) return <QueryProblem fault={failed.error} again={() => void failed.refetch()} />
  if (!visitors.data || !keys.data || !parcels.data) return <PageSkeleton />
  const queue = visitors.data.rows.filter(row => row.ticket !== null)
  return (
    <Page
      title={say('page.counter')}
      crumbs={[{ label: say('page.visitors'), href: '/visitors' }]}
      end={
        <span className="vis-ends">
          <MakeButton command="visitors.take-parcel" permission="visitors.hand-over-parcel" path="/visitors/parcels" />
          <MakeButton command="visitors.create-key" permission="visitors.lend-key" path="/visitors/keys" />
          <MakeButton
            command="visitors.sign-in-walk-in"
            permission="visitors.sign-in-visitor"
            path="/visitors"
            look="primary"
          />
        </span>
      }
    >
      <Section title={say('page.counter.queue')} count={queue.length}>
        {queue.length === 0 ? <p className="t3">{say('page.counter.queue.empty')}</p> : null}
        <ul className="vis-lines">
          {queue.map(row => (
            <VisitLine key={row.id} row={row} />
          ))}
        </ul>
      </Section>
      <div className="vis-columns">
        <Section
          title={say('page.counter.keys')}
          count={keys.data.total}
          more={<Link href="/visitors/keys">{say('page.counter.all-keys')}</Link>}
        >
          {keys.data.rows.length === 0 ? <p className="t3">{say('page.counter.keys.empty')}</p> : null}
          <ul className="vis-lines">
            {keys.data.rows.map(row => (
              <KeyRow key={row.id} row={row} />
            ))}
          </ul>
        </Section>
        <Section
          title={say('page.counter.parcels')}
          count={parcels.data.total}
          more={<Link href="/visitors/parcels">{say('page.counter.all-parcels')}</Link>}
        >
          {parcels.data.rows.length === 0 ? <p className="t3">{say('page.counter.parcels.empty')}</p> : null}
          <ul className="vis-lines">
            {parcels.data.rows.map(row => (
              <ParcelRow key={row.id} row={row} />
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  )
}

function KeyRow({ row }: { readonly row: KeyLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const may = usePermission('visitors.lend-key')
  const giveBack = useCommand('visitors.return-key', { said: say('state.door-key.in') })
  const due = row.due
    ? say(row.late ? 'page.counter.late' : 'page.counter.back-by', { when: whenOf(formats, row.due) })
    : null
  return (
    <li>
      <span className="who">
        <Link href={`/visitors/keys/${row.id}`}>
          <b>{[row.title, row.number].filter(Boolean).join(' ')}</b>
        </Link>
        <span>
          {row.state === 'in' ? (
            say('state.door-key.in')
          ) : (
            <State glyph={row.late ? 'late' : keyGlyphs[row.state]}>
              {[row.toName ?? say(`state.door-key.${row.state}`), due].filter(Boolean).join(' · ')}
            </State>
          )}
        </span>
      </span>
      {may ? (
        <span className="acts">
          {row.state === 'in' ? (
            <Button
              size="s"
              aria-label={`${say('page.counter.lend')}: ${row.title}`}
              onClick={() => openCommand({ command: 'visitors.lend-key', input: { id: row.id }, about: row.title })}
            >
              {say('page.counter.lend')}
            </Button>
          ) : (
            <Button
              size="s"
              busy={giveBack.busy}
              aria-label={`${say('page.counter.take-back')}: ${row.title}`}
              onClick={() => void giveBack.run({ id: row.id })}
            >
              {say('page.counter.take-back')}
            </Button>
          )}
        </span>
      ) : null}
    </li>
  )
}

function ParcelRow({ row }: { readonly row: ParcelLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li>
      <span className="who">
        <Link href={`/visitors/parcels/${row.id}`}>
          <b>{row.forName}</b>
        </Link>
        <span>
          {[
            row.sender,
            row.count > 1 ? say('page.counter.pieces', { count: row.count }) : null,
            row.place,
            say('page.counter.came', { when: whenOf(formats, row.cameAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {usePermission('visitors.hand-over-parcel') ? (
        <span className="acts">
          <Button
            size="s"
            aria-label={`${say('page.counter.hand-over')}: ${row.forName}`}
            onClick={() => setIsOpen(true)}
          >
            {say('page.counter.hand-over')}
          </Button>
        </span>
      ) : null}
      {isOpen ? <HandOver parcel={row} onClose={() => setIsOpen(false)} /> : null}
    </li>
  )
}
