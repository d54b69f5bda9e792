/**
 * Calendars of Microsoft 365 (Graph v1.0). Its deltas know only views between two days and tell series by their instances, so that
 * they say whether anything changed, and the change keys of all events what: two requests where nothing did.
 */
import { sha256 } from '../../../../kernel/canonical.ts'
import { saysSame } from '../../engine/same.ts'
import {
  MirrorFault,
  type Outgoing,
  type Provider,
  type PutAnswer,
  type RemoteChanges,
  type RemoteObject,
} from '../../provider.ts'
import { endpoints } from '../endpoints.ts'
import {
  type EventFile,
  type Facts,
  mergedFile,
  momentOfWhen,
  NotSaid,
  readFile,
  type When,
  writeFile,
  saidByEvents,
} from '../facts.ts'
import { askJson, type JsonAnswer } from '../json.ts'
import type { Bearer } from '../open.ts'
import { fileOf, type GraphEvent, uidOf, uidProperty, wordsOf } from './words.ts'

const fields =
  'id,changeKey,type,iCalUId,isCancelled,subject,body,location,start,end,originalStart,originalStartTimeZone,isAllDay,showAs,sensitivity,recurrence,lastModifiedDateTime,onlineMeeting,organizer,attendees'
const prefer = {
  prefer: 'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text", odata.maxpagesize=200',
}

interface Page<Row> {
  readonly value?: readonly Row[]
  readonly '@odata.nextLink'?: string
  readonly '@odata.deltaLink'?: string
}

/** Looked ahead and back by the deltas; what lies beyond is found once a day. */
const aheadDays = 400
const backDays = 60
const dayMs = 86_400_000

/** A series changed where it or one of its instances did. */
const tagOf = (event: GraphEvent): string => {
  const own = event.changeKey ?? ''
  const instances = [
    ...(event.exceptionOccurrences ?? []).map(({ id, changeKey }) => `${id} ${changeKey}`),
    ...(event.cancelledOccurrences ?? []),
  ]
  return instances.length === 0 ? own : `${own}~${sha256(instances.sort().join('\n')).toString('hex').slice(0, 16)}`
}

