import '../receivables.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type InvoiceKeys, recurringGlyphs, type RecurringLine, recurringStates } from '../words.ts'

const rowTitle = (row: RecurringLine) => row.title
const href = (row: RecurringLine) => `/recurring-invoices/${row.id}`

/** Invoices that come again, the next one first. */
export default function RecurringInvoices() {
  const say = useSay<InvoiceKeys>()
  const mayMake = usePermission('receivables.create-recurring')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.recurring.short'),
        many: true,
        options: recurringStates.map(value => ({ value, label: say(`state.recurring-invoice.${value}`) })),
      },
    ],
    [say],
  )
  const make = (look: 'primary' | 'quiet') => (
    <ButtonLink href="/recurring-invoices/new" look={look} icon="plus">
      {say('receivables.create-recurring')}
    </ButtonLink>
  )
  return (
    <DataList
      title={say('page.recurring')}
      kind="recurring-invoice"
      query="receivables.list-recurring"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.recurring.empty')}
      emptyAction={mayMake ? make('quiet') : undefined}
      end={mayMake ? make('primary') : undefined}
    />
  )
}

function useColumns(): readonly Column<RecurringLine>[] {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.recurring-invoice'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.customer?.title ?? row.title} snippet={row.subject ?? ''} />,
      },
      {
        key: 'rhythm',
        label: say('field.receivables.rhythm'),
        width: 150,
        wide: true,
        text: row => say(`choice.receivables.rhythm.${row.rhythm}`),
        cell: row => say(`choice.receivables.rhythm.${row.rhythm}`),
      },
      {
        key: 'way',
        label: say('field.receivables.way'),
        width: 150,
        wide: true,
        text: row => say(`choice.receivables.way.${row.way}`),
        cell: row => <span className="t2">{say(`choice.receivables.way.${row.way}`)}</span>,
      },
      {
        key: 'untilOn',
        label: say('field.receivables.untilOn'),
        width: 112,
        wide: true,
        text: row => row.untilOn ?? '',
        cell: row => row.untilOn && formats.day(row.untilOn),
      },
      {
        key: 'net',
        label: say('page.recurring.net'),
        width: 140,
        align: 'end',
        phone: 'right',
        money: row => row.net,
        text: row => row.net?.amount ?? '',
        cell: row => row.net && formats.money(row.net),
      },
      {
        key: 'nextOn',
        label: say('page.recurring.next'),
        width: 190,
        phone: 'left',
        text: row => row.nextOn,
        cell: row => <Next row={row} />,
      },
    ],
    [say, formats],
  )
}

function Next({ row }: { readonly row: RecurringLine }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  if (row.stuck) return <State glyph="blocked">{say('page.recurring.stuck')}</State>
  if (row.state !== 'running')
    return <State glyph={recurringGlyphs[row.state]}>{say(`state.recurring-invoice.${row.state}`)}</State>
  return <State glyph="half">{formats.weekday(row.nextOn)}</State>
}
