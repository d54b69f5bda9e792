import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { answerGlyphs, type OutingDetail, type OutingKeys } from '../words.ts'

const order = ['coming', 'waiting', 'invited', 'declined']

/** Who comes, who waits in which order, who has not answered. */
export function People({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const may = usePermission('outings.note-answer') && detail.record.state !== 'cancelled' && !detail.over
  const { registrations, record } = detail
  const people = registrations.toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
  return (
    <Section
      title={say('page.outing.people')}
      count={people.length || null}
      more={detail.waiting > 0 ? say('page.outings.waiting', { count: detail.waiting }) : undefined}
    >
      {people.length === 0 ? <p className="t3">{say('page.outing.people.empty')}</p> : null}
      <ul className="outing-rows">
        {people.map(one => (
          <li key={one.id}>
            <span className="what">
              {one.name}
              {one.guests > 0 ? ` ${say('page.outing.with', { count: one.guests })}` : ''}
            </span>
            {one.mailed === false ? <span className="t3">{say('page.outing.not-mailed')}</span> : null}
            <State glyph={answerGlyphs[one.answer]}>{say(`choice.outings.answer.${one.answer}`)}</State>
            {may ? (
              <Button
                size="s"
                look="quiet"
                icon="edit"
                aria-label={`${say('outings.note-answer')}: ${one.name}`}
                onClick={() =>
                  openCommand({
                    command: 'outings.note-answer',
                    input: { id: record.id, registrationId: one.id },
                    about: one.name,
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
