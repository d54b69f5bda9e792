import './reports.css'
import { useMemo } from 'react'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listDimensions, listPeriods } from '../../contract.ts'
import type { BookKeys } from '../words.ts'

export interface SpanValue {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

interface SpanProps extends SpanValue {
  readonly onChange: (value: SpanValue) => void
  /** A day alone: the balance of a day, what is owed on it. */
  readonly single?: boolean
}

/** Years, their quarters and months, and days of one's own choice. */
export function SpanFields({ from: givenFrom, until: givenUntil, onChange, single = false }: SpanProps) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const periods = useQuery<typeof listPeriods>('ledger.list-periods', {})
  const options = useMemo(() => spansOf(periods.data?.years ?? []), [periods.data])
  // until days are chosen, reports tell of the financial year of today
  const today = formats.today()
  const year = options.find(one => one.kind === 'year' && one.from <= today && one.until >= today)
  const from = givenFrom ?? year?.from
  const until = givenUntil ?? year?.until
  const chosen = options.find(one => one.from === from && one.until === until)
  const words = (one: SpanOption): string =>
    one.kind === 'year'
      ? say('page.reports.year', {
          from:
            one.from.slice(0, 4) === one.until.slice(0, 4)
              ? one.from.slice(0, 4)
              : `${one.from.slice(0, 4)}/${one.until.slice(2, 4)}`,
        })
      : one.kind === 'quarter'
        ? say('page.reports.quarter', { from: formats.day(one.from), until: formats.day(one.until) })
        : `${formats.day(one.from)} – ${formats.day(one.until)}`
  return (
    <>
      {single ? null : (
        <Field label={say('page.reports.period')}>
          {control => (
            <select
              className="input"
              {...control}
              value={chosen ? String(options.indexOf(chosen)) : ''}
              onChange={event => {
                const one = options[Number(event.target.value)]
                if (event.target.value !== '' && one) onChange({ from: one.from, until: one.until })
              }}
            >
              <option value="">{say('page.reports.own-days')}</option>
              {options.map((one, at) => (
                <option key={`${one.from} ${one.until}`} value={at}>
                  {words(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {single ? null : (
        <DateControl
          key={`from ${from}`}
          label={say('field.ledger.from')}
          schema={{}}
          words={String}
          value={from}
          onChange={value => onChange({ from: value ? String(value) : undefined, until })}
        />
      )}
      <DateControl
        key={`until ${until}`}
        label={say(single ? 'field.ledger.on' : 'field.ledger.until')}
        schema={{}}
        words={String}
        value={until}
        onChange={value => onChange({ from, until: value ? String(value) : undefined })}
      />
    </>
  )
}

interface SpanOption {
  readonly kind: 'year' | 'quarter' | 'month'
  readonly from: string
  readonly until: string
}

interface YearFacts {
  readonly startsOn: string
  readonly endsOn: string
  readonly periods: readonly { readonly startsOn: string; readonly endsOn: string }[]
}

function spansOf(years: readonly YearFacts[]): SpanOption[] {
  return years
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))
    .flatMap(year => {
      const months = year.periods.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
      const quarters: SpanOption[] = []
      for (let at = 0; at + 2 < months.length; at += 3)
        quarters.push({ kind: 'quarter', from: months[at]!.startsOn, until: months[at + 2]!.endsOn })
      return [
        { kind: 'year' as const, from: year.startsOn, until: year.endsOn },
        ...quarters,
        ...months.map(month => ({ kind: 'month' as const, from: month.startsOn, until: month.endsOn })),
      ]
    })
}

/** One value of one dimension, where the office has any. */
export function DimensionField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string | null) => void
}) {
  const say = useSay<BookKeys>()
  const dimensions = useQuery<typeof listDimensions>('ledger.list-dimensions', {})
  const used = dimensions.data?.rows.filter(one => one.values.length > 0) ?? []
  if (used.length === 0) return null
  return (
    <Field label={used.map(one => one.name).join(', ')}>
      {control => (
        <select className="input" {...control} value={value} onChange={event => onChange(event.target.value || null)}>
          <option value="">{say('page.reports.all-values')}</option>
          {used.map(one => (
            <optgroup key={one.code} label={one.name}>
              {one.values.map(part => (
                <option key={part.code} value={`${one.code}:${part.code}`}>
                  {part.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
