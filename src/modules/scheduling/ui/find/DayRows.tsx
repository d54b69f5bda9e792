import { TimeRows, type RowBlock, type TimeRow, type TimeRowGroup } from '../../../../web/kit/calendar/TimeRows.tsx'
import type { Formats } from '../../../../web/format/formats.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { SayFunction } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { dayOf } from '../../contract.ts'
import { type Day, type FoundSlot, hoursOf, type Keys } from '../words.ts'
import { type Ask, isAsked, needsOf } from './ask.ts'

interface DayRowsProps {
  readonly day: string
  readonly ask: Ask | null
  readonly slots: readonly FoundSlot[]
  readonly picked: FoundSlot | null
}

interface Stretch {
  readonly from: number
  readonly until: number
}

/** Minutes of the shown day by the office's clock; what began before it begins with it. */
function within(
  formats: Formats,
  day: string,
  { start, end }: { readonly start: string; readonly end: string },
): Stretch {
  const minute = (at: string) => {
    const time = formats.time(at)
    return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  }
  return {
    from: formats.dayOf(start) < day ? 0 : minute(start),
    until: formats.dayOf(end) > day ? 1440 : minute(end),
  }
}

/** Rooms and people of a day, hour by hour, with the times that were found over them. */
export function DayRows({ day, ask, slots, picked }: DayRowsProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const isOn = ask !== null && isAsked(ask)
  const input = ask
    ? { on: day, must: ask.must.map(({ id }) => id), may: ask.may.map(({ id }) => id), needs: needsOf(ask) }
    : { on: day }
  const { data } = useQuery<typeof dayOf>('scheduling.day-of', input, { when: isOn, keep: true })
  if (!isOn || !data) return null
  const here = slots.filter(slot => formats.dayOf(slot.start) === day)
  const drawn = { say, formats, day, here, picked }
  const groups: TimeRowGroup[] = [
    ...(data.rooms.length > 0
      ? [
          {
            id: 'rooms',
            title: say('page.find-time.rooms'),
            more: String(data.rooms.length),
            rows: data.rooms.map(room => roomRow(drawn, room, ask)),
          },
        ]
      : []),
    {
      id: 'people',
      title: say('page.find-time.people'),
      more:
        ask.may.length > 0
          ? say('page.find-time.people.more', { must: ask.must.length + ask.outside.length, may: ask.may.length })
          : String(ask.must.length + ask.outside.length),
      rows: [
        ...data.people.map(person => personRow(drawn, person)),
        ...ask.outside.map(one => outsideRow(drawn, one.name)),
      ],
    },
  ]
  const [firstHour, lastHour] = hoursShown(formats, day, data, here)
  return (
    <TimeRows
      label={say('page.find-time.grid')}
      firstHour={firstHour}
      lastHour={lastHour}
      groups={groups}
      bands={here.map(slot => ({
        id: slot.start,
        ...within(formats, day, slot),
        mark: String(slots.indexOf(slot) + 1),
        on: slot === picked,
      }))}
      legend={
        <>
          <span>
            <i /> {say('page.find-time.legend.booked')}
          </span>
          <span>
            <i data-look="soft" /> {say('page.find-time.legend.movable')}
          </span>
          <span>
            <i data-look="off" /> {say('page.find-time.legend.off')}
          </span>
        </>
      }
    />
  )
}

interface Drawn {
  readonly say: SayFunction<Keys>
  readonly formats: Formats
  readonly day: string
  readonly here: readonly FoundSlot[]
  readonly picked: FoundSlot | null
}

/** From the earliest start of anybody's day, or of a time that was found, to the last end. */
function hoursShown(formats: Formats, day: string, data: Day, here: readonly FoundSlot[]): readonly [number, number] {
  const times = [...here, ...data.people.flatMap(({ work }) => work)].map(one => within(formats, day, one))
  const first = Math.min(8, ...times.map(({ from }) => Math.floor(from / 60)))
  const last = Math.max(17, ...times.map(({ until }) => Math.ceil(until / 60)))
  return [Math.max(0, first), Math.min(24, last)]
}

const takenBlocks = ({ say, formats, day }: Drawn, taken: Day['people'][number]['taken']): RowBlock[] =>
  taken.map((one, index) => ({
    id: `${one.start}-${index}`,
    ...within(formats, day, one),
    title: one.title ?? say('page.find-time.busy'),
    detail: hoursOf(formats, one),
    look: one.kind === 'movable' ? 'soft' : one.kind === 'tentative' ? 'waits' : 'booked',
  }))

function roomRow(drawn: Drawn, { room, seats, equipment, taken }: Day['rooms'][number], ask: Ask): TimeRow {
  const { say, formats, day, here, picked } = drawn
  const offered = here.filter(slot => slot.room?.id === room.id)
  return {
    id: room.id,
    name: room.title,
    detail: [...(seats ? [say('page.find-time.needs.seats', { count: seats })] : []), ...equipment].join(', '),
    href: `/rooms/${room.id}`,
    blocks: [
      ...takenBlocks(drawn, taken),
      ...offered.map(
        (slot): RowBlock => ({
          id: `slot-${slot.start}`,
          ...within(formats, day, slot),
          title: slot === picked ? ask.title || say('page.find-time.untitled') : hoursOf(formats, slot),
          detail: slot === picked ? hoursOf(formats, slot) : say('page.find-time.free'),
          look: slot === picked ? 'picked' : 'offered',
        }),
      ),
    ],
  }
}

function personRow(drawn: Drawn, { person, must, taken, work }: Day['people'][number]): TimeRow {
  const { say, formats, day, here, picked } = drawn
  const hours = work.map(one => within(formats, day, one))
  const now = picked && here.includes(picked) ? within(formats, day, picked) : null
  const meets = (one: Stretch) => now !== null && one.from < now.until && one.until > now.from
  const isFree = now !== null && !taken.some(one => meets(within(formats, day, one)))
  return {
    id: person.id,
    name: person.title,
    detail: say(must ? 'page.find-time.must' : 'page.find-time.may'),
    off: offHours(hours),
    blocks: [
      ...takenBlocks(drawn, taken),
      ...(isFree && now ? [{ id: 'free', ...now, title: say('page.find-time.free'), look: 'free' as const }] : []),
    ],
  }
}

function offHours(hours: readonly Stretch[]): Stretch[] {
  const off: Stretch[] = []
  let at = 0
  for (const { from, until } of hours) {
    if (from > at) off.push({ from: at, until: from })
    at = until
  }
  if (at < 1440) off.push({ from: at, until: 1440 })
  return off
}

function outsideRow({ say, formats, day, here, picked }: Drawn, name: string): TimeRow {
  const now = picked && here.includes(picked) ? within(formats, day, picked) : null
  return {
    id: name,
    name,
    detail: say('page.find-time.outside'),
    note: say('page.find-time.unknown'),
    blocks: now ? [{ id: 'asked', ...now, title: say('page.find-time.asked'), look: 'asked' }] : [],
  }
}
