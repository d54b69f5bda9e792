/** What the form of an event holds, on the clock that is shown. */
import type { InputOf } from '../../../../web/answers.ts'
import { addDays } from '../../../../web/format/day.ts'
import type { Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { addMinutes, minutesBetween } from '../../../../web/kit/calendar/locals.ts'
import type { changeEvent, createEvent } from '../../contract.ts'
import type { EventDetail, Guest, PlaceLine } from '../words.ts'
import { stretchOfWhen, whenOf } from '../zones.ts'

export interface EventDraft {
  readonly title: string
  /** On the clock of `zone`. */
  readonly at: Stretch
  readonly zone: string
  readonly calendarId: string | null
  readonly guests: readonly Guest[]
  readonly place: string
  readonly rule: string | null
  readonly category: string
  readonly privacy: EventDetail['privacy']
  readonly showAs: EventDetail['showAs']
  readonly isPencilled: boolean
  readonly reminders: readonly number[]
  readonly notes: string
  readonly conferenceUrl: string
  readonly documentIds: readonly string[]
  readonly setupMinutes: number
  readonly cleanupMinutes: number
  readonly travelBeforeMinutes: number
  readonly travelAfterMinutes: number
}

/** Minutes before, of a new event. */
const usualReminder = 10

export const newDraft = (at: Stretch, zone: string): EventDraft => ({
  title: '',
  at,
  zone,
  calendarId: null,
  guests: [],
  place: '',
  rule: null,
  category: '',
  privacy: 'open',
  showAs: at.allDay ? 'free' : 'busy',
  isPencilled: false,
  reminders: at.allDay ? [] : [usualReminder],
  notes: '',
  conferenceUrl: '',
  documentIds: [],
  setupMinutes: 0,
  cleanupMinutes: 0,
  travelBeforeMinutes: 0,
  travelAfterMinutes: 0,
})

export function draftOf(detail: EventDetail, shown: string): EventDraft {
  const zone = detail.when.allDay ? shown : detail.when.zone
  return {
    title: detail.title,
    at: stretchOfWhen(detail.when, zone),
    zone,
    calendarId: detail.calendarId,
    guests: detail.guests,
    place: detail.place ?? '',
    rule: detail.repeat?.rule ?? null,
    category: detail.category ?? '',
    privacy: detail.privacy,
    showAs: detail.showAs,
    isPencilled: detail.status === 'tentative',
    reminders: detail.reminders,
    notes: detail.notes ?? '',
    conferenceUrl: detail.conferenceUrl ?? '',
    documentIds: detail.documentIds,
    setupMinutes: detail.setupMinutes,
    cleanupMinutes: detail.cleanupMinutes,
    travelBeforeMinutes: detail.travelBeforeMinutes,
    travelAfterMinutes: detail.travelAfterMinutes,
  }
}

/** A room that was written by its name is that room. */
export function withRoom(draft: EventDraft, places: readonly PlaceLine[]): EventDraft {
  const written = draft.place.trim().toLocaleLowerCase()
  const place = places.find(({ title, retired }) => !retired && title.toLocaleLowerCase() === written)
  if (!written || !place) return draft
  const isChosen = draft.guests.some(({ who }) => 'calendarId' in who && who.calendarId === place.id)
  const room: Guest = {
    who: { calendarId: place.id },
    role: 'required',
    answer: 'none',
    note: null,
    name: place.title,
    answeredAt: null,
  }
  return { ...draft, place: '', guests: isChosen ? draft.guests : [...draft.guests, room] }
}

/** Another beginning; the end follows. */
export function begun(at: Stretch, day: string, time?: string): Stretch {
  if (at.allDay) {
    const days = Math.max(0, Math.round(minutesBetween(`${at.from}T00:00`, `${at.until}T00:00`) / 1440))
    return { from: day, until: addDays(day, days), allDay: true }
  }
  const from = `${day}T${time ?? at.from.slice(11, 16)}`
  return { from, until: addMinutes(from, minutesBetween(at.from, at.until)), allDay: false }
}

/** Whole days or hours: an hour in the morning, or the days it touched. */
export const wholeDays = (at: Stretch, allDay: boolean): Stretch =>
  allDay
    ? { from: at.from.slice(0, 10), until: at.until.slice(0, 10), allDay: true }
    : { from: `${at.from.slice(0, 10)}T09:00`, until: `${at.until.slice(0, 10)}T10:00`, allDay: false }

type Change = InputOf<typeof changeEvent>['change']

const written = (draft: EventDraft): Change => ({
  title: draft.title.trim(),
  when: whenOf(draft.at, draft.zone, draft.zone),
  repeat: draft.rule ? { rule: draft.rule, added: [], leftOut: [] } : null,
  place: draft.place.trim() || null,
  notes: draft.notes.trim() || null,
  category: draft.category.trim() || null,
  privacy: draft.privacy,
  showAs: draft.showAs,
  status: draft.isPencilled ? 'tentative' : 'confirmed',
  guests: draft.guests.map(({ who, role, answer, note }) => ({ who, role, answer, note })),
  reminders: [...draft.reminders],
  setupMinutes: draft.setupMinutes,
  cleanupMinutes: draft.cleanupMinutes,
  travelBeforeMinutes: draft.travelBeforeMinutes,
  travelAfterMinutes: draft.travelAfterMinutes,
  conferenceUrl: draft.conferenceUrl.trim() || null,
  documentIds: [...draft.documentIds],
  ...(draft.calendarId ? { calendarId: draft.calendarId } : {}),
})

export const createInput = (draft: EventDraft): InputOf<typeof createEvent> =>
  ({ ...written(draft), title: draft.title.trim(), when: whenOf(draft.at, draft.zone, draft.zone) }) as InputOf<
    typeof createEvent
  >

/** Only what is another than before. */
export function changeInput(before: EventDraft, after: EventDraft, detail: EventDetail): Change {
  const [was, is] = [written(before), written(after)] as Record<string, unknown>[]
  const change = Object.fromEntries(
    Object.entries(is ?? {}).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was?.[key])),
  ) as Change
  if (change.repeat && detail.repeat) return { ...change, repeat: { ...detail.repeat, rule: change.repeat.rule } }
  return change
}
