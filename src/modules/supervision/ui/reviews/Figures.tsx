import '../team/team.css'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { reviewFigures } from '../../contract.ts'
import type { SupervisionKeys } from '../words.ts'

/** Month by month what looking found; a person sees the same of themselves as who leads them. */
export function Figures({ personId }: { readonly personId: string }) {
  const say = useSay<SupervisionKeys>()
  const formats = useFormats()
  const named = new Intl.DateTimeFormat(useLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const { data } = useQuery<typeof reviewFigures>('supervision.review-figures', { personId })
  if (!data || data.months.length === 0) return null
  return (
    <Section title={`${say('supervision.review-figures')}: ${data.person.title}`}>
      <div className="team-scroll" tabIndex={0} role="region" aria-label={say('supervision.review-figures')}>
        <table>
          <tbody>
            {data.months.map(month => (
              <tr key={month.month}>
                <td>{named.format(new Date(month.month))}</td>
                <td className="num">{say('page.reviews.month', { right: month.right, count: month.reviewed })}</td>
                <td className="t2">
                  {month.kinds
                    .map(one => `${say(`choice.mistakeKind.${one.mistakeKind}`)}: ${formats.number(one.count)}`)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
