import { useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { readAmount } from '../../../../web/format/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setCosts } from '../../contract.ts'
import type { TravelKeys, TripDetail } from '../words.ts'

const kinds = ['travel', 'lodging', 'meals', 'representation', 'parking', 'other'] as const
const paidBys = ['card', 'own', 'invoice'] as const
type Line = TripDetail['costs'][number]

interface Row {
  readonly kind: Line['kind']
  readonly what: string
  readonly planned: string
  readonly actual: string
  readonly currency: string
  readonly paidBy: Line['paidBy']
  readonly on: string | null
  readonly documentId: string | null
}

/** What it is reckoned to cost, against what it came to. */
export function Costs({ detail, may }: { readonly detail: TripDetail; readonly may: boolean }) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const [rows, setRows] = useState<readonly Row[] | null>(null)
  const { costs, budget } = detail
  if (costs.length === 0 && !may) return null
  const none: Row = {
    kind: costs.length === 0 ? 'travel' : 'other',
    what: '',
    planned: '',
    actual: '',
    currency: formats.currency,
    paidBy: 'card',
    on: null,
    documentId: null,
  }
  const begin = () =>
    setRows([
      ...costs.map(line => ({
        kind: line.kind,
        what: line.what,
        planned: line.planned ? formats.amount(line.planned) : '',
        actual: line.actual ? formats.amount(line.actual) : '',
        currency: (line.actual ?? line.planned)?.currency ?? formats.currency,
        paidBy: line.paidBy,
        on: line.on,
        documentId: line.document?.id ?? null,
      })),
      none,
    ])
  const edit = (
    <Button
      size="s"
      look="quiet"
      icon="edit"
      aria-label={`${say('page.trip.edit')}: ${say('page.trip.costs')}`}
      onClick={begin}
    >
      {say('page.trip.edit')}
    </Button>
  )
  return (
    <Section
      title={say('page.trip.costs')}
      count={budget ? say('page.trip.of-budget', { budget: formats.money(budget) }) : undefined}
      more={may && rows === null ? edit : undefined}
    >
      {rows ? (
        <Editor detail={detail} rows={rows} none={none} onRows={setRows} />
      ) : costs.length > 0 ? (
        <Table detail={detail} />
      ) : null}
    </Section>
  )
}

function Table({ detail }: { readonly detail: TripDetail }) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const money = (value: WireMoney | null) => (value ? formats.money(value) : '')
  return (
    <table className="trip-costs">
      <thead>
        <tr>
          <th>{say('field.travel.what')}</th>
          <th className="wide">{say('page.trip.paid-by')}</th>
          <th className="num">{say('page.trip.planned')}</th>
          <th className="num">{say('page.trip.actual')}</th>
        </tr>
      </thead>
      <tbody>
        {detail.costs.map((line, at) => (
          <tr key={at}>
            <td>
              {line.document ? <Link href={`/documents/${line.document.id}`}>{line.what}</Link> : line.what}{' '}
              <span className="t3">{say(`choice.travel.kind.${line.kind}`)}</span>
            </td>
            <td className="wide t2">{say(`choice.travel.paidBy.${line.paidBy}`)}</td>
            <td className="num">{money(line.planned)}</td>
            <td className="num">{money(line.actual)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>{say('page.trip.sum')}</th>
          <td className="wide" />
          <td className="num">{money(detail.planned)}</td>
          <td className="num">{money(detail.actual)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

interface EditorProps {
  readonly detail: TripDetail
  readonly rows: readonly Row[]
  readonly none: Row
  readonly onRows: (rows: readonly Row[] | null) => void
}

function Editor({ detail, rows, none, onRows }: EditorProps) {
  const say = useSay<TravelKeys>()
  const save = useCommand<typeof setCosts>('travel.set-costs')
  const written = rows.filter(row => row.what.trim() || row.planned.trim() || row.actual.trim())
  const bad = (text: string, currency: string) => text.trim() !== '' && readAmount(text, currency) === null
  const unreadable = written.some(
    row => !row.what.trim() || bad(row.planned, row.currency) || bad(row.actual, row.currency),
  )
  const change = (at: number, part: Partial<Row>) => {
    const next = rows.map((row, index) => (index === at ? { ...row, ...part } : row))
    onRows(next.at(-1)?.what ? [...next, { ...none, kind: 'other' }] : next)
  }
  const keep = async () => {
    const money = (text: string, currency: string) =>
      text.trim() ? { amount: readAmount(text, currency)!, currency } : null
    const lines = written.map(({ what, planned, actual, currency, ...row }) => ({
      ...row,
      what: what.trim(),
      planned: money(planned, currency),
      actual: money(actual, currency),
    }))
    const answer = await save.run({ id: detail.record.id, expectedVersion: detail.record.version, lines })
    if (answer.status === 'done') onRows(null)
  }
  return (
    <div className="form">
      {rows.map((row, at) => (
        <div className="trip-edit" key={at}>
          <input
            className="input"
            aria-label={`${say('field.travel.what')} ${at + 1}`}
            placeholder={say('field.travel.what')}
            maxLength={200}
            value={row.what}
            onChange={event => change(at, { what: event.target.value })}
          />
          <Choice
            label={`${say('page.trip.costs')} ${at + 1}`}
            values={kinds}
            words={kind => say(`choice.travel.kind.${kind}`)}
            value={row.kind}
            onChange={kind => change(at, { kind })}
          />
          <Choice
            label={`${say('page.trip.paid-by')} ${at + 1}`}
            values={paidBys}
            words={paidBy => say(`choice.travel.paidBy.${paidBy}`)}
            value={row.paidBy}
            onChange={paidBy => change(at, { paidBy })}
          />
          <input
            className="input num"
            inputMode="decimal"
            aria-label={`${say('page.trip.planned')} ${at + 1}`}
            placeholder={say('page.trip.planned')}
            value={row.planned}
            onChange={event => change(at, { planned: event.target.value })}
          />
          <input
            className="input num"
            inputMode="decimal"
            aria-label={`${say('page.trip.actual')} ${at + 1}`}
            placeholder={say('page.trip.actual')}
            value={row.actual}
            onChange={event => change(at, { actual: event.target.value })}
          />
          <span className="t3">{row.currency}</span>
          <Button
            size="s"
            look="quiet"
            icon="trash"
            aria-label={`${say('page.trip.remove-line')} ${at + 1}`}
            onClick={() => onRows(rows.length > 1 ? rows.toSpliced(at, 1) : [none])}
          />
        </div>
      ))}
      <div className="form-foot">
        <Button
          look="primary"
          busy={save.busy}
          aria-disabled={unreadable || undefined}
          onClick={() => (unreadable ? undefined : void keep())}
        >
          {say('page.trip.save')}
        </Button>
        <Button look="quiet" onClick={() => onRows(null)}>
          {say('page.trip.leave')}
        </Button>
      </div>
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly values: readonly Value[]
  readonly words: (value: Value) => string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, values, words, value, onChange }: ChoiceProps<Value>) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={event => onChange(event.target.value as Value)}
    >
      {values.map(one => (
        <option key={one} value={one}>
          {words(one)}
        </option>
      ))}
    </select>
  )
}
