import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { InstantControl } from '../../../../web/kit/form/InstantControl.tsx'
import { RecordsPicker } from '../../../../web/kit/form/RecordsPicker.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { proposeTimes } from '../../contract.ts'
import { type FoundSlot, hoursOf, type Keys } from '../words.ts'
import { type Ask, needsOf, outsideOf } from './ask.ts'
import { Outsiders } from './Outsiders.tsx'

const ways = ['hold', 'offer', 'poll'] as const
const most = 3
const papers = { type: 'array', items: { control: 'record' as const, kind: 'document' } }

/** Until the evening before the first of the times, and a day from now at least. */
function endOf(slots: readonly FoundSlot[]): string {
  const first = Date.parse(slots[0]?.start ?? new Date().toISOString())
  return new Date(Math.max(Date.now() + 3_600_000, Math.min(first - 12 * 3_600_000, Date.now() + 3 * 86_400_000)))
    .toISOString()
    .replace(/:\d\d\.\d{3}Z$/, ':00Z')
}

interface ProposeDialogProps {
  readonly ask: Ask
  readonly slots: readonly FoundSlot[]
  /** Of what it is about. */
  readonly papers: readonly { readonly id: string }[]
  readonly aboutId: string | undefined
  readonly onClose: () => void
}

/** Pencils the times in, offers them to somebody outside, or asks several which suit. */
export function ProposeDialog({ ask, slots, papers: given, aboutId, onClose }: ProposeDialogProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const go = useGo()
  const [way, setWay] = useState<(typeof ways)[number]>(
    ask.outside.length === 0 ? 'hold' : ask.outside.length === 1 ? 'offer' : 'poll',
  )
  const [starts, setStarts] = useState(() => slots.slice(0, most).map(({ start }) => start))
  const [outside, setOutside] = useState(ask.outside)
  const [until, setUntil] = useState(() => endOf(slots))
  const [note, setNote] = useState('')
  const [documentIds, setPapers] = useState<string[]>(() => given.map(({ id }) => id))
  const propose = useCommand<typeof proposeTimes>('scheduling.propose-times', { quiet: true })
  const send = async () => {
    const answer = await propose.run({
      way,
      title: ask.title || say('page.find-time.untitled'),
      minutes: ask.minutes,
      starts,
      answerUntil: until,
      must: ask.must.map(({ id }) => id),
      may: ask.may.map(({ id }) => id),
      outside: outside.filter(({ email }) => email).map(outsideOf),
      needs: needsOf(ask),
      ...(aboutId ? { aboutId } : {}),
      ...(note.trim() ? { note } : {}),
      ...(documentIds.length > 0 ? { documentIds } : {}),
    })
    if (answer.status === 'done') go(`/calendar/offers/${answer.output.id}`)
  }
  return (
    <Dialog title={say('scheduling.propose-times')} onClose={onClose}>
      <SendForm
        sending={propose}
        submit={say(`choice.scheduling.way.${way}`)}
        onSend={() => void send()}
        onCancel={onClose}
        refused={starts.length === 0 ? say('page.times.choose') : undefined}
      >
        <fieldset className="find-ways">
          <legend>{say('field.scheduling.way')}</legend>
          {ways.map(one => (
            <label key={one} className="tick">
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              {say(`choice.scheduling.way.${one}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className="find-ways">
          <legend>{say('page.offers.times')}</legend>
          {slots.map(slot => (
            <label key={slot.start} className="tick">
              <input
                className="box"
                type="checkbox"
                checked={starts.includes(slot.start)}
                onChange={event =>
                  setStarts(event.target.checked ? [...starts, slot.start] : starts.filter(one => one !== slot.start))
                }
              />
              {formats.weekday(formats.dayOf(slot.start))} {hoursOf(formats, slot)}
              {slot.room ? <span className="t3"> {slot.room.title}</span> : null}
            </label>
          ))}
        </fieldset>
        {way === 'hold' ? null : <Outsiders people={outside} onPeople={setOutside} />}
        <InstantControl
          label={say('field.scheduling.answerUntil')}
          schema={{}}
          words={value => value}
          value={until}
          onChange={value => (typeof value === 'string' ? setUntil(value) : undefined)}
        />
        <RecordsPicker
          label={say('field.scheduling.documentIds')}
          schema={papers}
          words={value => value}
          value={documentIds}
          onChange={value => setPapers(value as string[])}
        />
        <Field label={say('field.scheduling.note')}>
          {control => (
            <textarea
              className="input"
              {...control}
              maxLength={5000}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          )}
        </Field>
      </SendForm>
    </Dialog>
  )
}
