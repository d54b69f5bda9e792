import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { callerCard } from '../../../directory/contract.ts'
import type { CaseDetail, CaseKeys } from '../words.ts'

/** How to meet whoever asks: what the directory knows of them, as far as one may know it, and what helps with who is upset. */
export function Manner({ partyId, tone }: { readonly partyId: string | null; readonly tone: CaseDetail['tone'] }) {
  const say = useSay<CaseKeys>()
  const may = usePermission('directory.get-party') && partyId !== null
  const { data } = useQuery<typeof callerCard>('directory.caller-card', { id: partyId ?? '' }, { when: may })
  const card = data?.parties[0]
  const lines = [
    ...(tone === 'calm' ? [] : [{ icon: 'message', words: say(`page.case.manner.${tone}`), not: false, label: '' }]),
    ...(card?.manner ?? []).map(words => ({ icon: 'user-check', words, not: false, label: '' })),
    ...(card?.maySay ?? []).map(words => ({ icon: 'check', words, not: false, label: say('page.case.manner.say') })),
    ...(card?.mustNotSay ?? []).map(words => ({
      icon: 'eye-off',
      words,
      not: true,
      label: say('page.case.manner.not'),
    })),
  ]
  if (lines.length === 0) return null
  return (
    <Section title={say('page.case.manner')}>
      <ul className="case-manner">
        {lines.map(({ icon, words, not, label }) => (
          <li key={words}>
            <Icon name={icon} small />
            <span>
              {label ? <b className={not ? 'late' : 't2'}>{label}: </b> : null}
              {words}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
