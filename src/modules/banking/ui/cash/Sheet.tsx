import '../bank.css'
import './cash.css'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getCashBox } from '../../contract.ts'
import type { BankKeys } from '../words.ts'
import { piecesOf } from './pieces.ts'

type BoxDetail = OutputOf<typeof getCashBox>

export default function SheetPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<BoxDetail> query="banking.get-cash-box" id={id}>
      {detail => <Sheet detail={detail} />}
    </RecordOf>
  )
}

/** A sheet to count on with a pen: every note and coin, the sum, and who counted. */
function Sheet({ detail }: { readonly detail: BoxDetail }) {
  const say = useSay<BankKeys>()
  const formats = useFormats()
  const { currency } = detail.balance
  const { id, title } = detail.record
  return (
    <Page
      title={`${say('page.cash.sheet')}: ${title}`}
      crumbs={[
        { label: say('page.cash'), href: '/cash' },
        { label: title, href: `/cash/${id}` },
        { label: say('page.cash.sheet') },
      ]}
      end={
        <Button look="primary" icon="printer" onClick={() => window.print()}>
          {say('page.cash.print')}
        </Button>
      }
    >
      <table className="tbl cash-sheet">
        <caption className="vh">{say('page.cash.sheet')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('page.cash.sheet.piece')}</th>
            <th scope="col">{say('page.cash.sheet.number')}</th>
            <th scope="col">{say('page.cash.sheet.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {piecesOf(currency).map(value => (
            <tr key={value}>
              <th scope="row" className="n num">
                {formats.money({ amount: value, currency })}
              </th>
              <td />
              <td />
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={2}>
              {say('page.cash.sheet.counted')}
            </th>
            <td />
          </tr>
        </tbody>
      </table>
      <dl className="cash-signs">
        {(['page.cash.sheet.by', 'page.cash.sheet.witness', 'page.cash.sheet.note'] as const).map(key => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </Page>
  )
}
