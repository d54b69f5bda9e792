import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { GlyphMark, State } from '../../../web/kit/State.tsx'
import { useHotkeys } from '../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import type { removeExpenses } from '../contract.ts'
import { doubtWords, type ExpenseKeys, type ExpenseLine, pictureOf, type ReportDetail } from './words.ts'

/** The lines, and beside them the receipt of the one that is looked at; j and k go from line to line. */
export function Lines({ detail }: { readonly detail: ReportDetail }) {
  const say = useSay<ExpenseKeys>()
  const { lines } = detail
  const [shown, show] = useState<string | null>(null)
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === shown),
  )
  const line = lines[at]
  const go = (by: number) => show(lines[Math.min(lines.length - 1, Math.max(0, at + by))]?.id ?? null)
  useHotkeys([
    lines.length > 1 && { keys: 'j', label: say('page.expense.lines'), run: () => go(1) },
    lines.length > 1 && { keys: 'k', label: say('page.expense.lines'), run: () => go(-1) },
  ])
  return (
    <Section title={say('page.expense.lines')} count={lines.length} bare={lines.length > 0}>
      {lines.length === 0 ? <p className="t2">{say('page.expense.no-lines')}</p> : null}
      {lines.length > 0 ? (
        <div className="expense-beside">
          <LineTable detail={detail} chosen={line?.id} onChoose={show} />
          {line?.document ? (
            <Link className="expense-paper" href={`/documents/${line.document.id}`}>
              {line.pages > 0 ? (
                <img src={pictureOf(line.document.id, 800)} alt={line.document.title} />
              ) : (
                <span className="t3">{line.reading ? say('page.expense.reading') : line.document.title}</span>
              )}
            </Link>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}

interface LineTableProps {
  readonly detail: ReportDetail
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function LineTable({ detail, chosen, onChoose }: LineTableProps) {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  return (
    <table className="tbl expense-lines">
      <thead>
        <tr>
          <th scope="col">{say('field.expenses.on')}</th>
          <th scope="col">{say('field.expenses.text')}</th>
          <th scope="col" className="n expense-wide">
            {say('field.expenses.vat')}
          </th>
          <th scope="col" className="n">
            {say('field.expenses.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.lines.map(line => (
          <LineRow
            key={line.id}
            detail={detail}
            line={line}
            chosen={line.id === chosen && detail.lines.length > 1}
            onChoose={() => onChoose(line.id)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td>{say('page.expense.total')}</td>
          <td className="expense-wide" />
          <td className="n num">
            <b>{formats.money(detail.total)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

interface LineRowProps {
  readonly detail: ReportDetail
  readonly line: ExpenseLine
  readonly chosen: boolean
  readonly onChoose: () => void
}

function LineRow({ detail, line, chosen, onChoose }: LineRowProps) {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const doubts = detail.doubts.filter(({ lineId }) => lineId === line.id)
  const foreign = line.inOffice && line.total.currency !== line.inOffice.currency
  return (
    <tr aria-selected={chosen}>
      <td className="num">{formats.day(line.on)}</td>
      <td className="expense-what">
        <button type="button" className="expense-choose" onClick={onChoose} aria-pressed={chosen}>
          {line.text || say(`choice.category.${line.category}`)}
        </button>
        <span className="t3 block">{useDetails(line).filter(Boolean).join(' · ')}</span>
        {line.proposed ? (
          <State glyph="waits">{say(line.reading ? 'page.expense.reading' : 'page.expense.proposed')}</State>
        ) : null}
        {doubts.map(doubt => (
          <span className="blocked block" key={doubt.code}>
            <GlyphMark glyph="blocked" /> {doubtWords(say, formats, doubt)}
          </span>
        ))}
        {detail.record.state === 'draft' ? <LineButtons detail={detail} line={line} /> : null}
      </td>
      <td className="n num t2 expense-wide">{line.vat ? formats.amount(line.vat) : ''}</td>
      <td className="n num">
        {formats.money(line.total)}
        {foreign && line.inOffice ? <span className="t3 block">{formats.money(line.inOffice)}</span> : null}
      </td>
    </tr>
  )
}

function useDetails(line: ExpenseLine): readonly (string | null)[] {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  return [
    line.text || line.sort !== 'receipt' ? say(`choice.category.${line.category}`) : null,
    line.distance ? say('page.expense.km', { km: line.distance.replace('.', formats.number(0.5).charAt(1)) }) : null,
    line.vehicle ? say(`choice.vehicle.${line.vehicle}`) : null,
    line.country,
    line.share === null ? null : formats.percent(line.share / 100),
    line.paidBy === 'company' ? say('choice.paidBy.company') : null,
    line.participants,
    line.rate
      ? line.rateOn
        ? say('page.expense.rate-of', { rate: line.rate, on: formats.day(line.rateOn) })
        : say('page.expense.rate-written', { rate: line.rate })
      : null,
  ]
}

/** The values of a line, as its form begins with them. */
function formOf(line: ExpenseLine): Record<string, unknown> {
  const common = { on: line.on, ...(line.text ? { text: line.text } : {}) }
  if (line.sort === 'mileage') return { ...common, distance: line.distance }
  if (line.sort === 'per-diem')
    return { ...common, share: line.share, breakfast: line.breakfast, lunch: line.lunch, dinner: line.dinner }
  return {
    ...common,
    category: line.category,
    total: line.total,
    ...(line.vat ? { vat: line.vat } : {}),
    ...(line.rate && !line.rateOn ? { rate: line.rate } : {}),
    paidBy: line.paidBy,
    ...(line.participants ? { participants: line.participants } : {}),
  }
}

function LineButtons({ detail, line }: { readonly detail: ReportDetail; readonly line: ExpenseLine }) {
  const say = useSay<ExpenseKeys>()
  const remove = useCommand<typeof removeExpenses>('expenses.remove-expenses', { said: say('page.expense.done') })
  const { id, version } = detail.record
  if (!detail.can.some(({ command }) => command === 'expenses.add-expense')) return null
  return (
    <span className="expense-buttons">
      <Button
        size="s"
        look="quiet"
        icon="edit"
        onClick={() =>
          openCommand({
            command: 'expenses.change-expense',
            input: { id, expectedVersion: version, lineId: line.id, ...formOf(line) },
            about: line.text || say(`choice.category.${line.category}`),
          })
        }
      >
        {say('expenses.change-expense')}
      </Button>
      <Button
        size="s"
        look="quiet"
        icon="trash"
        busy={remove.busy}
        onClick={() => void remove.run({ id, expectedVersion: version, lineIds: [line.id] })}
      >
        {say('expenses.remove-expenses')}
      </Button>
    </span>
  )
}
