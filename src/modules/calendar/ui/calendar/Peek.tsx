import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { useWhen } from '../../../../web/kit/calendar/useWhen.ts'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getEvent } from '../../contract.ts'
import { AnswerButtons } from '../event/AnswerButtons.tsx'
import { CancelButton, CancelScope } from '../event/CancelButton.tsx'
import { EventDialog } from '../event/EventDialog.tsx'
import { guestSummary } from '../event/guests.ts'
import { useRuleWords } from '../event/ruleWords.ts'
import type { CalendarKeys } from '../words.ts'
import type { PlacedEvent } from './useAgenda.ts'

interface PeekProps {
  readonly event: PlacedEvent
  readonly at: HTMLElement
  readonly onClose: () => void
}

/** The address of an event's page, and of one of a series' instances. */
export const eventHref = (id: string, recurrence: string | null): string =>
  `/calendar/${id}${recurrence ? `?at=${encodeURIComponent(recurrence)}` : ''}`

/** What one wants to know of an event without leaving the calendar; answered, changed or cancelled from here. */
export function Peek({ event, at, onClose }: PeekProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const when = useWhen()
  const ruleWords = useRuleWords()
  const sheet = useRef<HTMLDivElement>(null)
  const [mode, setMode] = useState<'peek' | 'change' | 'cancel'>('peek')
  const { eventId, recurrence } = event.line
  const { data, isError } = useQuery<typeof getEvent>(
    'calendar.get-event',
    { id: eventId ?? '', ...(recurrence ? { recurrence } : {}) },
    { when: eventId !== null },
  )
  useLayoutEffect(() => {
    const part = sheet.current
    if (!part) return
    if (!part.matches(':popover-open')) part.showPopover()
    beside(part, at)
  }, [at, data])
  useEffect(() => {
    const part = sheet.current
    part?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
    const onToggle = (toggled: Event) => {
      if ((toggled as ToggleEvent).newState !== 'closed') return
      if (at.isConnected && document.activeElement === document.body) at.focus({ preventScroll: true })
      onClose()
    }
    part?.addEventListener('toggle', onToggle)
    return () => part?.removeEventListener('toggle', onToggle)
  }, [at, onClose])
  if (mode === 'change' && data) return <EventDialog detail={data} recurrence={recurrence} onClose={onClose} />
  if (mode === 'cancel' && data) return <CancelScope detail={data} recurrence={recurrence} onDone={onClose} />
  const mayChange = data?.can.some(({ command }) => command === 'calendar.change-event')
  return (
    <div
      ref={sheet}
      popover="auto"
      className="cal-peek"
      role="dialog"
      aria-label={event.title}
      data-hue={event.hue}
      tabIndex={-1}
    >
      <header>
        <i className="hue-dot" />
        <h2>{event.title}</h2>
      </header>
      <p className="num">{when(event)}</p>
      {data?.repeat?.rule ? <p className="t3">{ruleWords(data.repeat.rule)}</p> : null}
      {data ? (
        <dl>
          {data.place ? <Line icon="map-pin" text={data.place} /> : null}
          {data.places.map(({ calendarId, title, answer }) => (
            <Line
              key={calendarId}
              icon="door"
              text={`${title}${answer === 'accepted' ? '' : `, ${say(`page.calendar-event.place.${answer}`)}`}`}
            />
          ))}
          {data.guests.length ? <Line icon="users" text={guestSummary(data.guests, say)} /> : null}
          {data.conferenceUrl ? (
            <dd>
              <Icon name="external-link" small />
              <a className="link clip" href={data.conferenceUrl} target="_blank" rel="noreferrer">
                {say('page.calendar-event.join')}
              </a>
            </dd>
          ) : null}
          <Line
            icon="calendar"
            text={[...new Set([data.calendar?.title, data.organiserName])].filter(Boolean).join(', ')}
          />
          {data.notes ? <Line icon="message" text={data.notes.slice(0, 240)} /> : null}
        </dl>
      ) : eventId === null || isError ? (
        <p className="t3">{event.whose ?? formats.moment(event.line.start)}</p>
      ) : (
        <p className="t3">{say('loading')}</p>
      )}
      {data ? <AnswerButtons detail={data} recurrence={recurrence} small /> : null}
      {eventId && data ? (
        <footer>
          <ButtonLink size="s" href={eventHref(eventId, recurrence)}>
            {say('open')}
          </ButtonLink>
          {mayChange ? (
            <Button size="s" look="quiet" icon="edit" onClick={() => setMode('change')}>
              {say('page.calendar-event.change')}
            </Button>
          ) : null}
          <CancelButton detail={data} recurrence={recurrence} onAsk={() => setMode('cancel')} onDone={onClose} />
        </footer>
      ) : null}
    </div>
  )
}

function Line({ icon, text }: { readonly icon: string; readonly text: string }) {
  return (
    <dd>
      <Icon name={icon} small />
      <span>{text}</span>
    </dd>
  )
}

/** Beside what was pressed, where there is more room; always within the window. */
function beside(sheet: HTMLElement, at: HTMLElement): void {
  const box = at.getBoundingClientRect()
  const { width, height } = sheet.getBoundingClientRect()
  const gap = 8
  const right = box.right + gap + width < innerWidth
  const left = right ? box.right + gap : box.left - gap - width
  const isNarrow = innerWidth < 720
  sheet.style.left = `${isNarrow ? (innerWidth - width) / 2 : Math.max(gap, Math.min(left, innerWidth - width - gap))}px`
  sheet.style.top = `${isNarrow ? innerHeight - height - 72 : Math.max(gap, Math.min(box.top, innerHeight - height - gap))}px`
}
