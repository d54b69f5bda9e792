import { useMemo, useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { Keys } from '../words.ts'
import { momentOf, peopleIn } from './people-in.ts'

/** Several who come together, as they stand in a mail or a spreadsheet. */
export function GroupDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [written, setWritten] = useState('')
  const [day, setDay] = useState(formats.today())
  const [time, setTime] = useState('09:00')
  const [place, setPlace] = useState('')
  const people = useMemo(() => peopleIn(written), [written])
  const sending = useCommand('visitors.expect-group', {
    said: say('page.visitors.group.count', { count: people.length }),
  })
  const send = async () => {
    const start = momentOf(day, time, formats.zone)
    const answer = await sending.run({ people, start, ...(place.trim() ? { place: place.trim() } : {}) })
    if (answer.status === 'done') onClose()
  }
  const title = say('visitors.expect-group')
  return (
    <Dialog title={title} onClose={onClose}>
      <SendForm
        sending={sending}
        submit={`${title} (${say('page.visitors.group.count', { count: people.length })})`}
        onSend={() => (people.length > 0 ? send() : undefined)}
        onCancel={onClose}
      >
        <Field label={say('page.visitors.group.people')} hint={say('page.visitors.group.hint')}>
          {control => (
            <textarea
              className="input"
              rows={7}
              data-autofocus
              {...control}
              value={written}
              onChange={event => setWritten(event.target.value)}
            />
          )}
        </Field>
        <TextField
          label={say('page.visitors.when')}
          type="date"
          value={day}
          onChange={event => setDay(event.target.value)}
        />
        <TextField
          label={say('field.visitors.at')}
          type="time"
          value={time}
          onChange={event => setTime(event.target.value)}
        />
        <TextField
          label={say('field.visitors.place')}
          value={place}
          maxLength={300}
          onChange={event => setPlace(event.target.value)}
        />
      </SendForm>
    </Dialog>
  )
}
