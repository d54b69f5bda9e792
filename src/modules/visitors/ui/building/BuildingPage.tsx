import '../visitors.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { keepFile } from '../../../../web/outside.ts'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { Building, Keys } from '../words.ts'
import { evacuationFile } from './evacuation-file.ts'
import { useBuilding } from './useBuilding.ts'

/** Who is in the building now: for the eye, for the printer, and for the roll call at the assembly point. */
export default function BuildingPage() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const list = useBuilding()
  const { data, fault, minutesOld, unsent } = list
  if (!data && fault) return <QueryProblem fault={fault} again={list.again} />
  if (!data) return <PageSkeleton />
  const keep = () => {
    const words = (key: string) => say(key as Keys)
    const body = evacuationFile(data, {
      title: say('page.building.list'),
      asOf: `${formats.longDay(formats.dayOf(data.at))} ${formats.time(data.at)}`,
      words,
      time: formats.time,
      language: formats.language,
    })
    keepFile(
      new Blob([body], { type: 'text/html' }),
      `${say('page.building.list')} ${formats.dayOf(data.at)} ${formats.time(data.at).replace(':', '.')}.html`,
    )
  }
  return (
    <Page
      title={say('page.building')}
      crumbs={[{ label: say('page.visitors'), href: '/visitors' }]}
      beside={`${say('page.building.count', { count: data.rows.length })}, ${say('page.building.as-of', { time: formats.time(data.at) }).toLowerCase()}`}
      end={
        <span className="vis-ends">
          <Button icon="download" onClick={keep}>
            {say('page.building.keep')}
          </Button>
          <Button icon="printer" onClick={() => print()}>
            {say('page.building.print')}
          </Button>
          {data.roll ? null : <Begin />}
        </span>
      }
    >
      {minutesOld !== null ? <Problem title={say('page.building.old', { count: minutesOld })} /> : null}
      {unsent > 0 ? <p className="t2">{say('page.building.unsent', { count: unsent })}</p> : null}
      {data.roll ? <Roll data={data} /> : null}
      {data.rows.length === 0 ? <Empty text={say('page.building.empty')} /> : <Rows data={data} tick={list.tick} />}
      {data.hidden > 0 ? <p className="t2">{say('page.building.hidden', { count: data.hidden })}</p> : null}
      {!data.roll && data.last ? (
        <p className="t3">
          {say('page.building.last', {
            day: formats.weekday(formats.dayOf(data.last.beganAt)),
            count: data.last.missing,
          })}
        </p>
      ) : null}
    </Page>
  )
}

function Begin() {
  const say = useSay<Keys>()
  const begin = useCommand('visitors.begin-roll-call', { said: say('page.building.roll') })
  if (!usePermission('visitors.tick-person')) return null
  return (
    <Button look="primary" icon="list-check" busy={begin.busy} onClick={() => void begin.run({})}>
      {say('visitors.begin-roll-call')}
    </Button>
  )
}

function Roll({ data }: { readonly data: Building }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const end = useCommand('visitors.end-roll-call', { said: say('page.building.roll') })
  const may = usePermission('visitors.tick-person')
  if (!data.roll) return null
  const safe = data.rows.filter(row => row.tickedAt !== null).length
  return (
    <div className="vis-roll" role="status">
      <b className="num">{say('page.building.roll.stands', { safe, all: data.rows.length })}</b>
      <span className="t2">
        {say('page.building.roll.since', { time: formats.time(data.roll.beganAt), name: data.roll.by })}
      </span>
      {may ? (
        <span className="end">
          <Button busy={end.busy} onClick={() => void end.run({})}>
            {say('visitors.end-roll-call')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}

interface RowsProps {
  readonly data: Building
  readonly tick: (personId: string, isSafe: boolean) => void
}

function Rows({ data, tick }: RowsProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const may = usePermission('visitors.tick-person')
  return (
    <table className="vis-evac">
      <thead>
        <tr>
          <th scope="col">{say('field.visitors.name')}</th>
          <th scope="col">{say('field.visitors.hostId')}</th>
          <th scope="col" className="wide">
            {say('field.visitors.place')}
          </th>
          <th scope="col" className="wide">
            {say('page.visitor.arrived')}
          </th>
          <th scope="col">{data.roll ? say('page.building.roll') : say('page.visitors.badge', { number: '' })}</th>
          <th scope="col" className="vis-paper">
            {say('page.building.sign')}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map(row => (
          <tr key={row.id}>
            <td className="name">
              <Link href={`/visitors/${row.id}`}>{row.title}</Link>
              <span>{[row.company, row.phone].filter(Boolean).join(' · ')}</span>
            </td>
            <td>{row.host ?? say('page.visitors.at-counter')}</td>
            <td className="wide">{row.place}</td>
            <td className="wide num">{formats.time(row.since)}</td>
            <td>
              {data.roll && may ? (
                <Button
                  look={row.tickedAt ? 'quiet' : 'primary'}
                  icon={row.tickedAt ? 'circle-check' : 'circle'}
                  aria-pressed={row.tickedAt !== null}
                  aria-label={`${say('page.building.safe')}: ${row.title}`}
                  onClick={() => tick(row.id, row.tickedAt === null)}
                >
                  {row.tickedAt
                    ? say('page.building.safe-at', { time: formats.time(row.tickedAt) })
                    : say('page.building.safe')}
                </Button>
              ) : (
                <span className="num t2">{row.badgeNo}</span>
              )}
            </td>
            <td className="vis-paper" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
