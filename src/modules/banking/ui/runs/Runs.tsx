import '../bank.css'
import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSettings } from '../../contract.ts'
import { type BankKeys, runGlyphs, type RunLine, runStates } from '../words.ts'

const rowTitle = (row: RunLine) => row.title
const href = (row: RunLine) => `/payments/${row.id}`

/** Payment runs, the newest first. */
export default function Runs() {
  const say = useSay<BankKeys>()
  const columns = useColumns()
  const mayPropose = usePermission('banking.propose-run')
  const maySet = usePermission('banking.change-settings')
  const { data: settings } = useQuery<typeof getSettings>('banking.get-settings', {})
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.payments.state'),
        many: true,
        options: runStates.map(value => ({ value, label: say(`state.payment-run.${value}`) })),
      },
    ],
    [say],
  )
  const propose = (
    <ButtonLink look="primary" icon="plus" href="/payments/propose">
      {say('banking.propose-run')}
    </ButtonLink>
  )
  return (
    <DataList
      title={say('page.payments')}
      kind="payment-run"
      query="banking.list-runs"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.payments.empty')}
      emptyAction={mayPropose ? propose : undefined}
      end={
        <div className="bank-ends">
          {maySet && settings ? (
            <Button
              icon="settings"
              onClick={() => openCommand({ command: 'banking.change-settings', input: settings })}
            >
              {say('banking.change-settings')}
            </Button>
          ) : null}
          {mayPropose ? propose : null}
        </div>
      }
    />
  )
}

function useColumns(): readonly Column<RunLine>[] {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  return useMemo(() => {
    const days = ({ firstOn, lastOn }: RunLine) => [...new Set([firstOn, lastOn].filter(day => day !== null))]
    return [
      {
        key: 'title',
        label: say('kind.payment-run'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.account?.title ?? ''} />,
      },
      {
        key: 'days',
        label: say('page.payments.days'),
        width: 160,
        phone: 'below',
        text: row => days(row).join('–'),
        cell: row => days(row).map(formats.day).join(' – '),
      },
      {
        key: 'count',
        label: say('page.payments.count'),
        width: 100,
        align: 'end',
        wide: true,
        text: row => String(row.count),
        cell: row => formats.number(row.count),
      },
      {
        key: 'amount',
        label: say('field.banking.amount'),
        width: 160,
        align: 'end',
        phone: 'right',
        text: row => row.amount.amount,
        money: row => row.amount,
        cell: row => formats.money(row.amount),
      },
      {
        key: 'state',
        label: say('page.payments.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.payment-run.${row.state}`),
        cell: row => (
          <State glyph={row.rejected && row.state !== 'rejected' ? 'blocked' : runGlyphs[row.state]}>
            {row.rejected && row.state !== 'rejected'
              ? say('page.payments.some-rejected', { count: row.rejected })
              : say(`state.payment-run.${row.state}`)}
          </State>
        ),
      },
    ]
  }, [say, formats])
}
