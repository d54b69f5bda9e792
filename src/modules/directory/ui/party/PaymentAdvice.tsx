import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { PartyDetail } from './offers.ts'

/** banking's answer, as far as this page reads it; without banking the section is left out. */
interface Choice {
  readonly mode: 'off' | 'offered' | 'by-itself'
  readonly email: string | null
  readonly language: keyof typeof languageNames | null
  readonly to: string | null
}

/** How they are told what a payment is for: whether, where, in which language. Shown of whom money goes to. */
export function PaymentAdvice({ party }: { readonly party: PartyDetail }) {
  const say = useSay<string>()
  const { id, title } = party.record
  const may = usePermission('banking.set-advice')
  const { data } = useQuery('banking.get-advice-choice', { id }, { when: may && party.accounts.length > 0 })
  const choice = data as Choice | undefined
  if (!choice) return null
  const { mode, email, language, to } = choice
  const said = [
    say(`choice.adviceMode.${mode}`),
    mode === 'off' ? null : (to ?? say('page.advice.no-address')),
    mode === 'off' || !language ? null : languageNames[language],
  ]
  const input = {
    id,
    adviceMode: mode,
    ...(email ? { adviceEmail: email } : {}),
    ...(language ? { adviceLanguage: language } : {}),
  }
  return (
    <Section
      title={say('banking.get-advice')}
      more={
        <span className="offers">
          <button type="button" onClick={() => openCommand({ command: 'banking.set-advice', input, about: title })}>
            {say('banking.set-advice')}
          </button>
        </span>
      }
    >
      <p className="t2">{said.filter(Boolean).join(' · ')}</p>
    </Section>
  )
}
