import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf } from '../../../kernel/named.ts'
import { instantOf } from '../clock.ts'
import * as c from '../contract.ts'
import { peopleOf, roomsOf } from '../days.ts'
import { dayWindow, found, needsOf } from '../find.ts'
import { fittingRooms } from '../solve/feasible.ts'
import type { Busy } from '../solve/problem.ts'
import type { Span } from '../solve/spans.ts'

export const findTimesBody = implementQuery(c.findTimes, (view, input) => found(view, input))

const stretchTold = ([from, until]: Span) => ({ start: instantOf(from), end: instantOf(until) })

export const dayOfBody = implementQuery(c.dayOf, async (view, input) => {
  const window = dayWindow(view, input.on)
  const may = input.may ?? []
  const people = await peopleOf(view, { must: input.must, may }, window)
  const needs = needsOf(input)
  const rooms = needs.room ? await roomsOf(view, 5, window) : []
  const fitting = new Set(fittingRooms({ rooms, needs }))
  const names = await namesOf(view, [
    ...people.flatMap(({ id, busy }) => [id, ...busy.map(({ event }) => event)]),
    ...rooms.flatMap(({ busy }) => busy.map(({ event }) => event)),
  ])
  const takenTold = ({ from, until, event, kind }: Busy) => ({
    ...stretchTold([from, until]),
    title: (event && names.get(event)?.title) || null,
    kind,
  })
  const touches = ([from, until]: Span) => from < window[1] && until > window[0]
  return {
    start: instantOf(window[0]),
    end: instantOf(window[1]),
    rooms: rooms
      .filter(room => fitting.has(room))
      .map(({ id, title, seats, equipment, busy }) => ({
        room: { id, kind: 'place', title },
        seats,
        equipment: [...equipment],
        taken: busy.map(takenTold),
      })),
    people: people.flatMap(({ id, must, busy, work }) => {
      const person = names.get(id)
      return person ? [{ person, must, taken: busy.map(takenTold), work: work.filter(touches).map(stretchTold) }] : []
    }),
  }
})
