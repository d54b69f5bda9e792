/** Stands in for Microsoft Graph (v1.0) calendars, written from its reference: change keys, instances, deltas that only say that something moved. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'
import { clockOf } from '../../../../formats/ical/zone.ts'
import { listening } from '../../testing.ts'
import { ruleOf } from './recurrence.ts'
import { expandedFrom } from '../expanded-for-tests.ts'
import type { GraphEvent } from './words.ts'

type Event = { -readonly [Key in keyof GraphEvent]: GraphEvent[Key] }
const prefix = '/v1.0'

/** As the service keeps times: in UTC, with the name of the zone they were given in. */
function kept(event: Event): Event {
  const zone = event.start?.timeZone ?? 'UTC'
  const utc = (time: Event['start']) =>
    time && {
      dateTime: event.isAllDay
        ? time.dateTime
        : new Date(clockOf(zone).instantOf(Date.parse(`${time.dateTime}Z`) / 1000)).toISOString().slice(0, 19),
      timeZone: 'UTC',
    }
  const windows = zone === 'Europe/Stockholm' ? 'W. Europe Standard Time' : zone
  return { ...event, start: utc(event.start)!, end: utc(event.end)!, originalStartTimeZone: windows }
}

export async function graphStandIn() {
  const events = new Map<string, Event>()
  let n = 0
  const touch = (event: Event): Event => {
    event.changeKey = `k${++n}`
    event.lastModifiedDateTime = new Date(Date.UTC(2099, 0, 1, 0, 0, n)).toISOString()
    events.set(event.id, event)
    return event
  }
  const self = {
    url: '',
    events,
    gone: false,
    asked: [] as string[],
    make: (facts: Partial<Event>) =>
      touch({
        ...kept({ iCalUId: randomBytes(4).toString('hex'), ...facts, id: `AAMk${randomBytes(6).toString('hex')}=` }),
        type: facts.recurrence ? 'seriesMaster' : 'singleInstance',
      }),
    change: (id: string, facts: Partial<Event>) => touch({ ...events.get(id)!, ...facts }),
    drop: (id: string) => events.delete(id) && ++n,
    close: async () => {},
  }
  /** Instances of a series are found by their days; a changed one is kept on its series. */
  const instances = (master: Event, from: string, to: string): Event[] => {
    const zone = master.originalStartTimeZone === 'W. Europe Standard Time' ? 'Europe/Stockholm' : 'UTC'
    const first = {
      allDay: false as const,
      local: new Date(clockOf(zone).localAt(Date.parse(`${master.start!.dateTime}Z`)) * 1000)
        .toISOString()
        .slice(0, 19),
      zone,
    }
    const off = new Set((master.cancelledOccurrences ?? []).map(id => id.slice(-10)))
    return expandedFrom(ruleOf(master.recurrence!, first), first, 60)
      .filter(({ moment, day }) => moment >= from && moment <= to && !off.has(day))
      .map(({ moment, day }) => {
        const changed = master.exceptionOccurrences?.find(({ id }) => id.endsWith(day))
        return (
          changed ?? {
            id: `${master.id}.${day}`,
            originalStart: moment,
            start: { dateTime: moment.slice(0, 19), timeZone: 'UTC' },
          }
        )
      })
  }
  const act = (method: string, id: string, body: string): { status: number; body: unknown } => {
    const [, masterId, day] = /^(.+=)\.(\d{4}-\d\d-\d\d)$/.exec(id) ?? []
    const master = masterId ? events.get(masterId) : undefined
    if (master && day) {
      if (method === 'DELETE')
        touch({ ...master, cancelledOccurrences: [...(master.cancelledOccurrences ?? []), `OID.${masterId}.${day}`] })
      else {
        const others = (master.exceptionOccurrences ?? []).filter(one => one.id !== id)
        const own = instances(master, '0', '9').find(one => one.id.endsWith(day))!
        touch({
          ...master,
          exceptionOccurrences: [
            ...others,
            { ...kept({ ...own, ...JSON.parse(body) }), id, originalStart: own.originalStart!, changeKey: `k${n}` },
          ],
        })
      }
      return { status: method === 'DELETE' ? 204 : 200, body: { id } }
    }
    const there = events.get(id)
    if (!there) return { status: 404, body: { error: { code: 'ErrorItemNotFound' } } }
    if (method === 'GET') return { status: 200, body: there }
    if (method === 'DELETE') {
      self.drop(id)
      return { status: 204, body: null }
    }
    return { status: 200, body: touch({ ...there, ...kept({ ...there, ...JSON.parse(body) }) }) }
  }
  const server = await listening((request: IncomingMessage, response: ServerResponse, body: string) => {
    const url = new URL(request.url ?? '/', self.url)
    const path = decodeURIComponent(url.pathname.slice(prefix.length))
    const method = request.method ?? 'GET'
    self.asked.push(`${method} ${path}`)
    const answer = (status: number, said: unknown) =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(said === null ? '' : JSON.stringify(said))
    if (url.pathname.endsWith('/token'))
      return answer(200, { access_token: 'graph', expires_in: 3600, refresh_token: `renewed-${++n}` })
    if (path === '/me/onlineMeetings') return answer(201, { joinWebUrl: 'https://teams.microsoft.com/l/meetup-join/1' })
    if (path === '/me') return answer(200, { mail: 'elin@example.com' })
    if (path === '/me/calendars') return answer(200, { value: [{ id: 'cal', name: 'Calendar', canEdit: true }] })
    if (path.endsWith('/calendarView/delta')) {
      if (self.gone) return answer(410, { error: { code: 'SyncStateNotFound' } })
      const since = Number(url.searchParams.get('$deltatoken') ?? n)
      return answer(200, {
        value: since < n ? [{ id: 'something' }] : [],
        '@odata.deltaLink': `${self.url}${prefix}/me/calendars/cal/calendarView/delta?$deltatoken=${n}`,
      })
    }
    if (path === '/me/calendars/cal/events') {
      if (method === 'POST') return answer(201, self.make(JSON.parse(body)))
      const wanted = /ep\/value eq '((?:[^']|'')*)'/
        .exec(url.searchParams.get('$filter') ?? '')?.[1]
        ?.replaceAll("''", "'")
      const all = [...events.values()].filter(
        event => wanted === undefined || event.singleValueExtendedProperties?.some(({ value }) => value === wanted),
      )
      return answer(200, { value: all })
    }
    const id = path.slice('/me/events/'.length)
    if (id.endsWith('/instances')) {
      const master = events.get(id.slice(0, -'/instances'.length))!
      return answer(200, {
        value: instances(master, url.searchParams.get('startDateTime')!, url.searchParams.get('endDateTime')!),
      })
    }
    const { status, body: said } = act(method, id, body)
    return answer(status, said)
  })
  self.url = server.url
  self.close = server.close
  return self
}
