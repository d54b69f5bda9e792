import { useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { readAmount } from '../../../../web/format/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setBudget } from '../../contract.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'

interface Row {
  readonly what: string
  readonly planned: string
  readonly actual: string
  readonly documentId: string | null
}

const none: Row = { what: '', planned: '', actual: '', documentId: null }

/** What it may cost, against what it did. */
export function Budget({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const may = usePermission('outings.set-budget')
  const [rows, setRows] = useState<readonly Row[] | null>(null)
  const { budget } = detail
  if (budget.length === 0 && !may) return null
  const begin = () =>
    setRows([
      ...budget.map(line => ({
        what: line.what,
        planned: formats.amount(line.planned),
        actual: line.actual && !line.document ? formats.amount(line.actual) : '',
        documentId: line.document?.id ?? null,
      })),
      none,
    ])
  return (
    <Section
      title={say('page.outing.budget')}
      more={
        may && rows === null ? (
          <Button
            size="s"
            look="quiet"
            icon="edit"
            aria-label={`${say('page.outing.edit')}: ${say('page.outing.budget')}`}
            onClick={begin}
          >
            {say('page.outing.edit')}
          </Button>
        ) : undefined
      }
    >
      {rows ? (
        <Editor detail={detail} rows={rows} onRows={setRows} />
      ) : budget.length > 0 ? (
        <BudgetTable detail={detail} />
      ) : null}
    </Section>
  )
}

function BudgetTable({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const amount = (money: WireMoney | null) => (money ? formats.amount(money) : '')
  return (
    <table className="outing-budget">
      <thead>
        <tr>
          <th>{say('field.outings.what')}</th>
          <th className="num">{say('page.outing.planned')}</th>
          <th className="num">{say('page.outing.actual')}</th>
        </tr>
      </thead>
      <tbody>
        {detail.budget.map((line, at) => (
          <tr key={at}>
            <td>{line.document ? <Link href={`/documents/${line.document.id}`}>{line.what}</Link> : line.what}</td>
            <td className="num">{amount(line.planned)}</td>
            <td className="num">{amount(line.actual)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>{say('page.outing.sum')}</th>
          <td className="num">{detail.planned ? formats.money(detail.planned) : ''}</td>
          <td className="num">{detail.actual ? formats.money(detail.actual) : ''}</td>
        </tr>
      </tfoot>
    </table>
  )
}

interface EditorProps {
  readonly detail: OutingDetail
  readonly rows: readonly Row[]
  readonly onRows: (rows: readonly Row[] | null) => void
}

function Editor({ detail, rows, onRows }: EditorProps) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const save = useCommand<typeof setBudget>('outings.set-budget')
  const currency = detail.budget[0]?.planned.currency ?? formats.currency
  const written = rows.filter(row => row.what.trim() || row.planned.trim())
  const unreadable = written.some(
    row =>
      !row.what.trim() ||
      readAmount(row.planned, currency) === null ||
      (row.actual.trim() !== '' && readAmount(row.actual, currency) === null),
  )
  const change = (at: number, part: Partial<Row>) => {
    const next = rows.map((row, index) => (index === at ? { ...row, ...part } : row))
    onRows(next.at(-1)?.what ? [...next, none] : next)
  }
  const keep = async () => {
    const money = (text: string) => ({ amount: readAmount(text, currency)!, currency })
    const lines = written.map(row => ({
      what: row.what.trim(),
      planned: money(row.planned),
      actual: row.actual.trim() ? money(row.actual) : null,
      documentId: row.documentId,
    }))
    const answer = await save.run({ id: detail.record.id, expectedVersion: detail.record.version, lines })
    if (answer.status === 'done') onRows(null)
  }
  return (
    <div className="form">
      {rows.map((row, at) => (
        <div className="outing-edit" key={at}>
          <input
            className="input"
            aria-label={`${say('field.outings.what')} ${at + 1}`}
            placeholder={say('field.outings.what')}
            maxLength={200}
            value={row.what}
            onChange={event => change(at, { what: event.target.value })}
          />
          <input
            className="input num"
            inputMode="decimal"
            aria-label={`${say('page.outing.planned')} ${at + 1}`}
            placeholder={say('page.outing.planned')}
            value={row.planned}
            onChange={event => change(at, { planned: event.target.value })}
          />
          <input
            className="input num"
            inputMode="decimal"
            aria-label={`${say('page.outing.actual')} ${at + 1}`}
            placeholder={say('page.outing.actual')}
            value={row.actual}
            onChange={event => change(at, { actual: event.target.value })}
          />
          <Button
            size="s"
            look="quiet"
            icon="trash"
            aria-label={`${say('page.outing.remove-line')} ${at + 1}`}
            onClick={() => onRows(rows.length > 1 ? rows.toSpliced(at, 1) : [none])}
          />
        </div>
      ))}
      <div className="form-foot">
        <Button
          look="primary"
          busy={save.busy}
          aria-disabled={unreadable || undefined}
          onClick={() => (unreadable ? undefined : void keep())}
        >
          {say('page.outing.save')}
        </Button>
        <Button look="quiet" onClick={() => onRows(null)}>
          {say('page.outing.leave')}
        </Button>
        <span className="t3">{currency}</span>
      </div>
    </div>
  )
}
