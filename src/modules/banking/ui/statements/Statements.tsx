import '../bank.css'
import { useMemo } from 'react'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useTakeStatements } from '../useTakeStatements.ts'
import { type BankKeys, statementGlyphs, type StatementLine, statementStates } from '../words.ts'

const rowTitle = (row: StatementLine) => row.title
const href = (row: StatementLine) => `/bank/files/${row.id}`

/** Files of the bank as they came. */
export default function Statements() {
  const say = useSay<BankKeys>()
  const columns = useColumns()
  const taking = useTakeStatements()
  const may = usePermission('banking.take-statement')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.payments.state'),
        many: true,
        options: statementStates.map(value => ({ value, label: say(`state.bank-statement.${value}`) })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.statements')}
      kind="bank-statement"
      query="banking.list-statements"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.statements.empty')}
      end={may ? <FilePicker label={say('banking.take-statement')} look="primary" onFiles={taking.take} /> : null}
    />
  )
}

function useColumns(): readonly Column<StatementLine>[] {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.bank-statement'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.accounts.map(account => account.title).join(', ')} />,
      },
      {
        key: 'days',
        label: say('page.statements.days'),
        width: 180,
        phone: 'below',
        text: row => [row.from, row.to].filter(Boolean).join('–'),
        cell: row =>
          [...new Set([row.from, row.to])]
            .filter(day => day !== null)
            .map(formats.day)
            .join(' – '),
      },
      {
        key: 'format',
        label: say('page.statements.format'),
        width: 160,
        wide: true,
        text: row => row.format ?? '',
        cell: row => row.format,
      },
      {
        key: 'new',
        label: say('page.statements.new'),
        width: 120,
        align: 'end',
        phone: 'right',
        text: row => String(row.new),
        cell: row => (row.state === 'read' ? say('page.statements.new-of', { new: row.new, count: row.count }) : ''),
      },
      {
        key: 'state',
        label: say('page.payments.state'),
        width: 160,
        phone: 'left',
        text: row => say(`state.bank-statement.${row.state}`),
        cell: row => <State glyph={statementGlyphs[row.state]}>{say(`state.bank-statement.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
