import { useMemo } from 'react'
import { addDays, addMonths } from '../../../../web/format/day.ts'
import { dateFormat } from '../../../../web/format/locale.ts'
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { HoursLine, Keys } from '../words.ts'

const rowTitle = (row: HoursLine) => row.person.title
const href = () => '/oncall'

/** Hours on call and called out of each, in a span of days: for whoever pays them; goes out as CSV and XLSX. */
export default function Hours() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const first = `${formats.today().slice(0, 7)}-01`
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      { key: 'fromOn', label: say('field.oncall.from'), type: 'day' },
      { key: 'untilOn', label: say('field.oncall.until'), type: 'day' },
    ],
    [say],
  )
  const locale = wordLocale(useLanguage())
  const views = useMemo<readonly ListView[]>(
    () =>
      [0, -1, -2].map(back => {
        const fromOn = addMonths(first, back)
        return {
          key: fromOn,
          label: dateFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
            new Date(`${fromOn}T12:00:00Z`),
          ),
          search: back === 0 ? {} : { fromOn, untilOn: addDays(addMonths(fromOn, 1), -1) },
        }
      }),
    [first, locale],
  )
  const input = useMemo(() => ({ fromOn: first, untilOn: addDays(addMonths(first, 1), -1) }), [first])
  return (
    <DataList
      title={say('page.oncall-hours')}
      kind="principal"
      query="oncall.get-hours"
      input={input}
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={38}
      filters={filters}
      views={views}
      empty={say('page.oncall-hours.empty')}
    />
  )
}

function useColumns(): readonly Column<HoursLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(() => {
    const time = (key: 'minutes' | 'freeMinutes' | 'calledOutMinutes', label: string, phone?: 'right' | 'below') => ({
      key,
      label,
      width: key === 'freeMinutes' ? 220 : 150,
      align: 'end' as const,
      ...(phone ? { phone } : { wide: true as const }),
      text: (row: HoursLine) => String(Math.round((row[key] / 60) * 100) / 100),
      cell: (row: HoursLine) => (row[key] > 0 ? formats.minutes(row[key]) : ''),
    })
    return [
      { key: 'person', label: say('field.oncall.personId'), phone: 'title', text: rowTitle, cell: rowTitle },
      time('minutes', say('page.oncall-hours.minutes'), 'right'),
      {
        key: 'nights',
        label: say('page.oncall-hours.nights'),
        width: 100,
        align: 'end',
        wide: true,
        text: row => String(row.nights),
        cell: row => row.nights || '',
      },
      time('freeMinutes', say('page.oncall-hours.free')),
      time('calledOutMinutes', say('page.oncall-hours.called'), 'below'),
      {
        key: 'alarms',
        label: say('page.oncall-hours.alarms'),
        width: 90,
        align: 'end',
        wide: true,
        text: row => String(row.alarms),
        cell: row => row.alarms || '',
      },
    ]
  }, [say, formats])
}
