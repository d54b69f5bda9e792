import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { BookKeys, EntryDetail } from '../words.ts'

type Line = EntryDetail['postings'][number]

const isDebit = ({ amount }: Line): boolean => !amount.amount.startsWith('-')
const size = ({ amount }: Line) => ({ ...amount, amount: amount.amount.replace('-', '') })

/** The lines of an entry: each account leads to its card. */
export function Postings({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  return (
    <Section title={say('field.ledger.lines')} count={detail.postings.length} bare>
      <table className="tbl book-postings">
        <thead>
          <tr>
            <th scope="col">{say('field.ledger.account')}</th>
            <th scope="col" className="book-wide">
              {say('field.vatCode')}
            </th>
            <th scope="col" className="n">
              {say('page.books.debit')}
            </th>
            <th scope="col" className="n">
              {say('page.books.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.postings.map(line => (
            <tr key={line.line}>
              <td>
                <Link href={`/books/accounts/${line.account}`}>
                  <span className="num">{line.account}</span> {line.accountName}
                </Link>
                <span className="t3 book-detail">{detailOf(line, formats.money)}</span>
              </td>
              <td className="book-wide t3">{line.vatCode}</td>
              <td className="n num">{isDebit(line) ? formats.amount(size(line)) : ''}</td>
              <td className="n num">{isDebit(line) ? '' : formats.amount(size(line))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{say('page.books.sum')}</td>
            <td className="book-wide" />
            <td className="n num">{formats.amount(detail.total)}</td>
            <td className="n num">{formats.amount(detail.total)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}

/** What else a line says: its own text, currency, cost centre, party. */
function detailOf(line: Line, money: (amount: NonNullable<Line['foreign']>) => string): string {
  const parts = [
    line.text,
    line.foreign ? money(line.foreign) : null,
    ...Object.values(line.dimensions),
    line.party?.title,
  ]
  return parts.filter(Boolean).join(' · ')
}
