/** What a booking page's link opens, and the link of what somebody booked: free starts, a way to take one, to change and to cancel it. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import { namesOf } from '../../kernel/named.ts'
import { linkSecretOf, outsideToken, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, type RefusalDeclaration, refuse } from '../../kernel/refusal.ts'
import { type Asked as AskedStarts, openStarts } from './booking/open-starts.ts'
import { bookingOf, type BookingRow, kindsOf, pageOf, type PageRow, rulesOf } from './booking/rows.ts'
import { changesUntil } from './commands/bookings.ts'
import * as c from './contract.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly language: Language
  readonly requestId: string
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

/** So many days of starts are told at once. */
const shownDays = 35

function fromOf(body: Asked['body'], at: Temporal.Instant): Temporal.Instant {
  try {
    const asked = Temporal.Instant.from(String(body['from'] ?? ''))
    return Temporal.Instant.compare(asked, at) > 0 ? asked : at
  } catch {
    return at
  }
}

async function startsOf(view: View, from: Temporal.Instant, asked: Omit<AskedStarts, 'from' | 'until'>) {
  const until = from.add({ hours: 24 * shownDays })
  const open = await openStarts(view, { ...asked, from, until })
  return { starts: open.map(({ start }) => String(start)), until: String(until) }
}

/** What a page tells whoever has its link. */
async function shownOf(view: View, page: PageRow, body: Asked['body']) {
  const kinds = await kindsOf(view, page.id)
  const names = await namesOf(view, [...page.hosts, ...kinds.map(({ place_id }) => place_id)])
  const kind = kinds.find(({ id }) => id === body['kindId']) ?? kinds[0]!
  return {
    office: view.office.name,
    title: page.title,
    intro: page.intro,
    way: page.way,
    hosts: page.hosts.flatMap(id => names.get(id)?.title ?? []),
    approval: page.approval,
    questions: page.questions,
    kinds: kinds.map(({ id, title, minutes, venue, place_id, details }) => ({
      id,
      title,
      minutes,
      venue,
      // The address of a video meeting is for those who have booked.
      details: venue === 'video' ? '' : details,
      place: (place_id && names.get(place_id)?.title) || null,
    })),
    kindId: kind.id,
    ...(await startsOf(view, fromOf(body, view.at), {
      rules: rulesOf(page),
      minutes: kind.minutes,
      room: kind.venue === 'room',
      placeId: kind.place_id,
      pageId: page.id,
    })),
  }
}

async function viewing<T>(
  kernel: Kernel,
  thing: OutsideThing,
  requestId: string,
  shut: RefusalDeclaration,
  look: (view: View) => Promise<T | null>,
): Promise<T> {
  const found = await kernel
    .viewing({ organisationId: thing.organisationId, principalId: systemPrincipalId, requestId }, look)
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ?? refuse(shut)
}

const openPage = async (kernel: Kernel, asked: Asked) => {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'book', asked.token)
  if (!thing) return refuse(c.bookingLinkClosed)
  const shown = await viewing(kernel, thing, asked.requestId, c.bookingPageShut, async view => {
    const page = await pageOf(view, thing.id)
    return page?.state === 'open' ? shownOf(view, page, asked.body) : null
  })
  return { thing, shown }
}

