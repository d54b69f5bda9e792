import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useLessonWords } from '../../../../web/kit/record/Learnt.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { forgetLessons, listLessons, recallLessons } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'

type Line = OutputOf<typeof listLessons>['rows'][number]

const rowTitle = (line: Line) => line.title
const idsOf = (rows: readonly Line[]) => rows.map(({ id }) => id)

interface Parties {
  readonly rows: readonly { readonly id: string; readonly title: string }[]
}

function useSenderFilter(): readonly ListFilter[] {
  const say = useSay<DocumentKeys>()
  const may = usePermission('directory.list-parties')
  const { data } = useQuery('directory.list-parties', { limit: 200 }, { when: may, fresh_ms: 300_000 })
  return useMemo(() => {
    const senders = (data as Parties | undefined)?.rows ?? []
    const options = senders.map(({ id, title }) => ({ value: id, label: title }))
    return [{ key: 'senderId', label: say('page.lessons.sender'), options }]
  }, [data, say])
}

/** Everything that corrections taught, by sender: how sure it is by now, and forgotten with one key. */
export default function Lessons() {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const words = useLessonWords()
  const [search] = useSearch()
  const filters = useSenderFilter()
  const forgotten = search['forgotten'] === 'true'
  const may = usePermission('documents.correct-field')
  const { run: forget } = useCommand<typeof forgetLessons>('documents.forget-lessons')
  const { run: recall } = useCommand<typeof recallLessons>('documents.recall-lessons')
  const columns = useMemo<readonly Column<Line>[]>(
    () => [
      { key: 'what', label: say('page.lessons.what'), phone: 'title', text: words, cell: line => words(line) },
      {
        key: 'sender',
        label: say('page.lessons.sender'),
        width: 230,
        phone: 'left',
        text: line => line.sender.name,
        cell: line => line.sender.name,
      },
      {
        key: 'taught',
        label: say('page.lessons.taught'),
        width: 210,
        phone: 'right',
        text: line => line.taughtAt,
        cell: line => `${formats.fullDay(formats.dayOf(line.taughtAt))}, ${line.taughtBy}`,
      },
      {
        key: 'held',
        label: say('page.lessons.held'),
        width: 150,
        wide: true,
        text: line => String(line.held),
        cell: line => (
          <State glyph={line.sure ? 'settled' : 'half'}>
            {line.sure ? say('page.lessons.trusted') : say('page.lessons.times', { count: line.held })}
          </State>
        ),
      },
    ],
    [say, formats, words],
  )
  const views = useMemo<readonly ListView[]>(
    () => [{ key: 'forgotten', label: say('page.lessons.forgotten'), search: { forgotten: 'true' } }],
    [say],
  )
  const actions = useMemo<readonly BulkAction<Line>[]>(() => {
    if (!may) return []
    const act = forgotten ? recall : forget
    return [
      {
        label: say(forgotten ? 'documents.recall-lessons' : 'documents.forget-lessons'),
        keys: 'e',
        run: (rows, clear) => void act({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
      },
    ]
  }, [say, may, forgotten, recall, forget])
  return (
    <DataList<Line>
      title={say('page.lessons')}
      kind="lesson"
      query="documents.list-lessons"
      columns={columns}
      rowTitle={rowTitle}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.lessons.empty')}
    />
  )
}
