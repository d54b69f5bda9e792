import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addStay, changeStay, removeStay } from '../../contract.ts'
import { placeNamed } from '../../contract/places.ts'
import type { Stay, TravelKeys, TripDetail } from '../words.ts'
import { localOf, type When, WhenField, whenOf } from './WhenField.tsx'

interface Draft {
  readonly name: string
  readonly address: string
  readonly checkIn: When
  readonly checkOut: When
  readonly country: string | null
  readonly reference: string
  readonly phone: string
}

/** From the first arrival to the last departure, on that place's clock. */
function draftOf(detail: TripDetail, stay: Stay | null): Draft {
  if (stay)
    return {
      name: stay.name,
      address: stay.address ?? '',
      checkIn: whenOf(stay.checkIn, stay.zone),
      checkOut: whenOf(stay.checkOut, stay.zone),
      country: stay.country,
      reference: stay.reference ?? '',
      phone: stay.phone ?? '',
    }
  const last = detail.stays.at(-1)
  const first = detail.legs[0]
  const zone = last?.zone ?? first?.toZone ?? placeNamed(detail.destination ?? '')?.zone ?? detail.homeZone
  const from = last?.checkOut.slice(0, 10) ?? first?.arrives.slice(0, 10) ?? detail.startsOn
  return {
    name: '',
    address: '',
    checkIn: { day: from, time: '15:00', zone },
    checkOut: { day: detail.endsOn > from ? detail.endsOn : from, time: '11:00', zone },
    country: first?.toCountry ?? detail.country,
    reference: '',
    phone: '',
  }
}

const orNull = (text: string): string | null => text.trim() || null

interface StayDialogProps {
  readonly detail: TripDetail
  readonly stay: Stay | null
  readonly onClose: () => void
}

export function StayDialog({ detail, stay, onClose }: StayDialogProps) {
  const say = useSay<TravelKeys>()
  const [draft, setDraft] = useState(() => draftOf(detail, stay))
  const add = useCommand<typeof addStay>('travel.add-stay', { quiet: true })
  const change = useCommand<typeof changeStay>('travel.change-stay', { quiet: true })
  const remove = useCommand<typeof removeStay>('travel.remove-stay')
  const set = (part: Partial<Draft>) => setDraft(was => ({ ...was, ...part }))
  const one = { id: detail.record.id, expectedVersion: detail.record.version }
  const ready = draft.name.trim() && draft.checkIn.day && draft.checkOut.day
  const send = async () => {
    if (!ready) return
    const facts = {
      name: draft.name.trim(),
      address: orNull(draft.address),
      zone: draft.checkIn.zone,
      checkIn: localOf(draft.checkIn),
      checkOut: localOf(draft.checkOut),
      country: draft.country,
      reference: orNull(draft.reference),
      phone: orNull(draft.phone),
    }
    const answer = stay ? await change.run({ ...one, itemId: stay.id, ...facts }) : await add.run({ ...one, ...facts })
    if (answer.status === 'done') onClose()
  }
  const take = async () => {
    if (stay && (await remove.run({ ...one, itemId: stay.id })).status === 'done') onClose()
  }
  return (
    <Dialog
      title={say(stay ? 'travel.change-stay' : 'travel.add-stay')}
      about={detail.record.title}
      width={640}
      onClose={onClose}
    >
      <SendForm
        sending={stay ? change : add}
        submit={say('page.trip.save')}
        refused={ready ? undefined : say('field.travel.name')}
        onSend={send}
        onCancel={onClose}
      >
        <TextField
          label={say('field.travel.name')}
          value={draft.name}
          maxLength={200}
          autoFocus
          data-autofocus
          onChange={event => set({ name: event.target.value })}
        />
        <TextField
          label={say('field.travel.address')}
          value={draft.address}
          maxLength={300}
          onChange={event => set({ address: event.target.value })}
        />
        <WhenField
          label={say('field.travel.checkIn')}
          value={draft.checkIn}
          onChange={checkIn => set({ checkIn, checkOut: { ...draft.checkOut, zone: checkIn.zone } })}
        />
        <WhenField
          label={say('field.travel.checkOut')}
          value={draft.checkOut}
          onChange={checkOut => set({ checkOut, checkIn: { ...draft.checkIn, zone: checkOut.zone } })}
        />
        <div className="trip-pair">
          <TextField
            label={say('field.travel.reference')}
            value={draft.reference}
            maxLength={40}
            onChange={event => set({ reference: event.target.value })}
          />
          <TextField
            label={say('field.travel.phone')}
            value={draft.phone}
            maxLength={40}
            onChange={event => set({ phone: event.target.value })}
          />
        </div>
        {stay ? (
          <Button look="quiet" icon="trash" busy={remove.busy} onClick={() => void take()}>
            {say('travel.remove-stay')}
          </Button>
        ) : null}
      </SendForm>
    </Dialog>
  )
}
