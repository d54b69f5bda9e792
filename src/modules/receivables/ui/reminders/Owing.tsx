import '../receivables.css'
import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type InvoiceKeys, type OwingRow, customerHref } from '../words.ts'

const rowTitle = (row: OwingRow) => row.customer?.title ?? row.name
const href = (row: OwingRow) => (row.customer ? customerHref(row.customer) : '/invoices/owing')
const ages = [
  ['notDue', 'not-due'],
  ['to30', 'to30'],
  ['to60', 'to60'],
  ['to90', 'to90'],
  ['older', 'older'],
] as const

/** What each customer owes, by age. */
export default function Owing() {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<OwingRow>[]>(
    () => [
      {
        key: 'name',
        label: say('field.receivables.customerId'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={rowTitle(row)}
            snippet={row.paused ? say('page.owing.paused', { count: row.paused }) : ''}
          />
        ),
      },
      ...ages.map(
        ([key, word]): Column<OwingRow> => ({
          key,
          label: say(`page.owing.${word}`),
          width: 120,
          align: 'end',
          wide: true,
          money: row => row[key],
          text: row => row[key].amount,
          cell: row => (Number(row[key].amount) === 0 ? '' : formats.amount(row[key])),
        }),
      ),
      {
        key: 'total',
        label: say('page.invoices.total'),
        width: 150,
        align: 'end',
        phone: 'right',
        money: row => row.total,
        text: row => row.total.amount,
        cell: row => formats.money(row.total),
      },
      {
        key: 'statement',
        label: say('page.owing.statement'),
        width: 150,
        phone: 'left',
        cell: row =>
          row.customer ? (
            <a className="link invoice-tall" href={`/api/receivables/customers/${row.customer.id}/statement`} download>
              {say('page.owing.statement')}
            </a>
          ) : null,
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.owing')}
      kind="organisation"
      query="receivables.list-owing"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.owing.empty')}
    />
  )
}
