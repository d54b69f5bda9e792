import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { takeBackPayment } from '../../contract.ts'
import type { BillDetail, BillKeys } from '../words.ts'

/** What was paid outside of payment runs, and what was set off. */
export function Payments({ detail }: { readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const may = usePermission('payables.take-back-payment')
  const back = useCommand<typeof takeBackPayment>('payables.take-back-payment', {
    said: say('payables.take-back-payment'),
  })
  if (detail.payments.length === 0) return null
  return (
    <Section title={say('page.bill.payments')} count={detail.payments.length}>
      <ul className="money-lines">
        {detail.payments.map(one => (
          <li key={one.id}>
            <span>{formats.day(one.on)}</span>
            <span className="what">
              {say(`choice.payables.how.${one.how}`)}{' '}
              {one.other ? <Link href={`/bills/${one.other.id}`}>{one.other.title}</Link> : null}
            </span>
            <span className="num">{formats.money(one.amount)}</span>
            {may && detail.kind === 'bill' ? (
              <Button
                size="s"
                look="quiet"
                icon="arrow-back-up"
                busy={back.busy}
                onClick={() => void back.run({ id: detail.record.id, paymentId: one.id })}
              >
                {say('payables.take-back-payment')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
