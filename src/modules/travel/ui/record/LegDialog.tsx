import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addLeg, changeLeg, removeLeg } from '../../contract.ts'
import { placeNamed } from '../../contract/places.ts'
import { type Leg, legModes, type TravelKeys, type TripDetail } from '../words.ts'
import { localOf, type When, WhenField, whenOf } from './WhenField.tsx'

interface Draft {
  readonly mode: Leg['mode']
  readonly from: string
  readonly departs: When
  readonly to: string
  readonly arrives: When
  readonly toCountry: string | null
  readonly carrier: string
  readonly number: string
  readonly seat: string
  readonly reference: string
  readonly kilometres: string
  readonly note: string
}

/** A new leg goes on from where the last one ended; the first from the office's clock. */
function draftOf(detail: TripDetail, leg: Leg | null): Draft {
  if (leg)
    return {
      mode: leg.mode,
      from: leg.from,
      departs: whenOf(leg.departs, leg.fromZone),
      to: leg.to,
      arrives: whenOf(leg.arrives, leg.toZone),
      toCountry: leg.toCountry,
      carrier: leg.carrier ?? '',
      number: leg.number ?? '',
      seat: leg.seat ?? '',
      reference: leg.reference ?? '',
      kilometres: leg.kilometres === null ? '' : String(leg.kilometres),
      note: leg.note,
    }
  const last = detail.legs.at(-1)
  const day = last
    ? last.arrives.slice(0, 10) < detail.endsOn
      ? detail.endsOn
      : last.arrives.slice(0, 10)
    : detail.startsOn
  const zone = last?.toZone ?? detail.homeZone
  const back = last && detail.legs[0] && detail.legs[0].from !== last.to ? detail.legs[0] : null
  return {
    mode: last?.mode ?? 'flight',
    from: last?.to ?? '',
    departs: { day, time: '', zone },
    to: back?.from ?? '',
    arrives: { day, time: '', zone: back?.fromZone ?? zone },
    toCountry: null,
    carrier: last?.carrier ?? '',
    number: '',
    seat: '',
    reference: last?.reference ?? '',
    kilometres: '',
    note: '',
  }
}

const orNull = (text: string): string | null => text.trim() || null

interface LegDialogProps {
  readonly detail: TripDetail
  readonly leg: Leg | null
  readonly onClose: () => void
}

