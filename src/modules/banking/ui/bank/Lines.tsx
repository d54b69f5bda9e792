import '../bank.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { unmatchLines } from '../../contract.ts'
import type { BankKeys, BankLine } from '../words.ts'

const rowTitle = (row: BankLine) => row.partyName ?? row.text.split('\n')[0] ?? row.id

/** Every line of an account: what each was, and those nobody has matched. */
export default function Lines() {
  const { id = '' } = useParams()
  const say = useSay<BankKeys>()
  const columns = useColumns()
  const unmatch = useCommand<typeof unmatchLines>('banking.unmatch-lines', { said: say('page.bank.unmatched') })
  const input = useMemo(() => ({ accountId: id }), [id])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'matched',
        label: say('page.bank.matched-or-not'),
        options: [
          { value: 'no', label: say('page.bank.not-matched') },
          { value: 'yes', label: say('page.bank.matched') },
        ],
      },
      { key: 'from', label: say('page.bank.from'), type: 'day' },
      { key: 'until', label: say('page.bank.until'), type: 'day' },
    ],
    [say],
  )
  const actions = useMemo<readonly BulkAction<BankLine>[]>(
    () => [
      {
        label: say('banking.unmatch-lines'),
        hidden: rows => !rows.some(row => row.matched),
        run: (rows, clear) => {
          const lineIds = rows
            .filter(row => row.matched)
            .map(row => row.id)
            .slice(0, 500)
          void unmatch.run({ id, lineIds }).then(answer => answer.status === 'done' && clear())
        },
      },
    ],
    [say, unmatch, id],
  )
  return (
    <DataList
      title={say('page.bank.lines')}
      kind="bank-line"
      query="banking.list-lines"
      input={input}
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      filters={filters}
      actions={actions}
      empty={say('page.bank.no-lines')}
      end={<ButtonLink href={`/bank/${id}`}>{say('page.bank.account')}</ButtonLink>}
    />
  )
}

function useColumns(): readonly Column<BankLine>[] {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'bookedOn',
        label: say('page.bank.booked'),
        width: 110,
        phone: 'below',
        text: row => row.bookedOn,
        cell: row => formats.day(row.bookedOn),
      },
      {
        key: 'party',
        label: say('page.bank.with'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={rowTitle(row)} snippet={row.partyName ? row.text.replace(/\n/g, ' ') : ''} />,
      },
      {
        key: 'reference',
        label: say('page.bank.reference'),
        width: 180,
        wide: true,
        text: row => row.reference ?? '',
        cell: row => row.reference,
      },
      {
        key: 'amount',
        label: say('field.banking.amount'),
        width: 150,
        align: 'end',
        phone: 'right',
        text: row => row.amount.amount,
        money: row => row.amount,
        cell: row => formats.money(row.amount),
      },
      {
        key: 'is',
        label: say('page.bank.is'),
        width: 240,
        phone: 'left',
        text: row => row.is.join(', '),
        cell: row =>
          row.matched ? (
            <State glyph="settled">{row.is.join(', ') || say('page.bank.matched')}</State>
          ) : (
            <State glyph={row.asked ? 'waits' : 'open'}>
              {row.asked ? say('page.bank.asked', { name: row.asked }) : say('page.bank.not-matched')}
            </State>
          ),
      },
    ],
    [say, formats],
  )
}
