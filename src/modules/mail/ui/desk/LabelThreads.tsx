import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { labelThreads } from '../../contract/desk.ts'
import type { MailKeys } from '../words.ts'
import type { OverThreads } from './AssignThreads.tsx'

/** Puts a label on; taken off again by its own cross on the thread. */
export function LabelThreads({ ids, onClose }: OverThreads) {
  const say = useSay<MailKeys>()
  const [label, setLabel] = useState('')
  const labelling = useCommand<typeof labelThreads>('mail.label-threads', { quiet: true })
  const send = async () => {
    if (!label.trim()) return
    const answer = await labelling.run({ ids: [...ids], label: label.trim() })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('mail.label-threads')} about={say('page.mail.count', { count: ids.length })} onClose={onClose}>
      <SendForm sending={labelling} submit={say('page.mail.act.label')} onSend={() => void send()} onCancel={onClose}>
        <TextField
          label={say('field.mail.label')}
          value={label}
          maxLength={40}
          autoFocus
          data-autofocus
          onChange={event => setLabel(event.target.value)}
        />
      </SendForm>
    </Dialog>
  )
}
