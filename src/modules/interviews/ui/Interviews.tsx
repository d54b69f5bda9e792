import { useMemo } from 'react'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../web/kit/list/types.ts'
import { MakeButton } from '../../../web/kit/MakeButton.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { glyphs, type InterviewKeys, type InterviewLine, states } from './words.ts'

const rowTitle = (row: InterviewLine) => row.title
const href = (row: InterviewLine) => `/interviews/${row.id}`
const making = 'interviews.create-interview'

/** Interviews that one prepares, sits in or decides on. */
export default function Interviews() {
  const say = useSay<InterviewKeys>()
  const columns = useColumns()
  const may = usePermission(making)
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.interviews.state'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.interview.${value}`) })),
      },
    ],
    [say],
  )
  const make = may ? <MakeButton command={making} path="/interviews" look="primary" /> : undefined
  return (
    <DataList
      title={say('page.interviews')}
      kind="interview"
      query="interviews.list-interviews"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.interviews.empty')}
      emptyAction={make}
      end={make}
    />
  )
}

function useColumns(): readonly Column<InterviewLine>[] {
  const say = useSay<InterviewKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const cards = (row: InterviewLine) => say('page.interviews.cards.of', { sent: row.sent, panel: row.panel })
    return [
      {
        key: 'title',
        label: say('kind.interview'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.mine ? say('page.interviews.mine') : ''} />,
      },
      {
        key: 'start',
        label: say('page.interviews.when'),
        width: 170,
        phone: 'right',
        text: row => row.start ?? '',
        cell: row => row.start && formats.moment(row.start),
      },
      { key: 'cards', label: say('page.interviews.cards'), width: 150, phone: 'below', text: cards, cell: cards },
      {
        key: 'state',
        label: say('page.interviews.state'),
        width: 140,
        phone: 'left',
        text: row => say(`state.interview.${row.state}`),
        cell: row => <State glyph={glyphs[row.state]}>{say(`state.interview.${row.state}`)}</State>,
      },
    ] satisfies readonly Column<InterviewLine>[]
  }, [say, formats])
}
