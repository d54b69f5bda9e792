import '../ledger.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getAccount } from '../../contract.ts'
import type { AccountCard, BookKeys } from '../words.ts'
import { DayField } from '../DayField.tsx'

const step = 200

/** The card of an account: what was posted, line by line, with the balance after each. */
export default function AccountPage() {
  const { number = '' } = useParams()
  const [search] = useSearch()
  const [limit, setLimit] = useState(step)
  const { from, until } = search
  const days = { ...(from ? { from } : {}), ...(until ? { until } : {}) }
  const card = useQuery<typeof getAccount>('ledger.get-account', { number, limit, ...days })
  if (card.isError) return <QueryProblem fault={card.error} again={() => void card.refetch()} />
  if (!card.data) return <PageSkeleton />
  return <Card card={card.data} onMore={() => setLimit(limit + step)} />
}

function Card({ card, onMore }: { readonly card: AccountCard; readonly onMore: () => void }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const [, change] = useSearch()
  const { account } = card
  return (
    <Page
      title={`${account.number} ${account.name}`}
      crumbs={[{ label: say('page.books.accounts'), href: '/books/accounts' }, { label: account.number }]}
      beside={[
        say(`choice.accountType.${account.accountType}`),
        ...(account.currency ? [say('page.account.kept', { currency: account.currency })] : []),
      ].join(' · ')}
      end={
        card.can.some(({ command }) => command === 'ledger.change-account') ? (
          <Button
            icon="edit"
            onClick={() =>
              openCommand({
                command: 'ledger.change-account',
                input: { number: account.number },
                about: `${account.number} ${account.name}`,
              })
            }
          >
            {say('ledger.change-account')}
          </Button>
        ) : undefined
      }
    >
      <div className="book-head">
        {(['from', 'until'] as const).map(key => (
          <DayField
            key={key}
            label={say(`field.ledger.${key}`)}
            value={card[key]}
            onChange={day => change({ [key]: day ?? null })}
          />
        ))}
      </div>
      <table className="tbl book-card">
        <caption className="vh">{`${account.number} ${account.name}`}</caption>
        <thead>
          <tr>
            <th scope="col" className="book-wide">
              {say('page.books.voucher')}
            </th>
            <th scope="col">{say('field.ledger.on')}</th>
            <th scope="col">{say('field.ledger.text')}</th>
            <th scope="col" className="n">
              {say('field.ledger.amount')}
            </th>
            <th scope="col" className="n">
              {say('page.books.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className="book-wide" />
            <td className="num">{formats.day(card.from)}</td>
            <td className="t3">{say('page.account.opening', { on: formats.day(card.from) })}</td>
            <td />
            <td className="n num">{formats.amount(card.opening)}</td>
          </tr>
          {card.rows.map(row => (
            <tr key={`${row.voucher} ${row.on} ${row.line}`}>
              <td className="num book-wide">{row.voucher}</td>
              <td className="num">{formats.day(row.on)}</td>
              <td>
                {row.entryId ? (
                  <Link href={`/books/entries/${row.entryId}`}>{row.text}</Link>
                ) : (
                  <span className="t3">{say('page.account.hidden')}</span>
                )}
              </td>
              <td className="n num">{formats.amount(row.amount)}</td>
              <td className="n num">{formats.amount(row.balance)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="book-wide" />
            <td className="num">{formats.day(card.until)}</td>
            <td>{say('page.account.closing', { on: formats.day(card.until) })}</td>
            <td />
            <td className="n num">{formats.amount(card.closing)}</td>
          </tr>
        </tfoot>
      </table>
      {card.rows.length === 0 ? <p className="t2">{say('page.account.none')}</p> : null}
      {card.next ? (
        <p className="book-again">
          <Button onClick={onMore}>
            {say('page.account.more')} ({card.rows.length} / {card.total})
          </Button>
        </p>
      ) : null}
    </Page>
  )
}
