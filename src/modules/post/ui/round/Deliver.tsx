import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { deliverItem } from '../../contract.ts'
import type { ItemLine, PostKeys } from '../words.ts'
import { SignaturePad } from './SignaturePad.tsx'

/** Handing over at the door: sign on the screen, or the name of who took it. */
export function Deliver({ item, onClose }: { readonly item: ItemLine; readonly onClose: () => void }) {
  const say = useSay<PostKeys>()
  const deliver = useCommand<typeof deliverItem>('post.deliver-item', { quiet: true })
  const [path, setPath] = useState('')
  const [name, setName] = useState('')
  const to = item.deliverTo ?? item.for
  const send = async () => {
    const answer = await deliver.run({
      id: item.id,
      expectedVersion: item.version,
      ...(path ? { signature: path } : {}),
      ...(name.trim() ? { signerName: name.trim() } : to ? { toId: to.id } : {}),
    })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={item.title} about={to?.title ?? item.stop?.title} onClose={onClose}>
      <SendForm sending={deliver} submit={say('post.deliver-item')} onSend={() => void send()} onCancel={onClose}>
        <SignaturePad path={path} onPath={setPath} />
        <TextField label={say('field.post.signerName')} value={name} onChange={event => setName(event.target.value)} />
      </SendForm>
    </Dialog>
  )
}
