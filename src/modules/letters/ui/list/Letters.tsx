import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { letterGlyphs, type LetterKeys, type LetterLine } from '../words.ts'

const rowTitle = (row: LetterLine) => row.title
const href = (row: LetterLine) => `/letters/${row.id}`
const states = ['draft', 'finished', 'sent', 'discarded'] as const

/** Letters: drafts first, then the newest. */
export default function Letters() {
  const say = useSay<LetterKeys>()
  const columns = useColumns()
  const mayWrite = usePermission('letters.create-letter')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'state',
        label: say('page.letters.state'),
        options: states.map(value => ({ value, label: say(`state.letter.${value}`) })),
      },
      { key: 'mine', label: say('page.letters.author'), options: [{ value: 'true', label: say('page.letters.mine') }] },
    ],
    [say],
  )
  const make = (
    <ButtonLink href="/letters/new" look="primary" icon="plus">
      {say('page.letter.new')}
    </ButtonLink>
  )
  return (
    <DataList
      title={say('page.letters')}
      kind="letter"
      query="letters.list-letters"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.letters.empty')}
      emptyAction={mayWrite ? make : undefined}
      end={
        <>
          <ButtonLink href="/letter-templates" look="quiet">
            {say('page.letters.templates')}
          </ButtonLink>
          <ButtonLink href="/letter-merges" look="quiet">
            {say('page.merges')}
          </ButtonLink>
          {mayWrite ? make : null}
        </>
      }
    />
  )
}

function useColumns(): readonly Column<LetterLine>[] {
  const say = useSay<LetterKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.letter'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.party?.title ?? row.recipient} />,
      },
      {
        key: 'number',
        label: say('page.letters.number'),
        width: 110,
        phone: 'below',
        text: row => row.number ?? '',
        cell: row => row.number,
      },
      {
        key: 'author',
        label: say('page.letters.author'),
        width: 160,
        wide: true,
        text: row => row.author?.title ?? '',
        cell: row => row.author?.title,
      },
      {
        key: 'datedOn',
        label: say('page.letters.dated'),
        width: 130,
        phone: 'right',
        text: row => row.datedOn,
        cell: row => formats.weekday(row.datedOn),
      },
      {
        key: 'state',
        label: say('page.letters.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.letter.${row.state}`),
        cell: row => (
          <State glyph={row.mail === 'failed' ? 'blocked' : letterGlyphs[row.state]}>
            {say(`state.letter.${row.state}`)}
            {row.sentBy ? ` · ${say(`choice.letters.how.${row.sentBy}`)}` : ''}
          </State>
        ),
      },
    ],
    [say, formats],
  )
}
