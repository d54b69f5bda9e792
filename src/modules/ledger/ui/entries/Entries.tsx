import '../ledger.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSettings } from '../../contract.ts'
import { type BookKeys, type EntryLine, entryGlyphs, voucherOf } from '../words.ts'

const rowTitle = (row: EntryLine) => `${voucherOf(row)} ${row.text}`
const href = (row: EntryLine) => `/books/entries/${row.id}`

/** Every entry of the books, the newest first. */
export default function Entries() {
  const say = useSay<BookKeys>()
  const columns = useColumns()
  const mayPost = usePermission('ledger.post-entry')
  const maySetUp = usePermission('ledger.set-up-books')
  const { data: settings } = useQuery<typeof getSettings>('ledger.get-settings', {})
  const filters = useFilters(settings?.series.map(({ code }) => code) ?? [])
  const unset = settings !== undefined && settings.mode === null
  const post = (look: 'primary' | 'quiet') => (
    <ButtonLink look={look} icon="plus" href="/books/new">
      {say('page.books.new')}
    </ButtonLink>
  )
  const setUp = <ButtonLink href="/books/settings">{say('ledger.set-up-books')}</ButtonLink>
  const first = unset ? (maySetUp ? setUp : undefined) : mayPost ? post('quiet') : undefined
  return (
    <DataList
      title={say('page.books')}
      kind="ledger-entry"
      query="ledger.list-entries"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      filters={filters}
      empty={say(unset ? 'page.books.unset' : 'page.books.empty')}
      emptyAction={first}
      end={
        <div className="book-ends">
          <ButtonLink look="quiet" icon="settings" href="/books/settings">
            {say('page.books.settings')}
          </ButtonLink>
          {mayPost && settings?.mode === 'books' ? post('primary') : null}
        </div>
      }
    />
  )
}

function useFilters(codes: readonly string[]): readonly ListFilter[] {
  const say = useSay<BookKeys>()
  const series = [...new Set(codes)].join(' ')
  return useMemo(
    () => [
      {
        key: 'series',
        label: say('page.series'),
        many: true,
        options: series
          .split(' ')
          .filter(Boolean)
          .map(value => ({ value, label: value })),
      },
      { key: 'from', label: say('field.ledger.from'), type: 'day' },
      { key: 'until', label: say('field.ledger.until'), type: 'day' },
    ],
    [say, series],
  )
}

function useColumns(): readonly Column<EntryLine>[] {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'voucher',
        label: say('page.books.voucher'),
        width: 90,
        phone: 'left',
        text: voucherOf,
        cell: row => <span className="num">{voucherOf(row)}</span>,
      },
      {
        key: 'on',
        label: say('field.ledger.on'),
        width: 110,
        phone: 'below',
        text: row => row.on,
        cell: row => formats.day(row.on),
      },
      { key: 'text', label: say('field.ledger.text'), phone: 'title', text: row => row.text, cell: row => row.text },
      {
        key: 'source',
        label: say('page.books.source'),
        width: 220,
        wide: true,
        text: row => row.source?.title ?? '',
        cell: row => row.source?.title,
      },
      {
        key: 'state',
        label: say('field.ledger.state'),
        width: 130,
        wide: true,
        text: row => say(`state.ledger-entry.${row.state}`),
        cell: row =>
          row.state === 'posted' ? null : (
            <State glyph={entryGlyphs[row.state]}>{say(`state.ledger-entry.${row.state}`)}</State>
          ),
      },
      {
        key: 'total',
        label: say('page.books.sum'),
        width: 150,
        align: 'end',
        phone: 'right',
        money: row => row.total,
        text: row => row.total.amount,
        cell: row => formats.money(row.total),
      },
    ],
    [say, formats],
  )
}
