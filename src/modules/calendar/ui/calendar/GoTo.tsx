import { useRef, useState } from 'react'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { CalendarView } from '../kept.ts'
import type { CalendarKeys } from '../words.ts'
import { readSaidDay } from './range.ts'

/** A day as one says it, `3 dec`, `next fri`; a week's number, `v. 47`, opens the week. */
export function GoTo({
  today,
  onDay,
}: {
  readonly today: string
  readonly onDay: (day: string, view?: CalendarView) => void
}) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([{ keys: 'g g', label: say('page.calendar.go-to'), run: () => field.current?.focus() }])
  const understood = readSaidDay(text, today, language)
  const go = () => {
    if (!understood) return
    onDay(understood, isWeek(text) ? 'week' : undefined)
    setText('')
    field.current?.blur()
  }
  return (
    <form
      className="cal-goto"
      onSubmit={event => {
        event.preventDefault()
        go()
      }}
    >
      <input
        ref={field}
        className="input"
        aria-label={say('page.calendar.go-to')}
        placeholder={say('page.calendar.go-to.hint')}
        value={text}
        autoComplete="off"
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          setText('')
          event.currentTarget.blur()
        }}
      />
      {text ? (
        <span className="cal-understood" role="status">
          {understood ? formats.weekday(understood) : say('form.date.not')}
        </span>
      ) : null}
    </form>
  )
}

const isWeek = (text: string): boolean => /^\s*(?:w|v|u|s|week|vecka|uke|săpt|sem)\.?\s?\d{1,2}\s*$/i.test(text)
