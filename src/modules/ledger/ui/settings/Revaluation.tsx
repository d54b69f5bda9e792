import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { OutputOf, WireMoney } from '../../../../web/answers.ts'
import type { previewRevaluation } from '../../contract.ts'
import { DayField } from '../DayField.tsx'
import type { BookKeys } from '../words.ts'

type Preview = OutputOf<typeof previewRevaluation>

/** What accounts, bills and invoices in other currencies have gained or lost by the rate of a day, to be booked at the end of a year. */
export function Revaluation() {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const [on, setOn] = useState<string | undefined>(() => formats.today())
  const found = useQuery<typeof previewRevaluation>(
    'ledger.preview-revaluation',
    { on: on ?? formats.today() },
    { when: on !== undefined, keep: true },
  )
  return (
    <Section title={say('page.revaluation')}>
      <div className="book-head">
        <DayField label={say('page.revaluation.on')} value={on} onChange={setOn} />
      </div>
      {found.isError ? <QueryProblem fault={found.error} again={() => void found.refetch()} /> : null}
      {found.data ? <Found preview={found.data} /> : null}
    </Section>
  )
}

function Found({ preview }: { readonly preview: Preview }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const { rows, accounts, missing, entryIds } = preview
  if (rows.length + accounts.length === 0) return <p className="t2">{say('page.revaluation.empty')}</p>
  return (
    <>
      <Table preview={preview} />
      {accounts
        .filter(({ mixed }) => mixed)
        .map(({ number, left }) => (
          <p key={number} className="t2">
            {say('page.revaluation.mixed', { account: number, currency: left.currency })}
          </p>
        ))}
      {missing.length > 0 ? (
        <p className="t2">{say('page.revaluation.missing', { currencies: missing.join(', ') })}</p>
      ) : null}
      <p className="t2">
        {entryIds.length > 0
          ? say('page.revaluation.done')
          : rows.length > 0
            ? say('page.revaluation.books', { on: formats.day(preview.on), back: formats.day(preview.backOn) })
            : null}{' '}
        {accounts.length > 0 ? `${say('page.revaluation.stays')} ` : null}
        {entryIds.map(id => (
          <Link key={id} href={`/books/entries/${id}`}>
            {say('page.books.voucher')}{' '}
          </Link>
        ))}
      </p>
      {preview.can.map(one => (
        <Button
          key={one.command}
          onClick={() => openCommand({ command: one.command, input: one.input, about: formats.fullDay(preview.on) })}
        >
          {say(one.command as BookKeys)}
        </Button>
      ))}
    </>
  )
}

interface Row {
  readonly key: string
  readonly what: string
  readonly left: WireMoney
  readonly worth: WireMoney
  readonly now: WireMoney | null
  readonly loss: WireMoney | null
}

function Table({ preview }: { readonly preview: Preview }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const total = preview.loss
  const items = preview.rows.map(row => ({
    ...row,
    key: row.id,
    what: [row.partyName, row.number].filter(Boolean).join(' · '),
  }))
  const accounts = preview.accounts.map(row => ({ ...row, key: row.number, what: `${row.number} ${row.name}` }))
  return (
    <table className="tbl book-card">
      <caption className="vh">{say('page.revaluation')}</caption>
      {accounts.length > 0 ? (
        <>
          <Heads of={say('page.revaluation.account')} />
          <Rows rows={accounts} />
        </>
      ) : null}
      {items.length > 0 ? (
        <>
          <Heads of={say('page.revaluation.of')} />
          <Rows rows={items} />
        </>
      ) : null}
      <tfoot>
        <tr>
          <td colSpan={2}>{say(total.amount.startsWith('-') ? 'page.revaluation.gain' : 'page.revaluation.loss')}</td>
          <td className="book-wide" />
          <td className="book-wide" />
          <td className="n num">
            <b>{formats.money({ ...total, amount: total.amount.replace('-', '') })}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Heads({ of }: { readonly of: string }) {
  const say = useSay<BookKeys>()
  return (
    <tbody>
      <tr>
        <th scope="col">{of}</th>
        <th scope="col" className="n">
          {say('page.revaluation.left')}
        </th>
        <th scope="col" className="n book-wide">
          {say('page.revaluation.worth')}
        </th>
        <th scope="col" className="n book-wide">
          {say('page.revaluation.now')}
        </th>
        <th scope="col" className="n">
          {say('page.revaluation.loss')}
        </th>
      </tr>
    </tbody>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const formats = useFormats()
  const money = (one: WireMoney | null) => (one ? formats.money(one) : '–')
  return (
    <tbody>
      {rows.map(row => (
        <tr key={row.key}>
          <td>{row.what}</td>
          <td className="n num">{money(row.left)}</td>
          <td className="n num book-wide">{money(row.worth)}</td>
          <td className="n num book-wide">{money(row.now)}</td>
          <td className="n num">{money(row.loss)}</td>
        </tr>
      ))}
    </tbody>
  )
}
