import type { GridEvent, GridWords } from '../kit/calendar/gridEvent.ts'
import type { RowBlock, TimeRow, TimeRowGroup } from '../kit/calendar/TimeRows.tsx'
import { addDays, weekdayOf } from '../format/day.ts'

const block = (
  id: string,
  from: number,
  until: number,
  title: string,
  detail?: string,
  look: RowBlock['look'] = 'booked',
) => ({
  id,
  from: from * 60,
  until: until * 60,
  title,
  detail,
  look,
  href: look === 'free' || look === 'asked' ? undefined : '/kit/record',
})
const row = (
  id: string,
  name: string,
  detail: string,
  blocks: readonly RowBlock[],
  more: Partial<TimeRow> = {},
): TimeRow => ({
  id,
  name,
  detail,
  blocks,
  ...more,
})

/** The day of the design's picture: four rooms, five people, two proposed times. */
export const exampleRows: readonly TimeRowGroup[] = [
  {
    id: 'rooms',
    title: 'Rooms',
    more: '4',
    rows: [
      row('klippan', 'Klippan', '12 seats, screen, video', [
        block('a', 8.5, 10, 'Backaplan hus 4', 'Petra, 8 people'),
        block('b', 10.25, 11.75, 'Design review', '10:15–11:45', 'picked'),
        block('c', 13, 15, 'Lindholmen preschool', 'Samir, client'),
        block('d', 15, 16.5, '15:00–16:30', 'free', 'offered'),
      ]),
      row('hamnen', 'Hamnen', '8 seats, screen', [
        block('e', 9, 10, 'Economy', 'Maria'),
        block('f', 12.5, 14.5, 'Sjöbodarna, structure', 'Hugo, 5 people'),
        block('g', 16, 17, 'Board', 'Johan'),
      ]),
      row('stigberget', 'Stigberget', '6 seats, video', [
        block('h', 8.25, 9.5, 'Trondheim', 'Ingrid'),
        block('i', 10, 11.5, 'Pay talks', 'Petra, private'),
        block('j', 14, 15, 'Interview', 'Petra', 'waits'),
      ]),
      row('ateljen', 'Ateljén', '20 seats, model table', [
        block('k', 9, 12, 'Model building, Kv. Hajen', 'Wilma, Leo'),
        block('l', 13.5, 16, 'Material samples', 'Ringöns Modellbygg'),
      ]),
    ],
  },
  {
    id: 'people',
    title: 'People',
    more: '4 must come, 1 welcome',
    rows: [
      row('karin', 'Karin Öberg', 'must come', [
        block('m', 8.5, 10, 'Backaplan hus 4', 'Klippan'),
        block('n', 10.25, 11.75, 'free', undefined, 'free'),
        block('o', 12, 12.75, 'Lunch', undefined, 'soft'),
        block('p', 14, 15, 'Site call', 'Majorna'),
      ]),
      row(
        'mira',
        'Mira Jokinen',
        'must come, 09–17',
        [
          block('q', 10.25, 11.75, 'free', undefined, 'free'),
          block('r', 13.5, 15.5, 'Focus time', 'she lets it move', 'soft'),
        ],
        { off: [{ from: 0, until: 540 }] },
      ),
      row(
        'gunilla',
        'Gunilla Westman',
        'must come, from the city',
        [block('s', 10.25, 11.75, 'asked by mail', undefined, 'asked')],
        { note: 'Calendar not shared' },
      ),
      row('johan', 'Johan Almgren', 'welcome', [
        block('t', 6, 12, 'Train from Stockholm', 'arrives 11:52'),
        block('u', 16, 17, 'Board', 'Hamnen'),
      ]),
    ],
  },
]

export const exampleGridWords: GridWords = {
  allDay: 'all day',
  week: week => `Week ${week}`,
  more: count => `${count} more`,
  newAt: when => `New event, ${when}`,
  lifted: (title, when) =>
    `${title} is lifted, ${when}. Arrows move it, Shift and arrows change its end, Enter puts it down, Escape puts it back.`,
  moving: when => when,
  putBack: 'Put back',
  holidays: 'Holidays',
  none: 'Nothing',
  looks: {
    busy: '',
    free: 'free',
    tentative: 'tentative',
    asked: 'not answered',
    declined: 'declined',
    cancelled: 'cancelled',
    away: 'away',
  },
}

/** A week of an office's manager around a day. */
export function exampleEvents(day: string): GridEvent[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  const at = (
    key: string,
    weekday: number,
    from: string,
    until: string,
    title: string,
    more: Partial<GridEvent> = {},
  ): GridEvent => ({
    key,
    title,
    from: `${addDays(monday, weekday)}T${from}`,
    until: `${addDays(monday, weekday)}T${until}`,
    allDay: false,
    hue: 'blue',
    look: 'busy',
    movable: true,
    ...more,
  })
  const days = (key: string, first: number, last: number, title: string, more: Partial<GridEvent> = {}): GridEvent => ({
    key,
    title,
    from: addDays(monday, first),
    until: addDays(monday, last),
    allDay: true,
    hue: 'green',
    look: 'busy',
    movable: true,
    ...more,
  })
  return [
    days('d1', 0, 2, 'Ingrid in Trondheim', { hue: 'purple', look: 'away' }),
    days('d2', 3, 3, 'Maria 40', { hue: 'pink', look: 'free' }),
    days('d3', 4, 7, 'Autumn leave', { hue: 'green' }),
    at('e1', 0, '08:30', '09:00', 'Morning meeting', { hue: 'teal', marks: ['repeat'], detail: 'Hamnen' }),
    at('e2', 1, '08:30', '09:00', 'Morning meeting', { hue: 'teal', marks: ['repeat'], detail: 'Hamnen' }),
    at('e3', 2, '08:30', '09:00', 'Morning meeting', { hue: 'teal', marks: ['repeat'], detail: 'Hamnen' }),
    at('e4', 0, '10:00', '11:30', 'Design review, Kv. Hajen', { detail: 'Klippan' }),
    at('e5', 0, '11:00', '12:00', 'Call with the landlord', { look: 'tentative' }),
    at('e6', 0, '13:00', '13:15', 'Dentist', { hue: 'grey', marks: ['lock'] }),
    at('e7', 1, '09:30', '12:00', 'Lindholmen preschool', { detail: 'Klippan', hue: 'orange' }),
    at('e8', 1, '10:00', '11:00', 'Pay talks', { look: 'asked', marks: ['lock'] }),
    at('e9', 1, '10:30', '11:30', 'Interview: Sara Ek', { look: 'asked', detail: 'Stigberget' }),
    at('e10', 2, '13:00', '15:00', 'Board', { hue: 'red', detail: 'Hamnen' }),
    at('e11', 3, '09:00', '10:00', 'Sjöbodarna, structure', { look: 'declined' }),
    at('e12', 3, '14:00', '16:30', 'Department meeting', { hue: 'indigo', detail: 'Ateljén', marks: ['users-group'] }),
    at('e13', 4, '09:00', '09:45', 'Bills with Nadia', { hue: 'yellow' }),
    at('e14', 4, '15:00', '16:00', 'Cake', { look: 'cancelled' }),
  ]
}
