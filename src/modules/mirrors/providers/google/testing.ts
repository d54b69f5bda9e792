/** Stands in for Google Calendar (v3), Meet (v2) and their consent, written from their reference: ids, etags, sync tokens, instances. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listening } from '../../testing.ts'
import type { GoogleEvent } from './words.ts'

type Event = { -readonly [Key in keyof GoogleEvent]: GoogleEvent[Key] }

export async function googleStandIn() {
  const events = new Map<string, Event>()
  const log: { n: number; id: string }[] = []
  let n = 0
  /** Tokens from before this are none any more. */
  let oldest = 0
  const touch = (event: Event): Event => {
    event.etag = `"${++n}"`
    event.updated = new Date(Date.UTC(2099, 0, 1, 0, 0, n)).toISOString()
    events.set(event.id, event)
    log.push({ n, id: event.id })
    return event
  }
  const access = new Set(['first'])
  const self = {
    url: '',
    events,
    refused: null as string | null,
    /** Refresh tokens that are good, and how often one was used. */
    refresh: new Set(['refresh-1']),
    refreshed: 0,
    asked: [] as string[],
    expire: () => (oldest = n + 1),
    endAccess: () => access.clear(),
    make: (event: Omit<Event, 'etag'>) =>
      touch({ status: 'confirmed', iCalUID: `${event.id}@google.com`, ...event, etag: '' }),
    change: (id: string, change: Partial<Event>) => touch({ ...events.get(id)!, ...change }),
    close: async () => {},
  }
  const instanceOf = (id: string): Event | null => {
    const [, master, day, time] = /^([a-z0-9]+)_(\d{8})(T\d{6}Z)?$/.exec(id) ?? []
    const series = master ? events.get(master) : undefined
    if (!series || !day) return null
    const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`
    const at = time
      ? { dateTime: `${iso}T${time.slice(1, 3)}:${time.slice(3, 5)}:${time.slice(5, 7)}Z` }
      : { date: iso }
    const { recurrence: _recurrence, ...facts } = series
    return { ...facts, id, recurringEventId: master!, originalStartTime: at, start: at, end: at }
  }
  const list = (query: URLSearchParams): { status: number; body: unknown } => {
    const token = query.get('syncToken')
    if (token && Number(token) < oldest)
      return { status: 410, body: { error: { errors: [{ reason: 'fullSyncRequired' }] } } }
    const uid = query.get('iCalUID')
    const named = token
      ? [...new Set(log.filter(line => line.n > Number(token)).map(({ id }) => id))]
      : [...events.keys()].filter(id => !uid || events.get(id)!.iCalUID === uid)
    const items = named.map(id => events.get(id)!)
    const from = Number(query.get('pageToken') ?? 0)
    // Pages of two, so that they are walked.
    const next = from + 2 < items.length ? { nextPageToken: String(from + 2) } : { nextSyncToken: String(n) }
    return { status: 200, body: { items: items.slice(from, from + 2), ...next } }
  }
  const one = (
    method: string,
    id: string,
    body: string,
    match: string | undefined,
  ): { status: number; body: unknown } => {
    const there = events.get(id) ?? instanceOf(id)
    if (!there) return { status: 404, body: {} }
    if (method === 'GET') return { status: 200, body: there }
    if (match && match !== there.etag) return { status: 412, body: {} }
    if (self.refused) return { status: 403, body: { error: { errors: [{ reason: self.refused }] } } }
    if (method === 'DELETE') {
      if (there.status === 'cancelled') return { status: 410, body: {} }
      touch({ ...there, status: 'cancelled' })
      return { status: 204, body: null }
    }
    const given = JSON.parse(body) as Partial<Event>
    return { status: 200, body: touch({ ...there, ...given, status: given.status ?? 'confirmed' }) }
  }
  const tokens = (body: string): { status: number; body: unknown } => {
    const given = new URLSearchParams(body)
    const kind = given.get('grant_type')
    const good =
      kind === 'authorization_code'
        ? given.get('code') === 'code-1' && given.has('code_verifier')
        : self.refresh.has(given.get('refresh_token') ?? '')
    if (!good || given.get('client_secret') !== 'client-secret')
      return { status: 400, body: { error: 'invalid_grant' } }
    const token = `access-${++self.refreshed}`
    access.add(token)
    return {
      status: 200,
      body: {
        access_token: token,
        expires_in: 3600,
        ...(kind === 'authorization_code' ? { refresh_token: 'refresh-1' } : {}),
      },
    }
  }
  const server = await listening((request: IncomingMessage, response: ServerResponse, body: string) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const method = request.method ?? 'GET'
    self.asked.push(`${method} ${url.pathname}`)
    const answer = ({ status, body: said }: { status: number; body: unknown }) =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(said === null ? '' : JSON.stringify(said))
    if (url.pathname === '/token') return answer(tokens(body))
    if (!access.has((request.headers.authorization ?? '').replace('Bearer ', '')))
      return answer({ status: 401, body: {} })
    if (url.pathname === '/meet/spaces')
      return answer({ status: 200, body: { meetingUri: 'https://meet.google.com/abc-defg-hij' } })
    if (url.pathname === '/users/me/calendarList')
      return answer({
        status: 200,
        body: {
          items: [
            { id: 'team@group', summary: 'Team', accessRole: 'reader' },
            { id: 'elin@example.com', summary: 'Elin', accessRole: 'owner', primary: true },
          ],
        },
      })
    const [, , calendar, , id] = url.pathname.split('/')
    if (decodeURIComponent(calendar ?? '') !== 'elin@example.com') return answer({ status: 404, body: {} })
    if (id) return answer(one(method, id, body, request.headers['if-match']))
    if (method === 'GET') return answer(list(url.searchParams))
    const given = JSON.parse(body) as Event
    if (self.refused) return answer({ status: 403, body: { error: { errors: [{ reason: self.refused }] } } })
    if (events.has(given.id)) return answer({ status: 409, body: { error: { errors: [{ reason: 'duplicate' }] } } })
    return answer({ status: 200, body: self.make(given) })
  })
  self.url = server.url
  self.close = server.close
  return self
}