export function LegDialog({ detail, leg, onClose }: LegDialogProps) {
  const say = useSay<TravelKeys>()
  const [draft, setDraft] = useState(() => draftOf(detail, leg))
  const [tellGuests, setTellGuests] = useState(detail.record.state === 'booked' || detail.record.state === 'under-way')
  const add = useCommand<typeof addLeg>('travel.add-leg', { quiet: true })
  const change = useCommand<typeof changeLeg>('travel.change-leg', { quiet: true })
  const remove = useCommand<typeof removeLeg>('travel.remove-leg')
  const set = (part: Partial<Draft>) => setDraft(was => ({ ...was, ...part }))
  const one = { id: detail.record.id, expectedVersion: detail.record.version }
  const ready =
    draft.from.trim() &&
    draft.to.trim() &&
    draft.departs.day &&
    draft.departs.time &&
    draft.arrives.day &&
    draft.arrives.time
  const moved = leg !== null && (localOf(draft.arrives) !== leg.arrives || draft.arrives.zone !== leg.toZone)
  const outside = detail.visits.flatMap(visit => visit.people).some(person => person.outside)
  const send = async () => {
    if (!ready) return
    const facts = {
      mode: draft.mode,
      from: draft.from.trim(),
      fromZone: draft.departs.zone,
      departs: localOf(draft.departs),
      to: draft.to.trim(),
      toZone: draft.arrives.zone,
      arrives: localOf(draft.arrives),
      toCountry: draft.toCountry,
      carrier: orNull(draft.carrier),
      number: orNull(draft.number),
      seat: orNull(draft.seat),
      reference: orNull(draft.reference),
      kilometres: /^\d+$/.test(draft.kilometres.trim()) ? Number(draft.kilometres) : null,
      note: draft.note,
    }
    const answer = leg
      ? await change.run({
          ...one,
          itemId: leg.id,
          ...facts,
          ...(moved && outside && tellGuests ? { tellGuests } : {}),
        })
      : await add.run({ ...one, ...facts })
    if (answer.status === 'done') onClose()
  }
  const take = async () => {
    if (leg && (await remove.run({ ...one, itemId: leg.id })).status === 'done') onClose()
  }
  return (
    <Dialog
      title={say(leg ? 'travel.change-leg' : 'travel.add-leg')}
      about={detail.record.title}
      width={640}
      onClose={onClose}
    >
      <SendForm
        sending={leg ? change : add}
        submit={say('page.trip.save')}
        refused={ready ? undefined : say('page.trip.time')}
        onSend={send}
        onCancel={onClose}
      >
        <Where draft={draft} onChange={set} />
        <div className="trip-pair">
          <TextField
            label={say('field.travel.number')}
            value={draft.number}
            maxLength={20}
            onChange={event => set({ number: event.target.value })}
          />
          <TextField
            label={say('field.travel.reference')}
            value={draft.reference}
            maxLength={40}
            onChange={event => set({ reference: event.target.value })}
          />
        </div>
        <details open={Boolean(leg?.seat || leg?.carrier || leg?.kilometres || leg?.note)}>
          <summary>{say('page.trip.more')}</summary>
          <div className="trip-pair">
            <TextField
              label={say('field.travel.carrier')}
              value={draft.carrier}
              maxLength={60}
              onChange={event => set({ carrier: event.target.value })}
            />
            <TextField
              label={say('field.travel.seat')}
              value={draft.seat}
              maxLength={20}
              onChange={event => set({ seat: event.target.value })}
            />
          </div>
          {draft.mode === 'car' ? (
            <TextField
              label={say('field.travel.kilometres')}
              inputMode="numeric"
              value={draft.kilometres}
              onChange={event => set({ kilometres: event.target.value })}
            />
          ) : null}
          <TextField
            label={say('field.travel.note')}
            value={draft.note}
            maxLength={1000}
            onChange={event => set({ note: event.target.value })}
          />
        </details>
        {moved && outside ? (
          <label className="check">
            <input type="checkbox" checked={tellGuests} onChange={event => setTellGuests(event.target.checked)} />{' '}
            {say('field.travel.tellGuests')}
          </label>
        ) : null}
        {leg ? (
          <Button look="quiet" icon="trash" busy={remove.busy} onClick={() => void take()}>
            {say('travel.remove-leg')}
          </Button>
        ) : null}
      </SendForm>
    </Dialog>
  )
}

/** By what, from where to where, when: a place that is known brings its clock. */
function Where({ draft, onChange }: { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }) {
  const say = useSay<TravelKeys>()
  const leaveFrom = () => {
    const known = placeNamed(draft.from)
    if (known) onChange({ departs: { ...draft.departs, zone: known.zone } })
  }
  const leaveTo = () => {
    const known = placeNamed(draft.to)
    if (known) onChange({ arrives: { ...draft.arrives, zone: known.zone }, toCountry: known.country })
  }
  return (
    <>
      <SelectField
        label={say('field.travel.mode')}
        value={draft.mode}
        options={legModes.map(mode => [mode, say(`choice.travel.mode.${mode}`)] as const)}
        onChange={value => onChange({ mode: value })}
      />
      <TextField
        label={say('field.travel.from')}
        value={draft.from}
        maxLength={120}
        autoFocus
        data-autofocus
        onChange={event => onChange({ from: event.target.value })}
        onBlur={leaveFrom}
      />
      <WhenField
        label={say('field.travel.departs')}
        value={draft.departs}
        onChange={departs =>
          onChange({
            departs,
            ...(draft.arrives.time === '' ? { arrives: { ...draft.arrives, day: departs.day } } : {}),
          })
        }
      />
      <TextField
        label={say('field.travel.to')}
        value={draft.to}
        maxLength={120}
        onChange={event => onChange({ to: event.target.value })}
        onBlur={leaveTo}
      />
      <WhenField
        label={say('field.travel.arrives')}
        value={draft.arrives}
        onChange={arrives => onChange({ arrives })}
      />
    </>
  )
}
