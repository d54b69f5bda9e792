import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type CheckLine, checkGlyphs, checkStates, type ProofingKeys } from '../words.ts'

const rowTitle = (row: CheckLine) => row.title
const href = (row: CheckLine) => `/held/${row.id}`

/** Memos that wait before they are printed or handed out, and what was sent over a doubt. */
export default function HeldMemos() {
  const say = useSay<ProofingKeys>()
  const go = useGo()
  const columns = useColumns()
  const mayHold = usePermission('proofing.hold-memo')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.held'),
        many: true,
        options: checkStates.map(value => ({ value, label: say(`state.outgoing-check.${value}`) })),
      },
    ],
    [say],
  )
  const hold = (look: 'primary' | 'quiet') => (
    <Button
      look={look}
      icon="plus"
      onClick={() =>
        openCommand({
          command: 'proofing.hold-memo',
          done: answer => go(`/held/${(answer.output as { id: string }).id}`),
        })
      }
    >
      {say('proofing.hold-memo')}
    </Button>
  )
  return (
    <DataList
      title={say('page.held')}
      kind="outgoing-check"
      query="proofing.list-checks"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.held.empty')}
      emptyAction={mayHold ? hold('quiet') : undefined}
      end={
        <>
          <ButtonLink href="/dictionary">{say('page.held.dictionary')}</ButtonLink>
          {mayHold ? hold('primary') : null}
        </>
      }
    />
  )
}

function useColumns(): readonly Column<CheckLine>[] {
  const say = useSay<ProofingKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('page.held.memo'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={row.wish ? say(`choice.wish.${row.wish}`) : say(`choice.purpose.${row.purpose}`)}
          />
        ),
      },
      {
        key: 'author',
        label: say('field.authorId'),
        width: 190,
        phone: 'below',
        text: row => row.author?.title ?? '',
        cell: row => row.author?.title,
      },
      {
        key: 'doubtful',
        label: say('page.held.doubtful'),
        width: 110,
        align: 'end',
        text: row => String(row.loud + row.quiet),
        cell: row =>
          row.loud + row.quiet > 0 ? (
            <span className={row.loud ? 'blocked' : undefined}>{row.loud + row.quiet}</span>
          ) : (
            ''
          ),
      },
      {
        key: 'changedAt',
        label: say('page.held.changed'),
        width: 150,
        phone: 'right',
        text: row => row.changedAt,
        cell: row => formats.moment(row.changedAt),
      },
      {
        key: 'state',
        label: say('page.held.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.outgoing-check.${row.state}`),
        cell: row => <State glyph={checkGlyphs[row.state]}>{say(`state.outgoing-check.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
