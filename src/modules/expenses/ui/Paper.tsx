import './expenses.css'
import { Button } from '../../../web/kit/Button.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { Facts, RecordOf } from '../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useParams } from '../../../web/useAddress.ts'
import type { ExpenseKeys, ReportDetail } from './words.ts'

/** A report as it is filed: lines, sums, who verified and approved, then every receipt on a page of its own. */
export default function PaperPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<ReportDetail> query="expenses.get-report" id={id}>
      {detail => <Paper detail={detail} />}
    </RecordOf>
  )
}

function Paper({ detail }: { readonly detail: ReportDetail }) {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const { record, lines, person } = detail
  const negative = detail.owed.amount.startsWith('-')
  return (
    <Page
      title={`${detail.number} ${record.title}`}
      crumbs={[
        { label: say('page.expenses'), href: '/expenses' },
        { label: detail.number, href: `/expenses/${record.id}` },
      ]}
      end={
        <span className="expense-print">
          <Button look="primary" icon="printer" onClick={() => window.print()}>
            {say('page.expense.print.now')}
          </Button>
        </span>
      }
    >
      <Facts
        facts={[
          { label: say('field.expenses.personId'), value: person?.title ?? '' },
          ...(detail.leftOn && detail.backOn
            ? [
                {
                  label: say('page.expense.journey'),
                  value: `${formats.fullDay(detail.leftOn)} ${detail.leftTime} – ${formats.fullDay(detail.backOn)} ${detail.backTime}`,
                },
              ]
            : []),
          ...(detail.place ? [{ label: say('field.expenses.place'), value: detail.place }] : []),
          ...(detail.verifiedBy ? [{ label: say('page.expense.verified-by'), value: detail.verifiedBy.title }] : []),
          ...(detail.approvedBy ? [{ label: say('page.expense.approved-by'), value: detail.approvedBy.title }] : []),
        ]}
      />
      <Section title={say('page.expense.lines')} count={lines.length} bare>
        <table className="tbl">
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id}>
                <td className="num">{index + 1}</td>
                <td className="num">{formats.day(line.on)}</td>
                <td>{[line.text, say(`choice.category.${line.category}`)].filter(Boolean).join(', ')}</td>
                <td className="n num">{formats.money(line.total)}</td>
                <td className="n num">{line.inOffice ? formats.money(line.inOffice) : ''}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td />
              <td>{say('page.expense.total')}</td>
              <td />
              <td className="n num">{formats.money(detail.total)}</td>
            </tr>
            <tr>
              <td />
              <td />
              <td>{say(negative ? 'page.expense.owes' : 'page.expense.owed', { name: person?.title ?? '' })}</td>
              <td />
              <td className="n num">
                <b>{formats.money(detail.owed)}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      </Section>
      {lines.map((line, index) =>
        line.document && line.pages > 0 ? (
          <figure className="expense-sheet" key={line.id}>
            <figcaption>
              {say('page.expense.receipt')} {index + 1}: {line.text}
            </figcaption>
            {Array.from({ length: line.pages }, (_, page) => (
              <img
                key={page}
                src={`/api/documents/${line.document!.id}/pages/${page + 1}.webp?width=1200`}
                alt={`${line.document!.title} ${page + 1}`}
              />
            ))}
          </figure>
        ) : null,
      )}
    </Page>
  )
}
