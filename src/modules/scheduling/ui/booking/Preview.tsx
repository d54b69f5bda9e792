import { useState } from 'react'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { previewBookingPage } from '../../contract.ts'
import type { Keys } from '../words.ts'
import type { Draft } from './draft.ts'
import { SlotPicker } from './SlotPicker.tsx'

/** What a guest will see, with the times as they are free now. */
export function Preview({ draft }: { readonly draft: Draft }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [picked, setPicked] = useState<string | null>(null)
  const [kind] = draft.kinds
  const found = useQuery<typeof previewBookingPage>(
    'scheduling.preview-booking-page',
    {
      way: draft.way,
      hosts: draft.hosts.map(({ id }) => id),
      hours: [...draft.hours],
      soonMinutes: draft.soonMinutes,
      aheadDays: draft.aheadDays,
      beforeMinutes: draft.beforeMinutes,
      afterMinutes: draft.afterMinutes,
      stepMinutes: draft.stepMinutes,
      minutes: kind?.minutes ?? 30,
      room: kind?.venue === 'room',
      placeId: kind?.venue === 'room' ? (kind.placeId ?? null) : null,
    },
    { when: kind !== undefined && draft.hosts.length > 0, keep: true },
  )
  const starts = found.data?.starts ?? []
  return (
    <section className="book-preview" aria-label={say('page.booking-edit.preview')}>
      <span className="t3">{say('page.booking-edit.preview')}</span>
      <h2>{draft.title}</h2>
      {draft.intro ? <p className="book-intro">{draft.intro}</p> : null}
      {draft.kinds.map(one => (
        <p key={one.key}>
          <b>{one.title || say('page.booking-edit.untitled')}</b> · {formats.minutes(one.minutes)} ·{' '}
          <span className="t2">{say(`choice.scheduling.venue.${one.venue}`)}</span>
        </p>
      ))}
      {found.data && starts.length === 0 ? (
        <p className="t2">{say('page.booking-edit.preview.none')}</p>
      ) : (
        <SlotPicker starts={starts} zone={formats.zone} picked={picked} onPick={setPicked} />
      )}
      {draft.questions
        .filter(({ text }) => text.trim())
        .map(one => (
          <p key={one.text} className="t2">
            {one.text}
          </p>
        ))}
    </section>
  )
}
