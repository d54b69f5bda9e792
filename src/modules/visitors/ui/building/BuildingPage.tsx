import '../visitors.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { Building, Keys } from '../words.ts'
import { Evacuees } from './Evacuees.tsx'
import { useBuilding } from './useBuilding.ts'
import { useList } from './useList.ts'

/** Who is in the building now: for the eye, for the printer, and for the roll call at the assembly point. */
export default function BuildingPage() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const list = useBuilding()
  const { data, fault, minutesOld, unsent } = list
  const { stands, keep } = useList(data)
  if (!data && fault) return <QueryProblem fault={fault} again={list.again} />
  if (!data) return <PageSkeleton />
  const all = data.rows.length + data.colleagues.length
  return (
    <Page
      title={say('page.building')}
      crumbs={[{ label: say('page.visitors'), href: '/visitors' }]}
      beside={[
        say('page.building.count', { count: data.rows.length }),
        data.colleagues.length > 0 ? say('page.building.count-colleagues', { count: data.colleagues.length }) : '',
        say('page.building.as-of', { time: formats.time(data.at) }).toLowerCase(),
      ]
        .filter(Boolean)
        .join(', ')}
      end={
        <span className="vis-ends">
          <Button icon="download" onClick={() => keep(data)}>
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
      {all === 0 ? <Empty text={say('page.building.empty')} /> : null}
      <Evacuees data={data} stands={stands} tick={list.tick} />
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
  const all = [...data.rows, ...data.colleagues]
  const safe = all.filter(row => row.tickedAt !== null).length
  return (
    <div className="vis-roll" role="status">
      <b className="num">{say('page.building.roll.stands', { safe, all: all.length })}</b>
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
