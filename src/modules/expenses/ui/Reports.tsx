import './expenses.css'
import { useCallback, useMemo } from 'react'
import { Button, ButtonLink } from '../../../web/kit/Button.tsx'
import { DataList } from '../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../web/kit/list/types.ts'
import { useEachAction } from '../../../web/kit/list/useEachAction.ts'
import { openCommand } from '../../../web/kit/openers.ts'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useGo } from '../../../web/Link.tsx'
import { usePermission } from '../../../web/session.ts'
import { type ExpenseKeys, reportGlyphs, type ReportLine, reportStates } from './words.ts'

const rowTitle = (row: ReportLine) => row.title
const href = (row: ReportLine) => `/expenses/${row.id}`
const inputOf = ({ id, version }: ReportLine) => ({ id, expectedVersion: version })
const isClean = ({ state, doubts }: ReportLine) => state === 'handed-in' && doubts === 0
const isVerified = ({ state }: ReportLine) => state === 'verified'
const boxes = ['mine', 'to-verify', 'to-approve', 'to-pay'] as const

/** What was laid out: one's own, and what waits to be verified, approved, paid; the doubtful first. */
export default function Reports() {
  const say = useSay<ExpenseKeys>()
  const go = useGo()
  const columns = useColumns()
  const verify = useEachAction<ReportLine>({ command: 'expenses.verify-report', keys: 'v', inputOf, fits: isClean })
  const approve = useEachAction<ReportLine>({
    command: 'expenses.approve-report',
    keys: 'p',
    inputOf,
    fits: isVerified,
  })
  const actions = useMemo<readonly BulkAction<ReportLine>[]>(
    () => [verify, approve].filter(action => action !== null),
    [verify, approve],
  )
  const mayMake = usePermission('expenses.create-report')
  const mayVerify = usePermission('expenses.verify-report')
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'all', label: say('page.expenses.all'), search: {} },
      ...boxes
        .filter(box => box === 'mine' || mayVerify)
        .map(box => ({ key: box, label: say(`page.expenses.${box}`), search: { box } })),
    ],
    [say, mayVerify],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.expenses.box'),
        options: boxes.map(value => ({ value, label: say(`page.expenses.${value}`) })),
      },
      {
        key: 'states',
        label: say('page.expenses.state'),
        many: true,
        options: reportStates.map(value => ({ value, label: say(`state.expense-report.${value}`) })),
      },
    ],
    [say],
  )
  const make = useCallback(
    () =>
      openCommand({
        command: 'expenses.create-report',
        done: answer => go(`/expenses/${(answer.output as { id: string }).id}`),
      }),
    [go],
  )
  return (
    <DataList
      title={say('page.expenses')}
      kind="expense-report"
      query="expenses.list-reports"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      views={views}
      filters={filters}
      actions={actions}
      empty={say('page.expenses.empty')}
      emptyAction={mayMake ? <Button onClick={make}>{say('expenses.create-report')}</Button> : undefined}
      end={
        <div className="expense-ends">
          {mayVerify ? <ButtonLink href="/expenses/rules">{say('page.expenses.rules')}</ButtonLink> : null}
          {mayMake ? (
            <ButtonLink href="/expenses/photo" icon="camera">
              {say('page.expenses.photo')}
            </ButtonLink>
          ) : null}
          {mayMake ? (
            <Button look="primary" icon="plus" onClick={make}>
              {say('expenses.create-report')}
            </Button>
          ) : null}
        </div>
      }
    />
  )
}

function useColumns(): readonly Column<ReportLine>[] {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.expense-report'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={[row.number, row.place].filter(Boolean).join(' · ')} />,
      },
      {
        key: 'person',
        label: say('field.expenses.personId'),
        width: 190,
        phone: 'below',
        text: row => row.person?.title ?? '',
        cell: row => row.person?.title,
      },
      {
        key: 'days',
        label: say('page.expense.journey'),
        width: 150,
        wide: true,
        text: row => row.leftOn ?? '',
        cell: row =>
          row.leftOn && row.backOn ? [...new Set([row.leftOn, row.backOn])].map(on => formats.day(on)).join(' – ') : '',
      },
      {
        key: 'total',
        label: say('page.expense.total'),
        width: 140,
        align: 'end',
        phone: 'right',
        money: row => row.total,
        text: row => formats.amount(row.total),
        cell: row => formats.money(row.total),
      },
      {
        key: 'doubts',
        label: say('page.expense.doubts'),
        width: 110,
        align: 'end',
        text: row => String(row.doubts),
        cell: row => (row.doubts ? <span className="blocked">{formats.number(row.doubts)}</span> : ''),
      },
      {
        key: 'state',
        label: say('page.expenses.state'),
        width: 170,
        phone: 'left',
        text: row => say(`state.expense-report.${row.state}`),
        cell: row =>
          row.returned ? (
            <State glyph="blocked">{say('page.expense.returned')}</State>
          ) : (
            <State glyph={reportGlyphs[row.state]}>{say(`state.expense-report.${row.state}`)}</State>
          ),
      },
    ],
    [say, formats],
  )
}
