/** What the tests of mirrors share: an office, and stand-ins of those who keep calendars, written from their documented protocols. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { escapeXml } from '../../formats/dav/xml.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { openOrganisation } from '../../kernel/platform/first-run.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { authority, authorityPort } from '../authority/index.ts'
import { calendar } from '../calendar/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { notifications } from '../notifications/index.ts'
import { work } from '../work/index.ts'
import { mirrors } from './index.ts'

export interface MirrorsOffice extends TestKernel {
  readonly elin: TestPrincipal
  readonly system: TestPrincipal
}

export async function mirrorsOffice(): Promise<MirrorsOffice> {
  const kernel = await testKernel([authority, work, directory, documents, notifications, calendar, mirrors], {
    authority: authorityPort(),
  })
  const ground = { pool: kernel.pool, clock: kernel.kernel.clock }
  const opened = await openOrganisation(ground, kernel.kernel.dispatch, {
    language: 'en',
    organisation: 'Almgren & Tveit',
    country: 'SE',
    name: 'Elin Almgren',
    email: 'elin@almgren.example',
    password: 'four words and a comma',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const { organisationId, principalId } = opened.value
  return {
    ...kernel,
    elin: { id: principalId, organisationId },
    system: { id: systemPrincipalId, organisationId },
  }
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

export async function listening(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then(body => answer(request, response, body))
      .catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export interface DavStandIn {
  readonly url: string
  readonly objects: Map<string, { ics: string; etag: string }>
  /** How it answers: well, not at all to this password, or not at all. */
  mode: 'well' | 'refuses' | 'busy'
  /** False: without sync-collection, only a ctag. */
  syncs: boolean
  readonly asked: string[]
  put(name: string, ics: string): void
  drop(name: string): void
  close(): Promise<void>
}

const collection = '/elin/work/'

/** One account with one calendar (RFC 4791, 6578). */
export async function davStandIn(): Promise<DavStandIn> {
  const objects = new Map<string, { ics: string; etag: string }>()
  const log: { n: number; name: string }[] = []
  let n = 0
  const write = (name: string, ics: string) => {
    const etag = `"${randomBytes(6).toString('hex')}"`
    objects.set(name, { ics, etag })
    log.push({ n: ++n, name })
    return etag
  }
  const drop = (name: string) => objects.delete(name) && log.push({ n: ++n, name })
  const stat = (props: string) =>
    `<D:propstat><D:prop>${props}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>`
  const one = (href: string, inner: string) => `<D:response><D:href>${href}</D:href>${inner}</D:response>`
  const multi = (inner: string) =>
    `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/">${inner}</D:multistatus>`
  const tagged = (name: string) => stat(`<D:getetag>${escapeXml(objects.get(name)!.etag)}</D:getetag>`)
  const gone = '<D:status>HTTP/1.1 404 Not Found</D:status>'

  const answers: Record<
    string,
    (path: string, body: string, request: IncomingMessage) => { status: number; body?: string; etag?: string }
  > = {
    PROPFIND(path, body) {
      if (path === '/.well-known/caldav') return { status: 404 }
      const token = `${self.syncs ? `<D:sync-token>urn:sync:${n}</D:sync-token>` : ''}<CS:getctag>c${n}</CS:getctag>`
      if (path === collection && /getctag/.test(body)) return { status: 207, body: multi(one(collection, stat(token))) }
      if (path === '/elin/')
        return {
          status: 207,
          body: multi(
            one('/elin/', stat('<D:resourcetype><D:collection/></D:resourcetype>')) +
              one(
                collection,
                stat(
                  '<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>Work &amp; more</D:displayname><C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set><D:current-user-privilege-set><D:privilege><D:all/></D:privilege></D:current-user-privilege-set>',
                ),
              ),
          ),
        }
      const found =
        '<D:current-user-principal><D:href>/p/</D:href></D:current-user-principal><C:calendar-home-set><D:href>/elin/</D:href></C:calendar-home-set>'
      return { status: 207, body: multi(one(path, stat(found))) }
    },
    REPORT(_path, body) {
      if (/sync-collection/.test(body)) {
        if (!self.syncs) return { status: 501 }
        const since = Number(/urn:sync:(\d+)/.exec(body)?.[1] ?? 0)
        const names = [...new Set(log.filter(line => line.n > since).map(({ name }) => name))]
        const inner = names.map(name => one(name, objects.has(name) ? tagged(name) : gone)).join('')
        return { status: 207, body: multi(`${inner}<D:sync-token>urn:sync:${n}</D:sync-token>`) }
      }
      if (/calendar-query/.test(body))
        return { status: 207, body: multi([...objects.keys()].map(name => one(name, tagged(name))).join('')) }
      const hrefs = [...body.matchAll(/<D:href>([^<]+)<\/D:href>/g)].map(found => found[1]!)
      const inner = hrefs.map(name => {
        const object = objects.get(name)
        return one(
          name,
          object
            ? stat(
                `<D:getetag>${escapeXml(object.etag)}</D:getetag><C:calendar-data>${escapeXml(object.ics)}</C:calendar-data>`,
              )
            : gone,
        )
      })
      return { status: 207, body: multi(inner.join('')) }
    },
    PUT(path, body, { headers }) {
      const there = objects.get(path)
      if (headers['if-none-match'] === '*' && there) return { status: 412 }
      if (headers['if-match'] && headers['if-match'] !== there?.etag) return { status: 412 }
      if (/SUMMARY:Not here/.test(body))
        return {
          status: 403,
          body: '<D:error xmlns:D="DAV:"><C:valid-calendar-data xmlns:C="urn:ietf:params:xml:ns:caldav"/></D:error>',
        }
      return { status: there ? 204 : 201, etag: write(path, body) }
    },
    DELETE(path, _body, { headers }) {
      const there = objects.get(path)
      if (!there) return { status: 404 }
      if (headers['if-match'] !== there.etag) return { status: 412 }
      drop(path)
      return { status: 204 }
    },
  }

  const server = await listening((request, response, body) => {
    const path = request.url ?? '/'
    self.asked.push(`${request.method} ${path}`)
    if (self.mode === 'busy') return void response.writeHead(503, { 'retry-after': '120' }).end()
    const right = `Basic ${Buffer.from('elin:right').toString('base64')}`
    if (self.mode === 'refuses' || request.headers.authorization !== right) return void response.writeHead(401).end()
    const answer = answers[request.method ?? '']?.(path, body, request) ?? { status: 405 }
    response
      .writeHead(answer.status, { ...(answer.etag ? { etag: answer.etag } : {}), 'content-type': 'application/xml' })
      .end(answer.body ?? '')
  })
  const self: DavStandIn = {
    url: server.url,
    objects,
    mode: 'well',
    syncs: true,
    asked: [],
    put: (name, ics) => void write(`${collection}${name}`, ics),
    drop: name => void drop(`${collection}${name}`),
    close: server.close,
  }
  return self
}

let stamp = 0
/** A file as a program there writes it; each is newer than the one before. */
export const fileOf = (uid: string, title: string, more: readonly string[] = [], start = '20261124T090000Z'): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//stand-in//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:20990101T00${String(Math.floor(++stamp / 60)).padStart(2, '0')}${String(stamp % 60).padStart(2, '0')}Z`,
    `DTSTART:${start}`,
    `DTEND:${start.replace('T09', 'T10')}`,
    `SUMMARY:${title}`,
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
