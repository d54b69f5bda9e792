import type { OutputOf } from '../../../web/answers.ts'
import type { Hue } from '../../../web/kit/calendar/gridEvent.ts'
import type { agenda, getEvent, getPlace, listCalendars, listPlaces } from '../contract.ts'
import type { en } from '../messages/pages/en.ts'

export type CalendarKeys = keyof typeof en
export type AgendaLine = OutputOf<typeof agenda>['rows'][number]
export type CalendarLine = OutputOf<typeof listCalendars>['rows'][number]
export type PlaceLine = OutputOf<typeof listPlaces>['rows'][number]
export type PlaceDetail = OutputOf<typeof getPlace>
export type EventDetail = OutputOf<typeof getEvent>
export type Guest = EventDetail['guests'][number]
export type When = EventDetail['when']
export type Repeat = EventDetail['repeat']

/** Shown from the beginning: one's own and one's teams'. */
export const isOwn = ({ mine, type }: CalendarLine): boolean => mine || type === 'team'

export const colours: readonly Hue[] = [
  'blue',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'indigo',
  'brown',
  'grey',
]
