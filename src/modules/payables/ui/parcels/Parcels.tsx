import '../payables.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listParcels, previewParcel } from '../../contract.ts'
import { type BillKeys, parcelGlyphs } from '../words.ts'

/** What goes to the accountant each month: what waits to go, and what has gone. */
export default function Parcels() {
  const say = useSay<BillKeys>()
  return (
    <Page
      title={say('page.parcels')}
      crumbs={[{ label: say('page.money'), href: '/money' }, { label: say('page.parcels') }]}
    >
      <Waiting />
      <Made />
    </Page>
  )
}

export function useMonth(): (day: string) => string {
  const language = useLanguage()
  return day =>
    new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    )
}

const asIs = (text: string): string => text

function Waiting() {
  const say = useSay<BillKeys>()
  const [month, setMonth] = useState<string | undefined>()
  const found = useQuery<typeof previewParcel>('payables.preview-parcel', month ? { month } : {}, { keep: true })
  const name = useMonth()
  if (found.isError) return <QueryProblem fault={found.error} again={() => void found.refetch()} />
  if (!found.data) return <SkeletonRows rows={4} />
  const { data } = found
  return (
    <Section title={say('page.parcels.waiting', { month: name(data.month) })}>
      <div className="parcel-month">
        <DateControl
          label={say('field.payables.month')}
          schema={{}}
          words={asIs}
          value={month ?? data.month}
          onChange={day => setMonth(day as string | undefined)}
        />
      </div>
      <p className="t2">
        {data.bills + data.lines === 0
          ? say('page.parcels.nothing')
          : say('page.parcels.holds', { bills: data.bills, lines: data.lines })}{' '}
        {data.late > 0 ? <State glyph="late">{say('page.parcels.late', { count: data.late })}</State> : null}
      </p>
      <Bills rows={data.rows} />
      <p>
        {data.can.map(one => (
          <Button
            key={one.command}
            look="primary"
            icon="archive"
            onClick={() => openCommand({ command: one.command, input: one.input, about: name(data.month) })}
          >
            {say('payables.make-parcel')}
          </Button>
        ))}
      </p>
    </Section>
  )
}

type Row = OutputOf<typeof previewParcel>['rows'][number]

/** Bills of a parcel, with what came late and what goes anew. */
export function Bills({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  if (rows.length === 0) return null
  return (
    <ul className="money-lines">
      {rows.map(row => (
        <li key={row.id}>
          <Link className="what" href={`/bills/${row.id}`}>
            {row.title}
          </Link>
          {row.late ? <State glyph="late">{say('page.parcels.is-late')}</State> : null}
          {row.again ? <State glyph="half">{say('page.parcels.is-again')}</State> : null}
          <span className="t3 nw">{formats.day(row.bookOn)}</span>
          <span className="num">{formats.money(row.total)}</span>
        </li>
      ))}
    </ul>
  )
}

function Made() {
  const say = useSay<BillKeys>()
  const name = useMonth()
  const { data } = useQuery<typeof listParcels>('payables.list-parcels', { limit: 100 })
  if (!data) return <SkeletonRows rows={4} />
  return (
    <Section title={say('kind.parcel.plural')} count={data.total || null}>
      {data.rows.length === 0 ? <p className="t2">{say('page.parcels.none')}</p> : null}
      <ul className="money-lines">
        {data.rows.map(row => (
          <li key={row.id}>
            <Link className="what" href={`/parcels/${row.id}`}>
              {name(row.month)}
            </Link>
            <span className="t3">{say('page.parcels.holds', { bills: row.bills, lines: row.lines })}</span>
            <State glyph={row.mail === 'failed' ? 'blocked' : parcelGlyphs[row.state]}>
              {row.mail === 'failed' ? say('page.parcels.mail.failed') : say(`state.parcel.${row.state}`)}
            </State>
            <span className="t3">{row.sentTo}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
