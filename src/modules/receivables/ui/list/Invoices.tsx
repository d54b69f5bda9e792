import '../receivables.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { countReminders } from '../../contract.ts'
import { invoiceGlyphs, type InvoiceKeys, type InvoiceLine, invoiceStates } from '../words.ts'

const rowTitle = (row: InvoiceLine) => row.title
const href = (row: InvoiceLine) => `/invoices/${row.id}`
const views = [
  ['overdue', ['overdue']],
  ['draft', ['draft']],
  ['sent', ['issued', 'sent', 'partly-paid']],
] as const

/** Invoices and credit notes: drafts and the newest first. */
export default function Invoices() {
  const say = useSay<InvoiceKeys>()
  const columns = useColumns()
  const mayMake = usePermission('receivables.create-invoice')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.invoices'),
        many: true,
        options: invoiceStates.map(value => ({ value, label: say(`state.invoice.${value}`) })),
      },
    ],
    [say],
  )
  const shown = useMemo<readonly ListView[]>(
    () =>
      views.map(([state, states]) => ({
        key: state,
        label: say(`state.invoice.${state}`),
        search: { states: states.join(','), ...(state === 'overdue' ? { sort: 'due' } : {}) },
      })),
    [say],
  )
  const make = (look: 'primary' | 'quiet') => (
    <ButtonLink href="/invoices/new" look={look} icon="plus">
      {say('page.invoice.new')}
    </ButtonLink>
  )
  return (
    <DataList
      title={say('page.invoices')}
      kind="invoice"
      query="receivables.list-invoices"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={shown}
      empty={say('page.invoices.empty')}
      emptyAction={mayMake ? make('quiet') : undefined}
      end={
        <div className="invoice-ends">
          <ToRemind />
          <ButtonLink href="/invoices/owing" look="quiet">
            {say('page.invoices.owing')}
          </ButtonLink>
          <Settings />
          {mayMake ? make('primary') : null}
        </div>
      }
    />
  )
}

function Settings() {
  const say = useSay<InvoiceKeys>()
  return usePermission('receivables.set-invoicing') ? (
    <ButtonLink href="/invoices/settings" look="quiet">
      {say('page.invoices.settings')}
    </ButtonLink>
  ) : null
}

/** Whom to remind today, where there is somebody. */
function ToRemind() {
  const say = useSay<InvoiceKeys>()
  const may = usePermission('receivables.send-reminders')
  const { data } = useQuery<typeof countReminders>('receivables.count-reminders', {}, { when: may })
  if (!data?.customers) return null
  return (
    <ButtonLink href="/invoices/reminders" icon="bell">
      {say('page.invoices.remind', { count: data.customers })}
    </ButtonLink>
  )
}

function useColumns(): readonly Column<InvoiceLine>[] {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.invoice'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.customer?.title ?? row.title}
            snippet={[row.type === 'credit-note' ? say('page.paper.title.credit-note') : null, row.subject]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
      },
      {
        key: 'number',
        label: say('page.paper.number'),
        width: 120,
        wide: true,
        text: row => row.number ?? '',
        cell: row => row.number && <span className="num">{row.number}</span>,
      },
      {
        key: 'issuedOn',
        label: say('field.receivables.issuedOn'),
        width: 112,
        wide: true,
        text: row => row.issuedOn ?? '',
        cell: row => row.issuedOn && formats.day(row.issuedOn),
      },
      {
        key: 'due',
        label: say('field.receivables.dueOn'),
        width: 112,
        phone: 'right',
        sortable: true,
        text: row => row.dueOn ?? '',
        cell: row => row.dueOn && formats.weekday(row.dueOn),
      },
      {
        key: 'total',
        label: say('page.invoices.total'),
        width: 140,
        align: 'end',
        phone: 'below',
        money: row => row.total,
        text: row => row.total.amount,
        cell: row => formats.money(row.total),
      },
      {
        key: 'remaining',
        label: say('page.invoices.remaining'),
        width: 140,
        align: 'end',
        wide: true,
        money: row => row.remaining,
        text: row => row.remaining.amount,
        cell: row => (Number(row.remaining.amount) === 0 ? '' : formats.money(row.remaining)),
      },
      {
        key: 'state',
        label: say('field.state' as InvoiceKeys),
        width: 150,
        phone: 'left',
        text: row => say(`state.invoice.${row.state}`),
        cell: row =>
          row.mail === 'failed' ? (
            <State glyph="blocked">{say('page.invoices.mail-failed')}</State>
          ) : (
            <State glyph={invoiceGlyphs[row.state]}>{say(`state.invoice.${row.state}`)}</State>
          ),
      },
    ],
    [say, formats],
  )
}
