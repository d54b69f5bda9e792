import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { BillState } from '../BillState.tsx'
import { type BillKeys, type BillLine, billStates } from '../words.ts'

const rowTitle = (row: BillLine) => row.title
const href = (row: BillLine) => `/bills/${row.id}`
const boxes = ['open', 'mine', 'due', 'late', 'kept'] as const
const inputOf = ({ id, version }: BillLine) => ({ id, expectedVersion: version })
const waits = ({ state }: BillLine) => state === 'to-approve'
const uncoded = ({ state, coding }: BillLine) => state === 'to-code' && coding !== null

/** Bills, what is due first above; many are approved at once by keys. */
export default function Bills() {
  const say = useSay<BillKeys>()
  const go = useGo()
  const mayEnter = usePermission('payables.enter-bill')
  const approve = useEachAction<BillLine>({ command: 'payables.approve-bill', keys: 'p', inputOf, fits: waits })
  const code = useEachAction<BillLine>({ command: 'payables.code-bill', keys: 'shift+c', inputOf, fits: uncoded })
  const actions = useMemo(() => [approve, code].filter(action => action !== null), [approve, code])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.bills'),
        options: boxes.map(value => ({ value, label: say(`page.bills.${value}`) })),
      },
      {
        key: 'states',
        label: say('page.bill.way'),
        many: true,
        options: billStates.map(value => ({ value, label: say(`state.bill.${value}`) })),
      },
      { key: 'dueUntil', label: say('field.payables.dueOn'), type: 'day' },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => boxes.map(box => ({ key: box, label: say(`page.bills.${box}`), search: { box } })),
    [say],
  )
  const enter = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'payables.enter-bill',
          done: answer => go(`/bills/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('payables.enter-bill')}
    </Button>
  )
  return (
    <DataList
      title={say('page.bills')}
      kind="bill"
      query="payables.list-bills"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.bills.empty')}
      emptyAction={mayEnter ? enter('quiet') : undefined}
      end={mayEnter ? enter('primary') : undefined}
    />
  )
}

function useColumns(): readonly Column<BillLine>[] {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'supplier',
        label: say('field.payables.supplierId'),
        phone: 'title',
        text: row => row.supplier,
        cell: row => (
          <TitleCell
            title={row.supplier}
            snippet={[
              row.kind === 'credit-note' ? say('choice.payables.kind.credit-note') : null,
              row.number,
              row.holdReason,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
      },
      {
        key: 'coding',
        label: say('page.bills.coding'),
        width: 110,
        wide: true,
        text: row => row.coding ?? '',
        cell: row => <span className={row.state === 'to-code' ? 't3' : undefined}>{row.coding}</span>,
      },
      {
        key: 'waitsFor',
        label: say('page.bills.waits-for'),
        width: 150,
        wide: true,
        text: row => row.waitsFor ?? '',
        cell: row => row.waitsFor,
      },
      {
        key: 'dueOn',
        label: say('field.payables.dueOn'),
        width: 112,
        phone: 'below',
        text: row => row.dueOn,
        cell: row => <span className={row.late ? 'late' : undefined}>{formats.weekday(row.dueOn)}</span>,
      },
      {
        key: 'total',
        label: say('field.payables.total'),
        width: 148,
        align: 'end',
        phone: 'right',
        text: row => row.total.amount,
        money: row => row.total,
        cell: row => formats.money(row.total),
      },
      {
        key: 'state',
        label: say('page.bill.way'),
        width: 180,
        phone: 'left',
        text: row => say(`state.bill.${row.state}`),
        cell: row => <BillState bill={row} />,
      },
    ],
    [say, formats],
  )
}
