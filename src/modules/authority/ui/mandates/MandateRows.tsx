import type { OutputOf } from '../../../../web/answers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { listMandates } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { mandateGlyph, rightsInWords, stateWords } from '../shared/words.ts'

export type MandateLine = OutputOf<typeof listMandates>['rows'][number]

/** Mandates as lines of a section: who for whom, what, until when. */
export function MandateRows({ mandates }: { readonly mandates: readonly MandateLine[] }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <ul className="plain-rows">
      {mandates.map(mandate => (
        <li key={mandate.id}>
          <span className="span-2">
            <Link className="strong" href={`/machine/mandates/${mandate.id}`}>
              {say('mandate.title', { to: mandate.to.name, from: mandate.from.name })}
            </Link>
            <span className="t3 block">{rightsInWords(say, mandate.permissions).join(', ')}</span>
          </span>
          <span className="end-col">
            <State glyph={mandateGlyph[mandate.state as keyof typeof mandateGlyph]}>
              {stateWords(say, 'mandate', mandate.state)}
            </State>
            <span className="t3 block">
              {say('page.machine.until', { day: formats.weekday(formats.dayOf(mandate.untilAt)) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
