import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { BillDetail, BillKeys } from '../words.ts'

/** Costs for months to come: what may be spread over them, what is, and when the next month takes its part. */
export function Spread({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { toSpread, spread } = detail
  if (toSpread.length === 0 && spread.length === 0) return null
  return (
    <Section title={say('page.bill.spread')} count={spread.length || null}>
      <ul className="money-lines">
        {toSpread.map(one => (
          <li key={one.position}>
            <span className="what">
              {say('page.bill.spread.offer', {
                text: one.text ?? one.account,
                amount: formats.money(one.amount),
                from: formats.day(one.from),
                until: formats.day(one.until),
                months: one.months,
              })}
            </span>
          </li>
        ))}
        {spread.map(one => (
          <Kept key={`${one.entryId} ${one.account} ${one.lastOn}`} one={one} />
        ))}
      </ul>
    </Section>
  )
}

function Kept({ one }: { readonly one: BillDetail['spread'][number] }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const may = usePermission('ledger.list-entries')
  const amount = formats.money(one.amount)
  const words = one.stopped
    ? say('page.bill.spread.stopped', { amount })
    : one.nextOn
      ? say('page.bill.spread.left', {
          amount,
          months: one.months,
          left: formats.money(one.left),
          on: formats.day(one.nextOn),
        })
      : say('page.bill.spread.done', { amount, months: one.months })
  return (
    <li>
      <span className="what">{may ? <Link href={`/books/entries/${one.entryId}`}>{one.text}</Link> : one.text}</span>
      <State glyph={one.stopped ? 'ended' : one.nextOn ? 'half' : 'done'}>{words}</State>
    </li>
  )
}
