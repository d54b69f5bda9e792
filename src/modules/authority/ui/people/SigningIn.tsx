import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { renewInvitation, resetPassword } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { refusalWords } from '../shared/words.ts'
import { OneTimeLink } from '../shared/OneTimeLink.tsx'
import { offered, type PersonDetail } from './personDetail.ts'

/** How somebody comes in: a new invitation before they have, a password link after. */
export function SigningIn({ person, can }: { readonly person: PersonDetail; readonly can: readonly Can[] }) {
  const say = useSay<Keys>()
  const [link, setLink] = useState<string | null>(null)
  const renew = useCommand<typeof renewInvitation>('authority.renew-invitation', { quiet: true })
  const reset = useCommand<typeof resetPassword>('authority.reset-password', { quiet: true })
  const mayRenew = offered(can, 'authority.renew-invitation')
  const mayReset = offered(can, 'authority.reset-password')
  if (!mayRenew && !mayReset) return null
  const acting = mayRenew ? renew : reset
  const offer = mayRenew ?? mayReset
  const make = async () => {
    if (mayRenew) {
      const answer = await renew.run(mayRenew.input as never)
      if (answer.status === 'done') setLink(answer.output.invitationId)
    } else if (mayReset) {
      const answer = await reset.run(mayReset.input as never)
      if (answer.status === 'done') setLink(answer.output.resetId)
    }
  }
  const refusal = acting.answer?.status === 'refused' ? acting.answer.refusal : null
  const because = offer?.refusedBecause
  return (
    <Section title={say('page.colleague.signing-in')}>
      <div className="signing-in">
        <p className="t2">{say(mayRenew ? 'page.colleague.not-in-yet' : 'page.colleague.forgotten')}</p>
        {link ? (
          <OneTimeLink id={link} name={person.record.title} />
        ) : (
          <Button
            icon="link"
            busy={acting.busy}
            refused={because ? refusalWords(say, because) : undefined}
            onClick={() => void make()}
          >
            {say(mayRenew ? 'authority.renew-invitation' : 'authority.reset-password')}
          </Button>
        )}
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        {acting.answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null}
      </div>
    </Section>
  )
}
