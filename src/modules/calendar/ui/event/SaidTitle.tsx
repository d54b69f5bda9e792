import { useRef } from 'react'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useWhen } from '../../../../web/kit/calendar/useWhen.ts'
import { addMinutes } from '../../../../web/kit/calendar/locals.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { CalendarKeys } from '../words.ts'
import { begun, type EventDraft } from './draft.ts'
import { readSaid } from './said.ts'

interface SaidTitleProps {
  readonly draft: EventDraft
  readonly isNew: boolean
  readonly onChange: (changes: Partial<EventDraft>) => void
}

/** What it is called; of a new one also when and where, as one says it: taken up while one types, and out of the title afterwards. */
export function SaidTitle({ draft, isNew, onChange }: SaidTitleProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const when = useWhen()
  const drawn = useRef(draft.at)
  const said = isNew ? readSaid(draft.title, formats.today(), language) : null
  const isSaid = said !== null && (said.day ?? said.from ?? said.place) !== null && said.title !== ''
  const take = (title: string) => {
    const read = isNew ? readSaid(title, formats.today(), language) : null
    if (!read || !read.title) return onChange({ title })
    onChange({
      title,
      ...(read.day || read.from ? { at: atSaid(drawn.current, read) } : {}),
      ...(read.place ? { place: read.place } : {}),
    })
  }
  return (
    <TextField
      label={say('page.calendar-event.title')}
      data-autofocus
      autoFocus
      maxLength={300}
      value={draft.title}
      placeholder={isNew ? say('page.calendar-event.title.hint') : undefined}
      hint={
        isSaid && said ? (
          <span role="status">{[said.title, when(draft.at), said.place].filter(Boolean).join(' · ')}</span>
        ) : undefined
      }
      onChange={event => take(event.target.value)}
      onBlur={() => isSaid && said && onChange({ title: said.title })}
    />
  )
}

function atSaid(
  at: EventDraft['at'],
  said: { readonly day: string | null; readonly from: string | null; readonly until: string | null },
): EventDraft['at'] {
  const day = said.day ?? at.from.slice(0, 10)
  if (!said.from) return begun(at, day)
  const from = `${day}T${said.from}`
  const length = at.allDay ? 60 : Math.max(15, (Date.parse(`${at.until}Z`) - Date.parse(`${at.from}Z`)) / 60_000)
  return { from, until: said.until ? `${day}T${said.until}` : addMinutes(from, length), allDay: false }
}
