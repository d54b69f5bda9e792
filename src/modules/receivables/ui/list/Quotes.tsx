import '../receivables.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type InvoiceKeys, quoteGlyphs, type QuoteLine, quoteStates } from '../words.ts'

const rowTitle = (row: QuoteLine) => row.title
const href = (row: QuoteLine) => `/quotes/${row.id}`

export default function Quotes() {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const mayMake = usePermission('receivables.create-quote')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.quotes'),
        many: true,
        options: quoteStates.map(value => ({ value, label: say(`state.quote.${value}`) })),
      },
    ],
    [say],
  )
  const columns = useMemo<readonly Column<QuoteLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.quote'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.customer?.title ?? row.title} snippet={row.subject ?? ''} />,
      },
      {
        key: 'number',
        label: say('page.paper.quote-number'),
        width: 130,
        wide: true,
        text: row => row.number ?? '',
        cell: row => row.number && <span className="num">{row.number}</span>,
      },
      {
        key: 'validUntil',
        label: say('field.receivables.validUntil'),
        width: 120,
        phone: 'right',
        text: row => row.validUntil ?? '',
        cell: row => row.validUntil && formats.day(row.validUntil),
      },
      {
        key: 'net',
        label: say('page.paper.net'),
        width: 160,
        align: 'end',
        phone: 'below',
        money: row => row.net,
        text: row => row.net.amount,
        cell: row => formats.money(row.net),
      },
      {
        key: 'state',
        label: say('field.state' as InvoiceKeys),
        width: 150,
        phone: 'left',
        text: row => say(`state.quote.${row.state}`),
        cell: row => <State glyph={quoteGlyphs[row.state]}>{say(`state.quote.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
  const make = (look: 'primary' | 'quiet') => (
    <ButtonLink href="/quotes/new" look={look} icon="plus">
      {say('page.quote.new')}
    </ButtonLink>
  )
  return (
    <DataList
      title={say('page.quotes')}
      kind="quote"
      query="receivables.list-quotes"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.quotes.empty')}
      emptyAction={mayMake ? make('quiet') : undefined}
      end={mayMake ? make('primary') : undefined}
    />
  )
}
