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
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { beginRound, listScanned } from '../../contract.ts'
import { type ItemLine, itemGlyphs, type PostKeys, sorts } from '../words.ts'

const rowTitle = (row: ItemLine) => row.title
const href = (row: ItemLine) => `/post/${row.id}`
const rowClass = (row: ItemLine) => (row.late ? 'late' : undefined)

/** The post book: what came, whose it is, and in whose hands. */
export default function Items() {
  const say = useSay<PostKeys>()
  const columns = useColumns()
  const mayAdd = usePermission('post.add-item')
  const actions = useRoundAction()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'sort',
        label: say('field.post.sort'),
        options: sorts.map(value => ({ value, label: say(`choice.post.sort.${value}`) })),
      },
      {
        key: 'box',
        label: say('page.post.state'),
        options: boxes.map(value => ({ value, label: say(`page.post.${value}`) })),
      },
      { key: 'from', label: say('page.post.came'), type: 'day' },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'all', label: say('page.post.all'), search: {} },
      ...boxes.map(box => ({ key: box, label: say(`page.post.${box}`), search: { box } })),
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.post')}
      kind="post-item"
      query="post.list-items"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      rowClass={rowClass}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.post.empty')}
      emptyAction={mayAdd ? <AddItem look="quiet" /> : undefined}
      end={<Ends mayAdd={mayAdd} />}
    />
  )
}

const boxes = ['unsorted', 'open', 'mine', 'delivered'] as const

function AddItem({ look }: { readonly look: 'primary' | 'quiet' }) {
  const say = useSay<PostKeys>()
  const open = () => openCommand({ command: 'post.add-item' })
  useHotkeys(look === 'primary' ? [{ keys: 'n', label: say('post.add-item'), run: open }] : [])
  return (
    <Button look={look} icon="plus" keys={look === 'primary' ? 'n' : undefined} onClick={open}>
      {say('post.add-item')}
    </Button>
  )
}

function Ends({ mayAdd }: { readonly mayAdd: boolean }) {
  const say = useSay<PostKeys>()
  const mayScan = usePermission('post.add-scanned')
  const { data: scans } = useQuery<typeof listScanned>('post.list-scanned', { limit: 1 }, { when: mayScan })
  const waiting = scans?.total ?? 0
  return (
    <div className="post-ends">
      {mayScan && waiting > 0 ? (
        <ButtonLink href="/post/scanned" icon="scan">
          {say('page.post.scans', { count: waiting })}
        </ButtonLink>
      ) : null}
      <ButtonLink href="/post/out">{say('page.post.out.short')}</ButtonLink>
      {mayAdd ? <ButtonLink href="/post/round">{say('page.post.round.short')}</ButtonLink> : null}
      {mayAdd ? <AddItem look="primary" /> : null}
    </div>
  )
}

/** What is sorted and in one's own hands is taken along. */
function useRoundAction(): readonly BulkAction<ItemLine>[] {
  const say = useSay<PostKeys>()
  const go = useGo()
  const may = usePermission('post.begin-round')
  const { run } = useCommand<typeof beginRound>('post.begin-round', { said: say('page.post.round') })
  return useMemo(
    () =>
      may
        ? [
            {
              label: say('post.begin-round'),
              keys: 'e',
              run: (rows, clear) => {
                void run({ ids: rows.map(row => row.id) }).then(answer => {
                  if (answer.status !== 'done') return
                  clear()
                  go('/post/round')
                })
              },
            },
          ]
        : [],
    [may, say, run, go],
  )
}

function useColumns(): readonly Column<ItemLine>[] {
  const say = useSay<PostKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const to = (row: ItemLine) => row.for?.title ?? row.stop?.title ?? ''
    const now = (row: ItemLine) =>
      row.awayUntil && row.deliverTo ? `${row.deliverTo.title} ← ${row.for?.title ?? ''}` : to(row)
    return [
      {
        key: 'title',
        label: say('field.post.title'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={[row.sender === row.title ? '' : row.sender, row.tracking ?? ''].filter(Boolean).join(' · ')}
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
        width: 120,
        text: row => say(`choice.post.sort.${row.sort}`),
        cell: row => say(`choice.post.sort.${row.sort}`),
      },
      {
        key: 'for',
        label: say('page.post.for'),
        width: 220,
        phone: 'below',
        text: to,
        cell: row => now(row) || <span className="t3">{say('page.post.nobody')}</span>,
      },
      {
        key: 'holder',
        label: say('page.post.with'),
        width: 160,
        wide: true,
        text: row => row.holder?.title ?? '',
        cell: row => row.holder?.title,
      },
      {
        key: 'arrivedOn',
        label: say('page.post.came'),
        width: 110,
        phone: 'right',
        text: row => row.arrivedOn,
        cell: row => formats.day(row.arrivedOn),
      },
      {
        key: 'state',
        label: say('page.post.state'),
        width: 150,
        phone: 'left',
        text: row => say(`state.post-item.${row.state}`),
        cell: row =>
          row.late ? (
            <State glyph="late">{say('page.post.late', { on: formats.day(row.arrivedOn) })}</State>
          ) : (
            <State glyph={itemGlyphs[row.state]}>{say(`state.post-item.${row.state}`)}</State>
          ),
      },
    ]
  }, [say, formats])
}
