import '../shared/procedures.css'
import { useRef } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { handOver } from '../../contract.ts'
import { RecordLink } from '../shared/RecordLink.tsx'
import type { Words } from '../shared/words.ts'
import { Habits } from './Habits.tsx'
import { Calls, Mandates, Matters, Papers, Places, Promises } from './HandOverAround.tsx'
import { Rows } from './Rows.tsx'

/** A person's work on paper, for whoever takes it over: it writes itself. */
export default function HandOverPage() {
  const say = useSay<Words>()
  const formats = useFormats()
  const { id = '' } = useParams()
  const parts = useRef<HTMLDivElement>(null)
  useStepKeys(parts, 'tbody tr', 'section')
  const asked = useQuery<typeof handOver>('procedures.hand-over', { personId: id })
  if (asked.isPending) return <PageSkeleton />
  if (!asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  const sheet = asked.data
  const due = (on: string | null) => (on ? formats.weekday(on) : '')
  return (
    <Page
      title={say('page.hand-over', { name: sheet.person.title })}
      crumbs={[{ label: say('page.cover'), href: '/cover' }]}
      beside={formats.fullDay(sheet.today)}
      end={
        <Button icon="printer" className="no-print" onClick={() => window.print()}>
          {say('page.hand-over.print')}
        </Button>
      }
    >
      <div ref={parts}>
        <p className="t2">
          {[
            `${say('page.cover.deputy')}: ${sheet.deputy?.title ?? say('page.run.nobody')}`,
            ...sheet.away.map(
              one =>
                `${formats.weekday(one.fromOn)} – ${formats.weekday(one.untilOn)}${one.deputy ? ` (${one.deputy.title})` : ''}`,
            ),
          ].join(' · ')}
        </p>
        <Rows
          title={say('page.hand-over.tasks')}
          rows={sheet.tasks.map(line => [
            <RecordLink key="r" to={line.record} />,
            line.source?.title ?? '',
            due(line.dueOn),
          ])}
        />
        <Papers personId={sheet.person.id} />
        <Promises ownerId={sheet.person.id} />
        <Rows
          title={say('page.hand-over.waiting')}
          rows={sheet.waiting.map(line => [
            <RecordLink key="r" to={line.record} />,
            `${line.waitingFor}, ${say('page.hand-over.since', { on: formats.day(formats.dayOf(line.since)) })}`,
            line.chaseOn ? say('page.hand-over.ask', { on: formats.weekday(line.chaseOn) }) : '',
          ])}
        />
        <Matters ownerId={sheet.person.id} />
        <Rows
          title={say('page.hand-over.steps')}
          rows={sheet.steps.map(line => [line.step, <RecordLink key="r" to={line.record} />, due(line.dueOn)])}
        />
        <Rows
          title={say('page.hand-over.recurring')}
          rows={[
            ...[...sheet.procedures, ...sheet.obligations].map(line => ({ line, days: line.nextDays })),
            ...sheet.tasks.filter(line => line.repeats).map(line => ({ line, days: line.dueOn ? [line.dueOn] : [] })),
          ]
            .sort((one, other) => (one.days[0] ?? '9').localeCompare(other.days[0] ?? '9'))
            .map(({ line, days }) => [
              <RecordLink key="r" to={line.record} />,
              say(`kind.${line.record.kind}`),
              days.map(day => formats.day(day)).join(', '),
            ])}
        />
        <Calls calls={sheet.calls} />
        <Mandates personId={sheet.person.id} />
        <Places />
        <Habits sheet={sheet} />
        {sheet.inPlace.length > 0 ? (
          <Rows
            title={say('page.hand-over.in-place')}
            rows={sheet.inPlace.map(({ record, on, by }) => [
              <RecordLink key="r" to={record} />,
              by?.title ?? '',
              due(on),
            ])}
          />
        ) : null}
        <Rows
          title={say('page.hand-over.done', { on: formats.fullDay(sheet.since) })}
          count={sheet.doneTotal}
          rows={sheet.done.slice(0, 60).map(({ record, on }) => [<RecordLink key="r" to={record} />, '', due(on)])}
        />
        <Rows
          title={say('page.hand-over.acts')}
          rows={sheet.acts.map(({ command, count }) => [say(command), '', formats.number(count)])}
        />
      </div>
    </Page>
  )
}
