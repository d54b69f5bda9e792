import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { arrangeVisit } from '../../contract.ts'
import { placeNamed } from '../../contract/places.ts'
import type { TravelKeys, TripDetail } from '../words.ts'
import { localOf, type When, WhenField } from './WhenField.tsx'

/** `Ana Silva <ana@docas.example>, bo@firm.example`: as addresses are pasted. */
export function guestsIn(text: string): { name: string; email: string }[] {
  return text
    .split(/[,;\n]+/)
    .map(part => /^\s*(?:"?([^"<]*?)"?\s*<)?\s*([^\s<>]+@[^\s<>]+)>?\s*$/.exec(part))
    .flatMap(found => (found?.[2] ? [{ name: found[1]?.trim() || found[2], email: found[2] }] : []))
}

/** A meeting there, on that place's clock, put into the traveller's calendar. */
export function VisitDialog({ detail, onClose }: { readonly detail: TripDetail; readonly onClose: () => void }) {
  const say = useSay<TravelKeys>()
  const there = detail.legs[0]
  const zone = there?.toZone ?? placeNamed(detail.destination ?? '')?.zone ?? detail.homeZone
  const day = there?.arrives.slice(0, 10) ?? detail.startsOn
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [guests, setGuests] = useState('')
  const [start, setStart] = useState<When>({ day, time: '10:00', zone })
  const [end, setEnd] = useState<When>({ day, time: '11:00', zone })
  const arrange = useCommand<typeof arrangeVisit>('travel.arrange-visit', { quiet: true })
  const send = async () => {
    if (!title.trim()) return
    const answer = await arrange.run({
      id: detail.record.id,
      expectedVersion: detail.record.version,
      title: title.trim(),
      zone: start.zone,
      start: localOf(start),
      end: localOf(end),
      place: place.trim() || null,
      guests: guestsIn(guests),
    })
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={say('travel.arrange-visit')} about={detail.record.title} width={640} onClose={onClose}>
      <SendForm
        sending={arrange}
        submit={say('page.trip.save')}
        refused={title.trim() ? undefined : say('field.travel.title')}
        onSend={send}
        onCancel={onClose}
      >
        <TextField
          label={say('field.travel.title')}
          value={title}
          maxLength={200}
          autoFocus
          data-autofocus
          onChange={event => setTitle(event.target.value)}
        />
        <WhenField
          label={say('field.travel.start')}
          value={start}
          onChange={value => {
            setStart(value)
            setEnd({ ...end, day: value.day, zone: value.zone })
          }}
        />
        <WhenField
          label={say('field.travel.end')}
          value={end}
          onChange={value => {
            setEnd(value)
            setStart({ ...start, zone: value.zone })
          }}
        />
        <TextField
          label={say('field.travel.place')}
          value={place}
          maxLength={300}
          onChange={event => setPlace(event.target.value)}
        />
        <TextField
          label={say('field.travel.guests')}
          value={guests}
          placeholder="Ana Silva <ana@docas.example>"
          onChange={event => setGuests(event.target.value)}
        />
      </SendForm>
    </Dialog>
  )
}
