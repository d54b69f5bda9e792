import '../post.css'
import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type OutgoingLine, outgoingGlyphs, type PostKeys, sorts } from '../words.ts'

const rowTitle = (row: OutgoingLine) => row.title
const href = (row: OutgoingLine) => `/post/out/${row.id}`
const states = ['ready', 'gone', 'delivered', 'returned', 'cancelled'] as const

/** What goes and went out, with postage, number and receipt. */
export default function Outgoing() {
  const say = useSay<PostKeys>()
  const columns = useColumns()
  const mayAdd = usePermission('post.add-outgoing')
  const actions = useCollected()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.post.state'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.post-outgoing.${value}`) })),
      },
      {
        key: 'sort',
        label: say('field.post.sort'),
        options: sorts.map(value => ({ value, label: say(`choice.post.sort.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'all', label: say('page.post.all'), search: {} },
      { key: 'ready', label: say('page.post.out.ready'), search: { states: 'ready' } },
      { key: 'gone', label: say('page.post.out.gone'), search: { states: 'gone' } },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.post.out')}
      kind="post-outgoing"
      query="post.list-outgoing"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.post.out.empty')}
      emptyAction={mayAdd ? <SendOne look="quiet" /> : undefined}
      end={
        <div className="post-ends">
          <ButtonLink href="/post/costs" icon="chart-bar">
            {say('page.post.costs')}
          </ButtonLink>
          {mayAdd ? <SendOne look="primary" /> : null}
        </div>
      }
    />
  )
}

function SendOne({ look }: { readonly look: 'primary' | 'quiet' }) {
  const say = useSay<PostKeys>()
  const open = () => openCommand({ command: 'post.add-outgoing' })
  useHotkeys(look === 'primary' ? [{ keys: 'n', label: say('post.add-outgoing'), run: open }] : [])
  return (
    <Button look={look} icon="plus" keys={look === 'primary' ? 'n' : undefined} onClick={open}>
      {say('post.add-outgoing')}
    </Button>
  )
}

/** All that one carrier took along, in one act. */
function useCollected(): readonly BulkAction<OutgoingLine>[] {
  const say = useSay<PostKeys>()
  const may = usePermission('post.hand-to-carrier')
  return useMemo(
    () =>
      may
        ? [
            {
              label: say('post.hand-to-carrier'),
              keys: 'e',
              run: (rows, clear) =>
                openCommand({ command: 'post.hand-to-carrier', input: { ids: rows.map(row => row.id) }, done: clear }),
            },
          ]
        : [],
    [may, say],
  )
}

function useColumns(): readonly Column<OutgoingLine>[] {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('field.post.title'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={[row.recipient === row.title ? '' : row.recipient, row.tracking ?? ''].filter(Boolean).join(' · ')}
          />
        ),
      },
      {
        key: 'number',
        label: say('page.post.number'),
        width: 100,
        wide: true,
        text: row => row.number,
        cell: row => <span className="num t2">{row.number}</span>,
      },
      {
        key: 'sort',
        label: say('field.post.sort'),
        width: 130,
        phone: 'below',
        text: row => say(`choice.post.sort.${row.sort}`),
        cell: row => say(`choice.post.sort.${row.sort}`),
      },
      {
        key: 'stop',
        label: say('field.post.stopId'),
        width: 150,
        wide: true,
        text: row => row.stop?.title ?? '',
        cell: row => row.stop?.title,
      },
      {
        key: 'postage',
        label: say('field.post.postage'),
        width: 120,
        align: 'end',
        money: row => row.postage,
        text: row => (row.postage ? row.postage.amount : ''),
        cell: row => row.postage && formats.money(row.postage),
      },
      {
        key: 'carrier',
        label: say('field.post.carrier'),
        width: 130,
        wide: true,
        text: row => row.carrier ?? '',
        cell: row => row.carrier,
      },
      {
        key: 'readyOn',
        label: say('field.post.on'),
        width: 110,
        phone: 'right',
        text: row => row.goneOn ?? row.readyOn,
        cell: row => formats.day(row.goneOn ?? row.readyOn),
      },
      {
        key: 'state',
        label: say('page.post.state'),
        width: 140,
        phone: 'left',
        text: row => say(`state.post-outgoing.${row.state}`),
        cell: row => <State glyph={outgoingGlyphs[row.state]}>{say(`state.post-outgoing.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
