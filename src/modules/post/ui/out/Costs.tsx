import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { listCosts } from '../../contract.ts'
import type { PostKeys } from '../words.ts'

type Cost = OutputOf<typeof listCosts>['rows'][number]
const rowTitle = (row: Cost) => `${row.month} ${row.stop ?? ''}`

/** What postage cost, by month and whose it was; CSV and paper are the list's own. */
export default function Costs() {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<Cost>[]>(
    () => [
      {
        key: 'stop',
        label: say('field.post.stopId'),
        phone: 'title',
        text: row => row.stop ?? '',
        cell: row => row.stop ?? '–',
      },
      {
        key: 'month',
        label: say('page.post.month'),
        width: 120,
        phone: 'left',
        text: row => row.month,
        cell: row => <span className="num">{row.month}</span>,
      },
      {
        key: 'sort',
        label: say('field.post.sort'),
        width: 160,
        phone: 'below',
        text: row => say(`choice.post.sort.${row.sort}`),
        cell: row => say(`choice.post.sort.${row.sort}`),
      },
      {
        key: 'pieces',
        label: say('field.post.pieces'),
        width: 100,
        align: 'end',
        text: row => String(row.pieces),
        cell: row => formats.number(row.pieces),
      },
      {
        key: 'postage',
        label: say('field.post.postage'),
        width: 150,
        align: 'end',
        phone: 'right',
        money: row => row.postage,
        text: row => row.postage.amount,
        cell: row => formats.money(row.postage),
      },
    ],
    [say, formats],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      { key: 'from', label: say('field.post.validFrom'), type: 'day' },
      { key: 'until', label: say('field.post.validUntil'), type: 'day' },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.post.costs')}
      kind="post-outgoing"
      query="post.list-costs"
      columns={columns}
      rowTitle={rowTitle}
      filters={filters}
      empty={say('page.post.costs.empty')}
    />
  )
}
