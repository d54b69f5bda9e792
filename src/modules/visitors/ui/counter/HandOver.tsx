import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { pathOf, type Stroke } from '../../../../web/kit/strokes.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { SignBox } from '../SignBox.tsx'
import type { Keys } from '../words.ts'

interface Props {
  readonly parcel: { readonly id: string; readonly forName: string; readonly title: string }
  readonly onClose: () => void
}

/** Hands a parcel over: who took it, and the signature on the screen. */
export function HandOver({ parcel, onClose }: Props) {
  const say = useSay<Keys>()
  const [name, setName] = useState(parcel.forName)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const sending = useCommand('visitors.hand-over-parcel', { said: say('state.held-parcel.collected') })
  const send = async () => {
    const path = pathOf(strokes)
    const answer = await sending.run({
      id: parcel.id,
      ...(name.trim() ? { collectedBy: name.trim() } : {}),
      ...(path ? { strokes: path } : {}),
    })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('visitors.hand-over-parcel')} about={parcel.title} onClose={onClose}>
      <SendForm sending={sending} submit={say('visitors.hand-over-parcel')} onSend={send} onCancel={onClose}>
        <TextField
          label={say('field.visitors.collectedBy')}
          value={name}
          maxLength={200}
          data-autofocus
          onChange={event => setName(event.target.value)}
        />
        <div className="field">
          <span className="t2">{say('page.counter.signature')}</span>
          <SignBox strokes={strokes} onChange={setStrokes} />
        </div>
      </SendForm>
    </Dialog>
  )
}
