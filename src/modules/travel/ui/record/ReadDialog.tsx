import { useState } from 'react'
import type { CommandAnswer } from '../../../../web/answers.ts'
import { QueryFailure, runQuery } from '../../../../web/client.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addLeg, addStay, readBooking } from '../../contract.ts'
import type { Booking, TravelKeys, TripDetail } from '../words.ts'

/** What a booking says, looked at before anything of it is kept. */
export function ReadDialog({ detail, onClose }: { readonly detail: TripDetail; readonly onClose: () => void }) {
  const say = useSay<TravelKeys>()
  const [found, setFound] = useState<Booking | null>(null)
  const [problem, setProblem] = useState<string | undefined>()
  const [wanted, setWanted] = useState<ReadonlySet<number>>(new Set())
  const leg = useCommand<typeof addLeg>('travel.add-leg', { quiet: true })
  const stay = useCommand<typeof addStay>('travel.add-stay', { quiet: true })
  const choose = async (file: File | undefined) => {
    setProblem(undefined)
    if (!file) return setFound(null)
    try {
      const read = await runQuery<typeof readBooking>('travel.read-booking', {
        content: (await file.text()).slice(0, 2_000_000),
      })
      setFound(read)
      setWanted(new Set([...read.legs, ...read.stays].keys()))
    } catch (fault) {
      if (!(fault instanceof QueryFailure)) throw fault
      setFound(null)
      setProblem(say('page.trip.read.none'))
    }
  }
  const rows = found
    ? [...found.legs.map(one => ({ leg: one, stay: null })), ...found.stays.map(one => ({ leg: null, stay: one }))]
    : []
  const take = async () => {
    for (const [at, row] of rows.entries()) {
      if (!wanted.has(at)) continue
      const answer: CommandAnswer = row.leg
        ? await leg.run({ id: detail.record.id, ...row.leg })
        : await stay.run({ id: detail.record.id, ...row.stay! })
      if (answer.status !== 'done') return
    }
    onClose()
  }
  const ready = wanted.size > 0 && rows.length > 0
  return (
    <Dialog title={say('page.trip.read')} about={detail.record.title} onClose={onClose}>
      <SendForm
        sending={stay.answer?.status === 'refused' ? stay : leg}
        submit={say('page.trip.read.add')}
        refused={ready ? undefined : say('page.trip.read.file')}
        onSend={() => (ready ? take() : undefined)}
        onCancel={onClose}
      >
        <Field
          label={say('page.trip.read.file')}
          hint={say('page.trip.read.hint')}
          problem={problem ?? (found && rows.length === 0 ? say('page.trip.read.none') : undefined)}
        >
          {control => (
            <input
              className="input"
              type="file"
              accept=".ics,.eml,.html,.htm,.json,text/calendar,message/rfc822,text/html"
              {...control}
              onChange={event => void choose(event.target.files?.[0])}
            />
          )}
        </Field>
        <ul className="trip-found">
          {rows.map((row, at) => (
            <li key={at}>
              <label>
                <input
                  type="checkbox"
                  checked={wanted.has(at)}
                  onChange={event => {
                    const next = new Set(wanted)
                    if (event.target.checked) next.add(at)
                    else next.delete(at)
                    setWanted(next)
                  }}
                />{' '}
                <b>{row.leg ? `${row.leg.from} – ${row.leg.to}` : row.stay?.name}</b>{' '}
                <span className="t2 num">
                  {row.leg
                    ? `${row.leg.departs.replace('T', ' ')} – ${row.leg.arrives.replace('T', ' ')}`
                    : `${row.stay?.checkIn.slice(0, 10)} – ${row.stay?.checkOut.slice(0, 10)}`}{' '}
                  {(row.leg ?? row.stay)?.reference}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </SendForm>
    </Dialog>
  )
}
