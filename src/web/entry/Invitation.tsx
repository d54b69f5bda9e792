import { useEffect, useState } from 'react'
import type { Refusal } from '../answers.ts'
import { acceptInvitation, type Invited, readInvitation } from '../client.ts'
import { useLanguage, useSay } from '../language/Say.tsx'
import { languageStore } from '../preferences.ts'
import { EntryProblem } from './EntryProblem.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { tokenOf } from './token.ts'
import { TokenForm } from './TokenForm.tsx'

/** A colleague who was invited, greeted in the language they were invited in: a password, and they are in. */
export default function Invitation() {
  const say = useSay()
  const language = useLanguage()
  const [invited, setInvited] = useState<Invited | null>(null)
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null)
  useEffect(() => {
    const token = tokenOf(location)
    // None: one is in already, and on the way to the desk.
    if (!token) return
    void readInvitation(token).then(answer => {
      if ('refusal' in answer) return setProblem(answer.refusal ?? 'offline')
      languageStore.set(answer.language)
      return setInvited(answer)
    })
  }, [])
  if (!invited)
    return (
      <EntrySheet title={say('invitation')}>
        <EntryProblem problem={problem} />
      </EntrySheet>
    )
  const { office, email, hasAccount } = invited
  return (
    <TokenForm
      title={say('invitation.to', { office })}
      text={say(hasAccount ? 'invitation.known' : 'invitation.text', { email })}
      email={email}
      isKnown={hasAccount}
      {...(hasAccount ? {} : { name: invited.name })}
      submit={say('invitation.accept')}
      send={(token, password, name) => acceptInvitation(token, { password, language, ...(name ? { name } : {}) })}
    />
  )
}
