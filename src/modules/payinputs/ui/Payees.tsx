import './pay.css'
import { useMemo } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import type { Column } from '../../../web/kit/list/types.ts'
import { openCommand } from '../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { hours } from './quantity.ts'
import type { PayeeLine, PayKeys } from './words.ts'

const rowTitle = (row: PayeeLine) => row.title
const href = (row: PayeeLine) => `/pay/people/${row.id}`

/** Who is on the payroll. */
export default function Payees() {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const mayAdd = usePermission('payinputs.add-payee')
  const columns = useMemo<readonly Column<PayeeLine>[]>(
    () => [
      { key: 'title', label: say('kind.payee'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'number',
        label: say('field.payinputs.employeeNumber'),
        width: 170,
        phone: 'left',
        text: row => row.employeeNumber,
        cell: row => <span className="num">{row.employeeNumber}</span>,
      },
      {
        key: 'daily',
        label: say('field.payinputs.dailyMinutes'),
        width: 170,
        align: 'end',
        phone: 'right',
        text: row => hours(formats, row.dailyMinutes),
        cell: row => hours(formats, row.dailyMinutes),
      },
      {
        key: 'recurring',
        label: say('page.pay.recurring'),
        width: 130,
        align: 'end',
        text: row => String(row.recurring),
        cell: row => (row.recurring ? formats.number(row.recurring) : ''),
      },
      {
        key: 'until',
        label: say('field.payinputs.untilOn'),
        width: 130,
        text: row => row.untilOn ?? '',
        cell: row => row.untilOn && formats.day(row.untilOn),
      },
    ],
    [say, formats],
  )
  const add = () => openCommand({ command: 'payinputs.add-payee', input: { dailyMinutes: 480, expectsHours: true } })
  return (
    <DataList
      title={say('page.pay.people')}
      kind="payee"
      query="payinputs.list-payees"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      empty={say('page.pay.people.empty')}
      emptyAction={mayAdd ? <Button onClick={add}>{say('payinputs.add-payee')}</Button> : undefined}
      end={
        mayAdd ? (
          <Button look="primary" icon="plus" onClick={add}>
            {say('payinputs.add-payee')}
          </Button>
        ) : undefined
      }
    />
  )
}
