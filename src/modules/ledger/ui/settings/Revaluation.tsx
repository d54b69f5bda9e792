import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { previewRevaluation } from '../../contract.ts'
import { DayField } from '../DayField.tsx'
import type { BookKeys } from '../words.ts'

type Preview = OutputOf<typeof previewRevaluation>

/** What bills and invoices in other currencies have gained or lost by the rate of a day, to be booked at the end of a year. */
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
  const { rows, missing, entryIds } = preview
  if (rows.length === 0) return <p className="t2">{say('page.revaluation.empty')}</p>
  return (
    <>
      <Table preview={preview} />
      {missing.length > 0 ? (
        <p className="t2">{say('page.revaluation.missing', { currencies: missing.join(', ') })}</p>
      ) : null}
      <p className="t2">
        {entryIds.length > 0
          ? say('page.revaluation.done')
          : say('page.revaluation.books', { on: formats.day(preview.on), back: formats.day(preview.backOn) })}{' '}
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

function Table({ preview }: { readonly preview: Preview }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const total = preview.loss
  return (
    <table className="tbl book-card">
      <caption className="vh">{say('page.revaluation')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('page.revaluation.of')}</th>
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
      </thead>
      <tbody>
        {preview.rows.map(row => (
          <tr key={row.id}>
            <td>{[row.partyName, row.number].filter(Boolean).join(' · ')}</td>
            <td className="n num">{formats.money(row.left)}</td>
            <td className="n num book-wide">{formats.money(row.worth)}</td>
            <td className="n num book-wide">{row.now ? formats.money(row.now) : '–'}</td>
            <td className="n num">{row.loss ? formats.money(row.loss) : '–'}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={2}>{say(total.amount.startsWith('-') ? 'page.revaluation.gain' : 'page.revaluation.loss')}</td>
          <td className="book-wide" />
          <td className="book-wide" />
          <td className="n num">
            <b>{formats.money({ ...total, amount: total.amount.replace('-', '') })}</b>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
