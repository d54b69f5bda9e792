import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { replaceSigner } from '../../contract.ts'
import { SignerFields } from '../new/SignerFields.tsx'
import { isNamed, newWanted, wireOf } from '../new/wanted.ts'
import type { Keys, SignerLine, SigningDetail } from '../words.ts'

interface Props {
  readonly detail: SigningDetail
  readonly signer: SignerLine
  readonly onClose: () => void
}

/** Somebody else signs in the place of one who has not. */
export function ReplaceDialog({ detail, signer, onClose }: Props) {
  const say = useSay<Keys>()
  const [by, setBy] = useState(() => ({ ...newWanted(), role: signer.role }))
  const replace = useCommand<typeof replaceSigner>('signatures.replace-signer', {
    said: say('done.signatures.replace-signer'),
  })
  const send = async () => {
    if (!isNamed(by)) return
    const answer = await replace.run({ id: detail.record.id, signerId: signer.id, by: wireOf(by) as never })
    if (answer.status === 'done' || answer.status === 'asked') onClose()
  }
  return (
    <Dialog title={say('signatures.replace-signer')} about={signer.name} onClose={onClose}>
      <SendForm
        sending={replace}
        submit={say('signatures.replace-signer')}
        onSend={() => void send()}
        onCancel={onClose}
      >
        <SignerFields one={by} onChange={next => setBy({ ...next, role: next.role })} />
      </SendForm>
    </Dialog>
  )
}
