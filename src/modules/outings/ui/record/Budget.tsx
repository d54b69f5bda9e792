import { useState } from 'react'
import type { WireMoney } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'
import { BudgetEditor, type BudgetRow, noRow } from './BudgetEditor.tsx'

/** What it may cost, against what it did. */
export function Budget({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const may = usePermission('outings.set-budget')
  const [rows, setRows] = useState<readonly BudgetRow[] | null>(null)
  const { budget, bills } = detail
  if (budget.length + bills.length === 0 && !may) return null
  const begin = () =>
    setRows([
      ...budget.map(line => ({
        what: line.what,
        planned: formats.amount(line.planned),
        actual: line.actual && !line.document ? formats.amount(line.actual) : '',
        documentId: line.document?.id ?? null,
      })),
      noRow,
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
        <BudgetEditor detail={detail} rows={rows} onRows={setRows} />
      ) : budget.length + bills.length > 0 ? (
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
        {detail.project ? (
          <tr>
            <td className="t3" colSpan={3}>
              {say('page.outing.project')} {detail.project.code} {detail.project.name}
            </td>
          </tr>
        ) : null}
        {detail.bills.map(({ bill, cost }) => (
          <tr key={bill.id}>
            <td>
              <Link href={`/bills/${bill.id}`}>{bill.title}</Link>
            </td>
            <td />
            <td className="num">{formats.money(cost)}</td>
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
