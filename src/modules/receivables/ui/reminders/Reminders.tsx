import '../receivables.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listDue, sendReminders } from '../../contract.ts'
import type { DueRow, InvoiceKeys } from '../words.ts'

/** The pile of the week: one letter for each customer; who is left out is unticked, Ctrl+Enter sends the rest. */
export default function Reminders() {
  const say = useSay<InvoiceKeys>()
  const due = useQuery<typeof listDue>('receivables.list-due', {})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [withFee, setWithFee] = useState(true)
  const send = useCommand<typeof sendReminders>('receivables.send-reminders', { said: say('page.reminders.done') })
  const rows = due.data?.rows ?? []
  const chosen = [...new Set(rows.map(row => row.id))].filter(id => !left.has(id))
  const run = () => {
    if (chosen.length > 0 && !send.busy) void send.run({ customerIds: chosen, withFee })
  }
  useHotkeys([{ keys: 'mod+enter', label: say('receivables.send-reminders'), run }])
  const crumbs = [{ label: say('page.invoices'), href: '/invoices' }, { label: say('page.reminders') }]
  if (due.isError) return <QueryProblem fault={due.error} again={() => void due.refetch()} />
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <Page title={say('page.reminders')} crumbs={crumbs}>
      {due.data && rows.length === 0 ? <Empty text={say('page.reminders.empty')} /> : null}
      <ul className="invoice-pile">
        {rows.map(row => (
          <Customer
            key={`${row.id} ${row.currency}`}
            row={row}
            on={!left.has(row.id)}
            onToggle={() => toggle(row.id)}
          />
        ))}
      </ul>
      {send.answer?.status === 'refused' ? (
        <Problem title={send.answer.refusal.message} todo={send.answer.refusal.todo} />
      ) : null}
      {rows.length > 0 ? (
        <div className="invoice-foot">
          <Button look="primary" keys="mod+enter" busy={send.busy} onClick={run}>
            {say('page.reminders.send', { count: chosen.length })}
          </Button>
          {rows.some(row => row.fee) ? (
            <label className="tick">
              <input
                className="box"
                type="checkbox"
                checked={!withFee}
                onChange={event => setWithFee(!event.target.checked)}
              />
              {say('page.reminders.without-fee')}
            </label>
          ) : null}
        </div>
      ) : null}
    </Page>
  )
}

function Customer({
  row,
  on,
  onToggle,
}: {
  readonly row: DueRow
  readonly on: boolean
  readonly onToggle: () => void
}) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  const oldest = Math.max(...row.items.map(item => item.daysLate))
  const way =
    row.delivery === 'mail' && row.mailTo
      ? say('page.reminders.by-mail', { to: row.mailTo })
      : say('page.reminders.on-paper')
  const isInterest = Number(row.interest.amount) > 0
  return (
    <li>
      <label className="tick what">
        <input className="box" type="checkbox" checked={on} onChange={onToggle} />
        {row.customer?.title}
      </label>
      <span>{say(`page.letter.title.${Math.min(3, row.step) as 1}`)}</span>
      <span className="late">{say('page.reminders.days-late', { count: oldest })}</span>
      <strong className="num">{formats.money(row.remaining)}</strong>
      <span className="under t2">
        {[
          way,
          row.fee ? `${say('page.letter.fee')} ${formats.money(row.fee)}` : null,
          isInterest ? `${say('page.invoice.interest')} ${formats.money(row.interest)}` : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        {row.items.map(item => (
          <span key={item.itemId}>
            {' · '}
            <Link href={`/invoices/${item.recordId}`}>{item.number ?? formats.day(item.dueOn)}</Link>
          </span>
        ))}
      </span>
    </li>
  )
}