async function dispatched(kernel: Kernel, thing: OutsideThing, requestId: string, command: string, input: object) {
  const outcome = await kernel.dispatch({
    organisationId: thing.organisationId,
    principalId: systemPrincipalId,
    command,
    input,
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
  return outcome
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const worded = (value: unknown, most: number): string =>
  (typeof value === 'string' ? value : '').replace(unprintable, ' ').trim().slice(0, most)

const openDoor = {
  method: 'POST' as const,
  path: '/public/book/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await openPage(kernel, asked)).shown),
}

const takeDoor = {
  method: 'POST' as const,
  path: '/public/book/take',
  perMinute: 8,
  async answer(kernel: Kernel, asked: Asked) {
    const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'book', asked.token)
    if (!thing) return refuse(c.bookingLinkClosed)
    const { body } = asked
    // A field that people do not see: what fills it in is a program, and is told what it would like to hear.
    if (worded(body['website'], 10) !== '') return json({ state: 'unconfirmed', token: null })
    const answers = Array.isArray(body['answers']) ? body['answers'].slice(0, 10).map(one => worded(one, 1_000)) : []
    const contact = worded(body['contact'], 300)
    const outcome = await dispatched(kernel, thing, asked.requestId, c.takeBooking.name, {
      id: thing.id,
      kindId: worded(body['kindId'], 36),
      start: worded(body['start'], 40),
      name: worded(body['name'], 200).replace(/\s+/g, ' '),
      email: worded(body['email'], 254),
      language: asked.language,
      zone: worded(body['zone'], 64) || 'UTC',
      ...(contact ? { contact } : {}),
      answers,
    })
    if (outcome.status !== 'done') return refuse(kernelRefusals.notPermitted, { act: c.takeBooking.name })
    const { bookingId, state } = outcome.output as { bookingId: string; state: string }
    // Whoever has to confirm by mail gets the link there alone.
    const token = state === 'unconfirmed' ? null : await tokenOf(kernel, { ...thing, id: bookingId })
    return json({ state, token })
  },
}

const tokenOf = async (kernel: Kernel, thing: OutsideThing) =>
  outsideToken(await linkSecretOf(kernel.pool), 'booking', thing)

interface Opened {
  readonly thing: OutsideThing
  readonly page: PageRow
  readonly row: BookingRow
  readonly shown: object
}

async function bookingShown(view: View, page: PageRow, row: BookingRow, body: Asked['body']) {
  const names = await namesOf(view, [...row.hosts, row.place_id])
  const until = changesUntil(page, row)
  const isAhead = Temporal.Instant.compare(row.start_at, view.at) > 0
  const inTime = isAhead && (row.state !== 'booked' || Temporal.Instant.compare(until, view.at) >= 0)
  const mayMove = inTime && (row.state === 'booked' || row.state === 'asked')
  const isOpen = row.state === 'unconfirmed' || row.state === 'asked' || row.state === 'booked'
  return {
    office: view.office.name,
    title: row.kind_title,
    name: row.name,
    hosts: row.hosts.flatMap(id => names.get(id)?.title ?? []),
    state: row.state,
    start: String(row.start_at),
    end: String(row.end_at),
    minutes: row.minutes,
    venue: row.venue,
    place: (row.place_id && names.get(row.place_id)?.title) || row.contact || row.details,
    note: row.note,
    /** Another time that is asked for, while theirs stands. */
    wanted: row.wanted_at && String(row.wanted_at),
    asks: page.approval,
    changesUntil: String(until),
    mayMove,
    mayCancel: inTime && isOpen,
    late: isOpen && !inTime && isAhead,
    ...(mayMove && body['times'] === true
      ? await startsOf(view, fromOf(body, view.at), {
          rules: { ...rulesOf(page), hosts: row.hosts, way: row.hosts.length === 1 ? 'one' : 'together' },
          minutes: row.minutes,
          room: row.venue === 'room',
          placeId: row.place_id,
          pageId: page.id,
          past: { bookingId: row.id, ids: [...(row.event_id ? [row.event_id] : []), ...row.hold_ids] },
        })
      : { starts: [], until: '' }),
  }
}

async function openBooking(kernel: Kernel, asked: Asked): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'booking', asked.token)
  if (!thing) return refuse(c.bookingLinkClosed)
  return viewing(kernel, thing, asked.requestId, c.bookingLinkClosed, async view => {
    const row = await bookingOf(view, thing.id)
    const page = row && (await pageOf(view, row.page_id))
    return page ? { thing, page, row, shown: await bookingShown(view, page, row, asked.body) } : null
  })
}

const bookingDoor = (
  path: string,
  perMinute: number,
  command: string | null,
  facts: (body: Asked['body']) => object = () => ({}),
) => ({
  method: 'POST' as const,
  path: `/public/booking/${path}`,
  perMinute,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await openBooking(kernel, asked)
    if (command === null) return json(opened.shown)
    const { thing, row } = opened
    await dispatched(kernel, thing, asked.requestId, command, {
      id: row.page_id,
      bookingId: row.id,
      ...facts(asked.body),
    })
    return json((await openBooking(kernel, asked)).shown)
  },
})

/** What people outside reach by a link. */
export const bookingPublic = [
  openDoor,
  takeDoor,
  bookingDoor('open', 60, null),
  bookingDoor('confirm', 20, c.confirmBooking.name),
  bookingDoor('move', 20, c.moveBooking.name, body => ({ start: worded(body['start'], 40) })),
  bookingDoor('cancel', 20, c.cancelBooking.name),
] as const
