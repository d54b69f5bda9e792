import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { figures } from '../../contract.ts'
import type { Words } from '../shared/words.ts'

/** How punctual a procedure was: a bar a month, dark what was in time, and the same in figures beneath. */
export function Figures({ id }: { readonly id: string }) {
  const say = useSay<Words>()
  const { data } = useQuery<typeof figures>('procedures.figures', { id })
  if (!data) return null
  const most = Math.max(1, ...data.months.map(month => month.ended))
  return (
    <Section title={say('page.procedure.figures')}>
      {data.runs.ended === 0 ? (
        <p className="t2">{say('page.procedure.figures.none')}</p>
      ) : (
        <>
          <div className="proc-bars" aria-hidden="true">
            {data.months.map(({ month, ended, onTime }) => (
              <span key={month}>
                <i style={{ height: `${((ended - onTime) / most) * 100}%` }} />
                <i className="on" style={{ height: `${(onTime / most) * 100}%` }} />
              </span>
            ))}
          </div>
          <div className="proc-scroll" tabIndex={0} role="region" aria-label={say('page.procedure.figures')}>
            <table>
              <thead>
                <tr>
                  <th>{say('page.procedure.figures.month')}</th>
                  <th>{say('page.procedure.figures.ended')}</th>
                  <th>{say('page.procedures.on-time')}</th>
                </tr>
              </thead>
              <tbody>
                {data.months
                  .filter(({ ended }) => ended > 0)
                  .map(({ month, ended, onTime }) => (
                    <tr key={month}>
                      <td className="num">{month}</td>
                      <td className="num">{ended}</td>
                      <td className="num">{onTime}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
            <table>
              <thead>
                <tr>
                  <th>{say('page.procedure.steps')}</th>
                  <th>{say('page.procedure.figures.ended')}</th>
                  <th>{say('page.procedures.on-time')}</th>
                  <th>{say('choice.step.skipped')}</th>
                  <th>{say('page.procedure.figures.days-late')}</th>
                </tr>
              </thead>
              <tbody>
                {data.steps.map(step => (
                  <tr key={step.key}>
                    <td>{step.title}</td>
                    <td className="num">{step.ended}</td>
                    <td className="num">{step.onTime}</td>
                    <td className="num">{step.skipped}</td>
                    <td className="num">{step.medianDaysLate}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Section>
  )
}