export function microsoftProvider(who: Bearer): Provider {
  const json = askJson(who, () => endpoints().graph)
  const ask = <Body>(method: string, path: string, words?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    json<Body>(method, path, words, { ...prefer, ...headers })
  const at = (calendarId: string): string => `/me/calendars/${encodeURIComponent(calendarId)}`

  function must<Body>(answer: JsonAnswer<Body>): Body {
    if (answer.status === 404) throw new MirrorFault('calendar-missing')
    if (answer.status === 403) throw new MirrorFault('sign-in-refused', answer.reason)
    if (answer.status >= 300) throw new MirrorFault('answer-wrong', `${answer.status} ${answer.reason}`)
    return answer.body
  }

  async function pages<Row>(first: string): Promise<{ rows: Row[]; delta: string | null }> {
    const rows: Row[] = []
    for (let next: string | undefined = first; ; ) {
      const page: Page<Row> = must(await ask<Page<Row>>('GET', next!))
      rows.push(...(page.value ?? []))
      next = page['@odata.nextLink']
      if (!next) return { rows, delta: page['@odata.deltaLink'] ?? null }
    }
  }

  /** Whether anything changed since; null where that cannot be said any more. */
  async function moved(token: string): Promise<{ any: boolean; token: string } | null> {
    const { link, until } = JSON.parse(token) as { link: string; until: number }
    if (until < Date.now()) return null
    const first = await ask<Page<GraphEvent>>('GET', link)
    if (first.status === 410 || first.status === 400) return null
    const page = must(first)
    const rest = page['@odata.nextLink'] ? await pages<GraphEvent>(page['@odata.nextLink']) : null
    const next = rest?.delta ?? page['@odata.deltaLink']
    return {
      any: (page.value ?? []).length + (rest?.rows.length ?? 0) > 0,
      token: JSON.stringify({ link: next ?? link, until }),
    }
  }

  async function newToken(calendarId: string): Promise<string | null> {
    const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString()
    const query = new URLSearchParams({ startDateTime: day(-backDays), endDateTime: day(aheadDays) })
    const { delta } = await pages<GraphEvent>(`${at(calendarId)}/calendarView/delta?${query}`)
    return delta && JSON.stringify({ link: delta, until: Date.now() + dayMs })
  }

  async function eventNow(id: string): Promise<GraphEvent | null> {
    const expand = `$expand=singleValueExtendedProperties($filter=id eq '${uidProperty}')`
    const answer = await ask<GraphEvent>(
      'GET',
      `/me/events/${encodeURIComponent(id)}?$select=${fields}&${expand.replaceAll(' ', '%20')}`,
    )
    if (answer.status === 404 || answer.status === 410) return null
    const event = must(answer)
    if (!event.recurrence) return event
    const series = `?$select=id,exceptionOccurrences,cancelledOccurrences&$expand=exceptionOccurrences`
    const more = must(await ask<GraphEvent>('GET', `/me/events/${encodeURIComponent(id)}${series}`))
    return {
      ...event,
      exceptionOccurrences: more.exceptionOccurrences ?? [],
      cancelledOccurrences: more.cancelledOccurrences ?? [],
    }
  }

  function objectOf(event: GraphEvent): RemoteObject | { name: string; tag: string; because: string } {
    const one = { name: event.id, tag: tagOf(event) }
    try {
      return { ...one, uid: uidOf(event), ics: writeFile(fileOf(event)) }
    } catch (thrown) {
      if (thrown instanceof NotSaid) return { ...one, because: thrown.message.slice(0, 200) }
      throw thrown
    }
  }

  async function whole(
    calendarId: string,
    known: ReadonlyMap<string, string>,
    token: string | null,
  ): Promise<RemoteChanges> {
    const { rows } = await pages<GraphEvent>(
      `${at(calendarId)}/events?$select=id,changeKey,type,isCancelled,recurrence&$top=200`,
    )
    const there = rows.filter(({ isCancelled }) => !isCancelled)
    const objects: RemoteObject[] = []
    const unreadable: { name: string; tag: string; because: string }[] = []
    for (const row of there) {
      // Of a series an instance may have changed while it did not.
      if (!row.recurrence && row.type !== 'seriesMaster' && known.get(row.id) === row.changeKey) continue
      const event = await eventNow(row.id)
      if (!event || known.get(row.id) === tagOf(event)) continue
      const object = objectOf(event)
      if ('ics' in object) objects.push(object)
      else unreadable.push(object)
    }
    return { objects, unreadable, gone: [], present: new Set(there.map(({ id }) => id)), token }
  }

  /** The event of that UID, where one of ours was made and not noted. */
  async function madeBefore(calendarId: string, uid: string): Promise<boolean> {
    const quoted = uid.replaceAll("'", "''")
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${uidProperty}' and ep/value eq '${quoted}')`
    const page = must(
      await ask<Page<GraphEvent>>('GET', `${at(calendarId)}/events?$select=id&$filter=${encodeURIComponent(filter)}`),
    )
    return (page.value ?? []).length > 0
  }

  /** The instance of a series that has that own time. */
  async function instanceAt(masterId: string, recurrence: When): Promise<string | null> {
    const moment = momentOfWhen(recurrence)
    const query = new URLSearchParams({
      startDateTime: moment.subtract({ hours: 36 }).toString(),
      endDateTime: moment.add({ hours: 36 }).toString(),
    })
    const { rows } = await pages<GraphEvent>(
      `/me/events/${encodeURIComponent(masterId)}/instances?${query}&$select=id,start,originalStart`,
    )
    const isIt = ({ originalStart, start }: GraphEvent) => {
      const own = originalStart ?? `${start?.dateTime.slice(0, 19)}Z`
      return recurrence.allDay ? own.slice(0, 10) === recurrence.day : Temporal.Instant.from(own).equals(moment)
    }
    return rows.find(isIt)?.id ?? null
  }

  async function instances(masterId: string, file: EventFile, had: EventFile | null): Promise<PutAnswer | null> {
    const key = (when: When) => (when.allDay ? when.day : momentOfWhen(when).toString())
    const offThere = new Set(had?.master.leftOut.map(key))
    const off = file.master.leftOut.filter(when => !offThere.has(key(when)))
    const wantedOff = new Set(file.master.leftOut.map(key))
    // What was called off there cannot be brought back: it is told, not passed over.
    if ([...offThere].some(one => !wantedOff.has(one))) return { is: 'refused', because: 'EXDATE' }
    for (const when of off) {
      const id = await instanceAt(masterId, when)
      if (id) must(await ask('DELETE', `/me/events/${encodeURIComponent(id)}`))
    }
    const theirs = new Map((had?.changed ?? []).map(facts => [key(facts.recurrence!), facts]))
    const one = (facts: Facts) =>
      writeFile({ uid: file.uid, master: { ...facts, modified: null, guests: [] }, changed: [] })
    for (const facts of file.changed.filter(({ status }) => status !== 'CANCELLED')) {
      const there = theirs.get(key(facts.recurrence!))
      if (there && saysSame(one(there), one(facts))) continue
      const id = await instanceAt(masterId, facts.recurrence!)
      if (!id) return { is: 'refused', because: 'RECURRENCE-ID' }
      const answer = await ask('PATCH', `/me/events/${encodeURIComponent(id)}`, wordsOf(file.uid, facts, false))
      if (answer.status >= 300) return refusedBy(answer)
    }
    return null
  }

  async function write(calendarId: string, { uid, name, tag }: Outgoing, file: EventFile): Promise<PutAnswer> {
    const had = name === null ? null : await eventNow(name)
    if (name !== null && (!had || tagOf(had) !== tag)) return { is: 'changed' }
    const words = wordsOf(uid, file.master, name === null)
    if (name === null && (await madeBefore(calendarId, uid))) return { is: 'changed' }
    const answer =
      name === null
        ? await ask<GraphEvent>('POST', `${at(calendarId)}/events`, words)
        : await ask<GraphEvent>('PATCH', `/me/events/${encodeURIComponent(name)}`, words)
    if (answer.status === 412) return { is: 'changed' }
    if (answer.status >= 300) return refusedBy(answer)
    const failed = await instances(answer.body.id, file, had ? fileOf(had) : null)
    if (failed) return failed
    const now = await eventNow(answer.body.id)
    return now ? { is: 'kept', name: now.id, tag: tagOf(now) } : { is: 'changed' }
  }

  return {
    async calendars() {
      const { rows } = await pages<{ id: string; name: string; canEdit: boolean }>(
        '/me/calendars?$select=id,name,canEdit',
      )
      const me = must(
        await ask<{ mail?: string | null; userPrincipalName?: string }>('GET', '/me?$select=mail,userPrincipalName'),
      )
      const address = me.mail ?? me.userPrincipalName ?? ''
      return rows.map(({ id, name, canEdit }, n) => ({
        id,
        name: name.slice(0, 200),
        writable: canEdit,
        ...(n === 0 ? { address } : {}),
      }))
    },
    async changes(calendarId, token, known) {
      const since = token === null ? null : await moved(token)
      if (since && !since.any) return { objects: [], unreadable: [], gone: [], present: null, token: since.token }
      return whole(calendarId, known, since?.token ?? (await newToken(calendarId)))
    },
    async put(calendarId, outgoing) {
      try {
        return await write(calendarId, outgoing, readFile(outgoing.ics))
      } catch (thrown) {
        if (thrown instanceof NotSaid) return { is: 'refused', because: thrown.message }
        throw thrown
      }
    },
    async remove(_calendarId, name, tag) {
      const now = await eventNow(name)
      if (!now) return 'gone'
      if (tagOf(now) !== tag) return 'changed'
      const answer = await ask('DELETE', `/me/events/${encodeURIComponent(name)}`)
      if (answer.status < 300 || answer.status === 404) return 'gone'
      return { refused: `${answer.status} ${answer.reason}`.trim() }
    },
    merged: (ours, theirs) => mergedFile(ours, theirs, saidByEvents),
  }
}

const refusedBy = (answer: { status: number; reason: string }): PutAnswer => ({
  is: 'refused',
  because: `${answer.status} ${answer.reason}`.trim(),
})

/** The link of a meeting in Teams (`onlineMeetings`): of an hour, since it must be of some; it holds for any. */
export async function teamsLink(who: Bearer): Promise<string> {
  const ask = askJson(who, () => endpoints().graph)
  const start = new Date()
  const words = { startDateTime: start.toISOString(), endDateTime: new Date(start.getTime() + 3_600_000).toISOString() }
  const answer = await ask<{ joinWebUrl?: string }>('POST', '/me/onlineMeetings', words)
  if (answer.status === 403) throw new MirrorFault('sign-in-refused', answer.reason)
  if (answer.status >= 300 || !answer.body.joinWebUrl) throw new MirrorFault('answer-wrong', answer.reason)
  return answer.body.joinWebUrl
}
