import '../visitors.css'
import { useRef, useState } from 'react'
import { addDays } from '../../../../web/format/day.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listVisitors } from '../../contract.ts'
import type { Keys, VisitorLine } from '../words.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { VisitLine } from './VisitLine.tsx'

const groups = [
  { title: 'page.visitors.at-door', states: ['waiting'] },
  { title: 'page.visitors.expected', states: ['expected'] },
  { title: 'page.visitors.inside', states: ['received'] },
  { title: 'page.visitors.gone', states: ['gone'] },
  { title: 'page.visitors.not-come', states: ['missed', 'cancelled'] },
] as const

/** One day at the door: who waits, who comes, who is here, who has gone. */
export default function Today() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [search, change] = useSearch()
  const today = formats.today()
  const day = /^\d{4}-\d\d-\d\d$/.test(search['day'] ?? '') ? search['day']! : today
  const move = (days: number) => change({ day: addDays(day, days) === today ? undefined : addDays(day, days) })
  const { data, error, refetch } = useQuery<typeof listVisitors>(
    'visitors.list-visitors',
    { day, limit: 500 },
    { keep: true },
  )
  const list = useRef<HTMLDivElement>(null)
  useStepKeys(list)
  if (error) return <QueryProblem fault={error} again={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page title={say('page.visitors')} end={<Ends />}>
      <div className="vis-bar">
        <Button
          look="quiet"
          size="s"
          icon="chevron-left"
          aria-label={say('page.visitors.day-before')}
          onClick={() => move(-1)}
        />
        <b>{formats.longDay(day)}</b>
        <Button
          look="quiet"
          size="s"
          icon="chevron-right"
          aria-label={say('page.visitors.day-after')}
          onClick={() => move(1)}
        />
        {day === today ? null : (
          <Button size="s" onClick={() => change({ day: undefined })}>
            {say('page.visitors.today')}
          </Button>
        )}
        <span className="end">
          <ButtonLink size="s" href="/visitors/building" icon="list-check">
            {say('page.building')}
          </ButtonLink>
          <ButtonLink size="s" href="/visitors/counter" icon="key">
            {say('page.counter')}
          </ButtonLink>
          <ButtonLink size="s" href="/visitors/all">
            {say('page.visitors.all')}
          </ButtonLink>
          <Settings />
        </span>
      </div>
      <div ref={list}>
        {data.rows.length === 0 ? <Empty text={<Nobody />} /> : null}
        {groups.map(({ title, states }) => (
          <Group
            key={title}
            title={say(title)}
            rows={data.rows.filter(row => (states as readonly string[]).includes(row.state))}
          />
        ))}
      </div>
    </Page>
  )
}

function Nobody() {
  const say = useSay<Keys>()
  return (
    <>
      {say('page.visitors.nobody')} <span className="t3">{say('page.visitors.nobody.hint')}</span>
    </>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly VisitorLine[] }) {
  if (rows.length === 0) return null
  return (
    <Section title={title} count={rows.length}>
      <ul className="vis-lines">
        {rows.map(row => (
          <VisitLine key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function Settings() {
  const say = useSay<Keys>()
  if (!usePermission('visitors.change-settings')) return null
  return (
    <ButtonLink size="s" href="/visitors/settings" icon="settings">
      {say('page.visitor-settings')}
    </ButtonLink>
  )
}

function Ends() {
  const say = useSay<Keys>()
  const [isGroup, setIsGroup] = useState(false)
  return (
    <span className="vis-ends">
      <MakeButton command="visitors.sign-in-walk-in" permission="visitors.sign-in-visitor" path="/visitors" />
      {usePermission('visitors.expect-visitor') ? (
        <Button look="quiet" icon="users-group" onClick={() => setIsGroup(true)}>
          {say('page.visitors.group')}
        </Button>
      ) : null}
      <MakeButton command="visitors.expect-visitor" path="/visitors" look="primary" />
      {isGroup ? <GroupDialog onClose={() => setIsGroup(false)} /> : null}
    </span>
  )
}
