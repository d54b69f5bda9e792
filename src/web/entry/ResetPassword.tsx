import { useSay } from '../language/Say.tsx'
import { resetPassword } from '../client.ts'
import { TokenForm } from './TokenForm.tsx'

/** A new password by a one-time link; every other session ends. */
export default function ResetPassword() {
  const say = useSay()
  return <TokenForm title={say('reset')} text={say('reset.text')} submit={say('reset.save')} send={resetPassword} />
}
