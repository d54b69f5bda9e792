import { Section } from '../../../web/kit/SectionHead.tsx'
import { GlyphMark } from '../../../web/kit/State.tsx'
import { useHotkeys } from '../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { sumWords } from './quantity.ts'
import { kinds, type PayKeys, type PeriodDetail } from './words.ts'

interface GridProps {
  readonly detail: PeriodDetail
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** People and kinds; only kinds that somebody has. j and k go from person to person. */
export function Grid({ detail, chosen, onChoose }: GridProps) {
  const say = useSay<PayKeys>()
  const formats = useFormats()
  const { people, inputs, problems } = detail
  const shown = kinds.filter(kind => inputs.some(({ payKind }) => payKind === kind))
  const at = people.findIndex(({ id }) => id === chosen)
  const go = (by: number) => {
    const next = people[Math.min(people.length - 1, Math.max(0, at + by))]
    if (next) onChoose(next.id)
  }
  useHotkeys([
    people.length > 1 && { keys: 'j', label: say('page.pay.grid'), run: () => go(1) },
    people.length > 1 && { keys: 'k', label: say('page.pay.grid'), run: () => go(-1) },
  ])
  if (people.length === 0) return <p className="t2">{say('page.pay.people.empty')}</p>
  return (
    <Section title={say('page.pay.grid')} count={people.length} bare>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys (WCAG 2.1.1) */}
      <section className="pay-scroll" tabIndex={0} aria-label={detail.month}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{say('field.payinputs.payeeId')}</th>
              {shown.map(kind => (
                <th key={kind} scope="col" className="n">
                  {say(`choice.payKind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(person => {
              const own = inputs.filter(({ payeeId }) => payeeId === person.id)
              const troubled = problems.some(({ payeeId }) => payeeId === person.id)
              return (
                <tr key={person.id} aria-selected={person.id === chosen}>
                  <th scope="row" className="pay-person">
                    <button
                      type="button"
                      className="pay-choose"
                      aria-pressed={person.id === chosen}
                      onClick={() => onChoose(person.id)}
                    >
                      <GlyphMark glyph={troubled ? 'blocked' : person.handedIn ? 'done' : 'open'} /> {person.name}
                    </button>
                    <span className="t3 num">{person.employeeNumber}</span>
                  </th>
                  {shown.map(kind => (
                    <td key={kind} className="n num">
                      {sumWords(
                        say,
                        formats,
                        own.filter(({ payKind }) => payKind === kind),
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
