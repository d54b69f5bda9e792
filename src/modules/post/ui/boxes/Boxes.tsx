import '../post.css'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { BoxLine, PostKeys } from '../words.ts'

const rowTitle = (row: BoxLine) => row.title
const href = (row: BoxLine) => `/post/boxes/${row.id}`

/** Letter boxes elsewhere: who looks through them how often, and whose turn is late. */
export default function Boxes() {
  const say = useSay<PostKeys>()
  const go = useGo()
  const columns = useColumns()
  const mayAdd = usePermission('post.add-box')
  const mayLook = usePermission('post.look-through')
  const actions = useMemo<readonly BulkAction<BoxLine>[]>(
    () =>
      mayLook
        ? [
            {
              label: say('post.look-through'),
              keys: 'e',
              run: ([row], clear) =>
                row &&
                openCommand({
                  command: 'post.look-through',
                  input: { id: row.id, expectedVersion: row.version },
                  about: row.title,
                  done: clear,
                }),
            },
          ]
        : [],
    [mayLook, say],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'retired',
        label: say('page.post.boxes.retired'),
        options: [{ value: 'true', label: say('page.post.boxes.retired') }],
      },
    ],
    [say],
  )
  const add = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'post.add-box',
          done: answer => go(`/post/boxes/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('post.add-box')}
    </Button>
  )
  return (
    <DataList
      title={say('page.post.boxes')}
      kind="letter-box"
      query="post.list-boxes"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      actions={actions}
      empty={say('page.post.boxes.empty')}
      emptyAction={mayAdd ? add('quiet') : undefined}
      end={mayAdd ? add('primary') : null}
    />
  )
}

function useColumns(): readonly Column<BoxLine>[] {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const looked = (row: BoxLine) =>
      row.lookedAt ? `${formats.moment(row.lookedAt)}, ${row.lookedBy?.title ?? '–'}` : say('page.post.boxes.never')
    return [
      {
        key: 'title',
        label: say('kind.letter-box'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={say(`choice.post.provider.${row.provider}`)} />,
      },
      {
        key: 'rhythm',
        label: say('field.post.rhythm'),
        width: 170,
        wide: true,
        text: row => say(`choice.post.rhythm.${row.rhythm}`),
        cell: row => say(`choice.post.rhythm.${row.rhythm}`),
      },
      {
        key: 'keeper',
        label: say('field.post.keeperId'),
        width: 160,
        phone: 'below',
        text: row => row.keeper?.title ?? '',
        cell: row => row.keeper?.title ?? say('page.post.nobody'),
      },
      { key: 'looked', label: say('page.post.boxes.last'), width: 240, text: looked, cell: looked },
      {
        key: 'nextOn',
        label: say('page.post.boxes.next'),
        width: 150,
        phone: 'right',
        text: row => row.nextOn,
        cell: row => <State glyph={row.late ? 'late' : 'open'}>{formats.weekday(row.nextOn)}</State>,
      },
    ]
  }, [say, formats])
}
