import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { inviteGuests } from '../../contract.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'
import { guestsIn } from './programmeLines.ts'

/** Addresses pasted as they come: from a mail, from a sheet. */
export function InviteDialog({ detail, onClose }: { readonly detail: OutingDetail; readonly onClose: () => void }) {
  const say = useSay<OutingKeys>()
  const [text, setText] = useState('')
  const [wholeOffice, setWholeOffice] = useState(false)
  const invite = useCommand<typeof inviteGuests>('outings.invite-guests', { quiet: true })
  const guests = guestsIn(text)
  const send = async () => {
    if (guests.length === 0 && !wholeOffice) return
    const answer = await invite.run({ id: detail.record.id, guests, wholeOffice })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('outings.invite-guests')} about={detail.record.title} onClose={onClose}>
      <SendForm
        sending={invite}
        submit={`${say('outings.invite-guests')}${guests.length > 0 ? ` (${guests.length})` : ''}`}
        onSend={send}
        onCancel={onClose}
      >
        <Field label={say('field.outings.invite-guests.guests')} hint="Eva Lindholm <eva@lindholms.example>">
          {control => (
            <textarea
              className="input"
              {...control}
              rows={5}
              data-autofocus
              value={text}
              onChange={event => setText(event.target.value)}
            />
          )}
        </Field>
        <label className="tick">
          <input type="checkbox" checked={wholeOffice} onChange={event => setWholeOffice(event.target.checked)} />
          {say('field.outings.wholeOffice')}
        </label>
      </SendForm>
    </Dialog>
  )
}
