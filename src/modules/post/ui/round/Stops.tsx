import '../post.css'
import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { listStops } from '../../contract.ts'
import type { PostKeys } from '../words.ts'

type StopLine = OutputOf<typeof listStops>['rows'][number]
const rowTitle = (row: StopLine) => row.title

/** Where the round stops, in its order. */
export default function Stops() {
  const say = useSay<PostKeys>()
  const mayAdd = usePermission('post.add-stop')
  const columns = useMemo<readonly Column<StopLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.post-stop'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.place} />,
      },
      {
        key: 'position',
        label: say('field.post.position'),
        width: 140,
        align: 'end',
        phone: 'right',
        text: row => String(row.position),
        cell: row => row.position,
      },
      {
        key: 'people',
        label: say('field.post.personIds'),
        width: 420,
        phone: 'below',
        text: row => row.people.map(one => one.title).join(', '),
        cell: row => row.people.map(one => one.title).join(', '),
      },
    ],
    [say],
  )
  const actions = useMemo<readonly BulkAction<StopLine>[]>(
    () => (mayAdd ? [{ label: say('post.change-stop'), keys: 's', run: rows => rows[0] && change(rows[0]) }] : []),
    [mayAdd, say],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'retired',
        label: say('page.post.stops.retired'),
        options: [{ value: 'true', label: say('page.post.stops.retired') }],
      },
    ],
    [say],
  )
  const add = (look: 'primary' | 'quiet') => (
    <Button look={look} icon="plus" onClick={() => openCommand({ command: 'post.add-stop' })}>
      {say('post.add-stop')}
    </Button>
  )
  return (
    <DataList
      title={say('page.post.stops')}
      kind="post-stop"
      query="post.list-stops"
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      filters={filters}
      actions={actions}
      empty={say('page.post.stops.empty')}
      emptyAction={mayAdd ? add('quiet') : undefined}
      end={mayAdd ? add('primary') : null}
    />
  )
}

const change = (row: StopLine) =>
  openCommand({
    command: 'post.change-stop',
    input: {
      id: row.id,
      expectedVersion: row.version,
      name: row.title,
      place: row.place || null,
      position: row.position,
      personIds: row.people.map(one => one.id),
    },
    about: row.title,
  })
