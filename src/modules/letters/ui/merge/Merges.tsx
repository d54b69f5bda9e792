import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type LetterKeys, mergeGlyphs, type MergeLine } from '../words.ts'

const rowTitle = (row: MergeLine) => row.title
const href = (row: MergeLine) => `/letter-merges/${row.id}`

/** Letters to many, the newest first. */
export default function Merges() {
  const say = useSay<LetterKeys>()
  const columns = useColumns()
  const make = usePermission('letters.merge-letters') ? (
    <ButtonLink href="/letter-merges/new" look="primary" icon="plus">
      {say('page.merge.new')}
    </ButtonLink>
  ) : undefined
  return (
    <DataList
      title={say('page.merges')}
      kind="letter-merge"
      query="letters.list-merges"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.merges.empty')}
      emptyAction={make}
      end={make}
    />
  )
}

function useColumns(): readonly Column<MergeLine>[] {
  const say = useSay<LetterKeys>()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.letter-merge'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.template?.title ?? ''} />,
      },
      {
        key: 'rows',
        label: say('page.merges.letters'),
        width: 140,
        phone: 'right',
        text: row => String(row.rows),
        cell: row =>
          row.state === 'preparing' ? row.rows : say('page.merges.count', { done: row.done, rows: row.rows }),
      },
      {
        key: 'state',
        label: say('page.letters.state'),
        width: 220,
        phone: 'left',
        text: row => say(`state.letter-merge.${row.state}`),
        cell: row => (
          <State glyph={mergeGlyphs[row.state]}>
            {say(`state.letter-merge.${row.state}`)}
            {row.how ? ` · ${say(row.how === 'mail' ? 'choice.letters.how.mail' : 'choice.letters.how.print')}` : ''}
          </State>
        ),
      },
    ],
    [say],
  )
}
