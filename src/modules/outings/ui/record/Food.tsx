import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { cancelFood } from '../../contract.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'

const glyphs = { task: 'open', sending: 'half', sent: 'done', failed: 'late', cancelled: 'ended' } as const

/** What those who come do not eat: how many, never who. */
export function Eaten({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  if (detail.dietsErased)
    return (
      <Section title={say('page.outing.diets')}>
        <p className="t3">{say('page.outing.diets.erased')}</p>
      </Section>
    )
  if (detail.dietTotals.length === 0 && detail.dietNotes.length === 0) return null
  return (
    <Section title={say('page.outing.diets')}>
      <ul className="outing-rows">
        {detail.dietTotals.map(({ diet, count }) => (
          <li key={diet}>
            <span className="time num">{count}</span>
            <span className="what">{say(`choice.outings.diets.${diet}`)}</span>
          </li>
        ))}
        {detail.dietNotes.map((note, at) => (
          <li key={at}>
            <span className="time num">1</span>
            <span className="what">{note}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Food({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const may = usePermission('outings.cancel-food')
  const cancel = useCommand<typeof cancelFood>('outings.cancel-food')
  if (detail.food.length === 0) return null
  return (
    <Section title={say('page.outing.food')} count={detail.food.length}>
      <ul className="outing-rows">
        {detail.food.map(one => (
          <li key={one.id}>
            <span className="what">
              {one.heads} × {one.what}
            </span>
            <span className="t2">{one.supplier?.title}</span>
            <span className="t2">{formats.moment(one.deliverAt)}</span>
            <State glyph={glyphs[one.how]}>{say(`page.outing.food.${one.how}`)}</State>
            {may && one.how !== 'cancelled' ? (
              <Button
                size="s"
                look="quiet"
                icon="x"
                busy={cancel.busy}
                aria-label={`${say('outings.cancel-food')}: ${one.what}`}
                onClick={() => void cancel.run({ forId: detail.record.id, orderId: one.id })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
