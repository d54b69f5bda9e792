import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { listCashBoxes } from '../../contract.ts'
import type { BankKeys } from '../words.ts'

type BoxLine = OutputOf<typeof listCashBoxes>['rows'][number]

const rowTitle = (row: BoxLine) => row.title
const href = (row: BoxLine) => `/cash/${row.id}`

/** The cash boxes: what they hold, who keeps them, when they were counted. */
export default function Boxes() {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const go = useGo()
  const mayOpen = usePermission('banking.open-cash-box')
  const columns = useMemo<readonly Column<BoxLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.cash-box'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={row.keeper ? say('page.cash.kept-by', { name: row.keeper.title }) : ''}
          />
        ),
      },
      {
        key: 'counted',
        label: say('page.cash.counts'),
        width: 170,
        phone: 'below',
        text: row => row.countedOn ?? '',
        cell: row =>
          row.countedOn
            ? say('page.cash.last-counted', { on: formats.day(row.countedOn) })
            : say('page.cash.never-counted'),
      },
      {
        key: 'state',
        label: say('page.cash.state'),
        width: 120,
        phone: 'left',
        text: row => say(`state.cash-box.${row.state}`),
        cell: row => (
          <State glyph={row.state === 'open' ? 'settled' : 'ended'}>{say(`state.cash-box.${row.state}`)}</State>
        ),
      },
      {
        key: 'balance',
        label: say('page.cash.held'),
        width: 150,
        align: 'end',
        phone: 'right',
        text: row => row.balance.amount,
        money: row => row.balance,
        cell: row => formats.money(row.balance),
      },
    ],
    [say, formats],
  )
  const open = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'banking.open-cash-box',
          done: answer => go(`/cash/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('banking.open-cash-box')}
    </Button>
  )
  return (
    <DataList
      title={say('page.cash')}
      kind="cash-box"
      query="banking.list-cash-boxes"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.cash.empty')}
      emptyAction={mayOpen ? open('quiet') : undefined}
      end={mayOpen ? open('primary') : undefined}
    />
  )
}
