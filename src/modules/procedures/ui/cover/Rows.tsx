import '../shared/procedures.css'
import type { ReactNode } from 'react'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Words } from '../shared/words.ts'

/** A part of the sheet: what, what about it, when; one line where there is nothing. */
export function Rows({
  title,
  rows,
  count,
}: {
  readonly title: string
  readonly rows: readonly (readonly [ReactNode, ReactNode, ReactNode])[]
  readonly count?: number
}) {
  const say = useSay<Words>()
  if (rows.length === 0)
    return (
      <p className="proc-none">
        {title}: {say('page.hand-over.nothing')}
      </p>
    )
  return (
    <Section title={title} count={count ?? rows.length}>
      <div className="proc-scroll proc-sheet" tabIndex={0} role="region" aria-label={title}>
        <table>
          <tbody>
            {rows.map(([first, second, third], index) => (
              <tr key={index}>
                <td>{first}</td>
                <td className="t2">{second}</td>
                <td className="num">{third}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
