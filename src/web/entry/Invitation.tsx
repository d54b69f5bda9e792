import { useSay } from '../language/Say.tsx'
import { acceptInvitation } from '../client.ts'
import { TokenForm } from './TokenForm.tsx'

/** A colleague who was invited: their name and a password, and they are in. */
export default function Invitation() {
  const say = useSay()
  return (
    <TokenForm
      title={say('invitation')}
      text={say('invitation.text')}
      asksName
      submit={say('invitation.accept')}
      send={(token, name, password) => acceptInvitation(token, name, password)}
    />
  )
}
