import '../post.css'
import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addScanned, listScanned } from '../../contract.ts'
import type { PostKeys } from '../words.ts'

type Scan = OutputOf<typeof listScanned>['rows'][number]
const rowTitle = (row: Scan) => row.title
const href = (row: Scan) => `/documents/${row.id}`

/** A batch from the scanner, parted by its separator sheets: marked papers become lines of the book. */
export default function Scanned() {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  const { run } = useCommand<typeof addScanned>('post.add-scanned', { said: say('page.post.done') })
  const columns = useMemo<readonly Column<Scan>[]>(
    () => [
      {
        key: 'title',
        label: say('field.post.title'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.sender ?? ''} />,
      },
      {
        key: 'pages',
        label: say('page.post.pages'),
        width: 80,
        align: 'end',
        phone: 'left',
        text: row => String(row.pages),
        cell: row => row.pages,
      },
      {
        key: 'receivedAt',
        label: say('page.post.came'),
        width: 170,
        phone: 'right',
        text: row => row.receivedAt,
        cell: row => formats.moment(row.receivedAt),
      },
    ],
    [say, formats],
  )
  const actions = useMemo<readonly BulkAction<Scan>[]>(
    () => [
      {
        label: say('post.add-scanned'),
        keys: 'e',
        run: (rows, clear) =>
          void run({ documentIds: rows.slice(0, 100).map(row => row.id) }).then(
            answer => answer.status === 'done' && clear(),
          ),
      },
    ],
    [say, run],
  )
  return (
    <DataList
      title={say('page.post.scanned')}
      kind="document"
      query="post.list-scanned"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      actions={actions}
      empty={say('page.post.scanned.empty')}
    />
  )
}
