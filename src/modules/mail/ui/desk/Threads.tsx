import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { Search } from '../../../../web/useAddress.ts'
import { useQuery, type useSlices } from '../../../../web/useQuery.ts'
import type { listMailboxes } from '../../contract.ts'
import type { MailKeys, ThreadLine } from '../words.ts'
import { ThreadRow } from './ThreadRow.tsx'
import type { Acts } from './useActs.tsx'
import type { Chosen } from './useChosen.ts'
import { addressOf, boxOf } from './view.ts'

const rowHeight = 86
/** Rows before the end at which more are fetched. */
const ahead = 60
/** Where one stood in a view, kept while the window is open: coming back finds it. */
const places = new Map<string, number>()

export interface ThreadsProps {
  readonly list: ReturnType<typeof useSlices<ThreadLine>>
  readonly rows: readonly ThreadLine[]
  readonly total: number
  readonly openId: string | null
  readonly here: string | null
  readonly onHere: (id: string) => void
  readonly search: Search
  readonly chosen: Chosen
  readonly acts: Acts
}

/** The threads: only those in sight are drawn, however many there are. */
export function Threads(props: ThreadsProps) {
  const { list, rows, total, here, search, chosen } = props
  const frame = useRef<HTMLDivElement>(null)
  const say = useSay<MailKeys>()
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false }) ?? false
  const place = addressOf(search)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => (isPhone ? document.getElementById('main') : frame.current),
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: isPhone ? (frame.current?.offsetTop ?? 0) : 0,
    getItemKey: index => rows[index]?.id ?? index,
    initialOffset: places.get(place) ?? 0,
    scrollPaddingEnd: 60,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > rows.length - ahead) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length])
  useEffect(() => {
    const at = rows.findIndex(row => row.id === here)
    if (at >= 0) virtual.scrollToIndex(at)
    // only where one moves, not where rows come and go
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [here])
  useEffect(() => () => void places.set(place, virtual.scrollOffset ?? 0), [place, virtual])
  const margin = virtual.options.scrollMargin
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys (WCAG 2.1.1)
    <div className="mail-rows" ref={frame} tabIndex={0} role="group" aria-label={say('page.mail.threads')}>
      {before(props) ?? (
        <ul style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            return row ? (
              <ThreadRow
                key={row.id}
                row={row}
                box={boxOf(search)}
                href={addressOf(search, row.id)}
                style={{ height: rowHeight, transform: `translateY(${start - margin}px)` }}
                position={index + 1}
                total={total}
                isOpen={row.id === props.openId}
                isHere={row.id === here}
                isChosen={chosen.ids.has(row.id)}
                onChoose={chosen.toggle}
                onHere={props.onHere}
              />
            ) : null
          })}
        </ul>
      )}
      <Ink {...props} />
    </div>
  )
}

/** Instead of rows: loading, a problem, nothing. */
function before({ list, rows, search }: ThreadsProps): ReactNode {
  if (list.isPending) return <SkeletonRows rows={9} height={rowHeight} />
  if (list.isError && rows.length === 0) return <QueryProblem fault={list.error} again={() => void list.refetch()} />
  if (rows.length > 0) return null
  return <Nothing search={search} />
}

/** Why nothing stands here; before the first mailbox is connected, that one is. */
function Nothing({ search }: { readonly search: Search }) {
  const say = useSay<MailKeys>()
  const mayConnect = usePermission('mail.manage-mailboxes')
  const mailboxes = useQuery<typeof listMailboxes>('mail.list-mailboxes')
  const box = boxOf(search)
  if (mailboxes.data?.rows.length === 0)
    return (
      <Empty text={say('page.mail.mailboxes.empty')}>
        {mayConnect ? (
          <ButtonLink look="primary" href="/mail/mailboxes?make=1">
            {say('mail.connect-mailbox')}
          </ButtonLink>
        ) : null}
      </Empty>
    )
  return (
    <Empty
      text={say(search['text'] ? 'page.mail.empty.found' : box === 'all' ? 'page.mail.empty.open' : emptyOf(box))}
    />
  )
}

const worded = ['open', 'mine', 'unassigned', 'waiting', 'snoozed', 'noise'] as const
const emptyOf = (box: string) => `page.mail.empty.${worded.find(one => one === box) ?? ('other' as const)}` as const

/** What can be done with those that are ticked: the daily acts as buttons, all others behind one. */
function Ink({ chosen, acts, rows }: ThreadsProps) {
  const say = useSay<MailKeys>()
  if (chosen.ids.size === 0) return null
  const daily = new Set<string>(['done', 'assign', 'snooze'])
  return (
    <div className="bulk on-ink" role="toolbar" aria-label={say('list.with-selected')}>
      <b>{say('list.selected', { count: chosen.ids.size })}</b>
      <span className="sep" />
      {acts.list
        .filter(({ name }) => daily.has(name))
        .map(({ name, label, keys, run }) => (
          <Button key={name} look="quiet" size="s" keys={keys} onClick={run}>
            {label}
          </Button>
        ))}
      <Menu
        label={say('record.more')}
        width={260}
        align="end"
        button={opener => (
          <Button look="quiet" size="s" {...opener}>
            {say('record.more')} <Icon name="chevron-down" small />
          </Button>
        )}
      >
        {chosen.ids.size < rows.length ? (
          <MenuItem icon="list-check" end={<Kbd keys="mod+a" />} onSelect={chosen.all}>
            {say('page.mail.select-all')}
          </MenuItem>
        ) : null}
        {acts.list
          .filter(({ name }) => !daily.has(name))
          .map(({ name, label, icon, keys, run }) => (
            <MenuItem key={name} icon={icon} end={<Kbd keys={keys} />} onSelect={run}>
              {label}
            </MenuItem>
          ))}
      </Menu>
      <Button look="quiet" size="s" keys="esc" onClick={chosen.clear}>
        {say('list.clear')}
      </Button>
    </div>
  )
}
