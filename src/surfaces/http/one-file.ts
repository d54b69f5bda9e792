/**
 * One file at an address of its own, as word processors open, hold and save it (RFC 4918, classes 1 and 2): `/open/<token>/<name>`. The
 * token is all that is asked for, since a program that is handed an address has no other way to prove who sent it; so it names one
 * file, for one person, for a while.
 */
import { tokenId, parseIf, tokensOf } from '../../formats/dav/if-header.ts'
import { hrefOf, partsOf } from '../../formats/dav/path.ts'
import {
  dav,
  davChild,
  document,
  emptyOf,
  escapeXml,
  isDav,
  parseXml,
  statusNode,
  XmlRefused,
} from '../../formats/dav/xml.ts'
import type { XmlElement } from '../../formats/dav/xml.ts'
import { newId } from '../../kernel/ids.ts'
import type { FindOneFile, OneFile, OneFileAt } from '../../kernel/dav/opening.ts'
import { activeLock, responseOf, secondsOf } from './one-file-xml.ts'
import {
  bodyText,
  type DavAnswer,
  type DavDoor,
  DavRefused,
  type DavRequest,
  plain,
  xmlAnswer,
} from '../../kernel/dav/door.ts'

const methods = ['OPTIONS', 'GET', 'HEAD', 'PUT', 'PROPFIND', 'PROPPATCH', 'LOCK', 'UNLOCK'] as const
const mostXml = 64 * 1024

interface Call {
  readonly request: DavRequest
  readonly prefix: string
  readonly parts: readonly string[]
  readonly opened: OneFileAt
  readonly file: OneFile
}

const refuse = (status: number, condition?: string): never => {
  throw new DavRefused(condition ? xmlAnswer(status, document(dav('error', dav(condition)))) : plain(status))
}

const etagOf = ({ digest }: OneFile): string => `"${digest.toString('hex').slice(0, 32)}"`
const httpDate = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString()

/** The door of all that can be opened: whose token it is, is tried in turn. */
export const oneFileDoor = (prefix: string, finders: readonly FindOneFile[]): DavDoor => ({
  prefix,
  methods,
  fileMethods: ['PUT'],
  async answer(kernel, ground, request, count) {
    if (request.method === 'OPTIONS')
      return plain(200, { dav: '1, 2', allow: methods.join(', '), 'ms-author-via': 'DAV' })
    const parts = partsOf(request.url, prefix)
    const [token, name] = parts ?? []
    if (!parts || !token || parts.length > 2) return plain(404)
    try {
      const asked = { token, requestId: request.requestId, count }
      let opened: OneFileAt | null = null
      for (const find of finders) opened ??= await find(kernel, ground, asked)
      if (!opened) return plain(404)
      const call: Call = { request, prefix, parts, opened, file: await opened.look() }
      if (name === undefined) return await folder(call)
      // programs lay files of their own beside it; nothing else is kept here
      if (name !== call.file.name) return plain(['PUT', 'LOCK'].includes(request.method) ? 403 : 404)
      return await answers[request.method as (typeof methods)[number]](call)
    } catch (thrown) {
      if (thrown instanceof DavRefused) return thrown.answer
      throw thrown
    }
  },
})

/** The folder around it, which some programs look at first. */
async function folder(call: Call): Promise<DavAnswer> {
  const { request, prefix, parts, file } = call
  if (request.method !== 'PROPFIND') return plain(['GET', 'HEAD'].includes(request.method) ? 405 : 403)
  const wanted = await wantedOf(call)
  const own = responseOf(hrefOf(prefix, parts, true), new Map([['resourcetype', dav('collection')]]), wanted)
  const within = responseOf(hrefOf(prefix, [...parts, file.name], false), propertiesOf(call), wanted)
  return xmlAnswer(207, document(dav('multistatus', own, ...(request.headers['depth'] === '1' ? [within] : []))))
}

async function xmlOf({ request }: Call): Promise<XmlElement | null> {
  const text = (await bodyText(request.body, mostXml)) ?? refuse(413)
  if (!text.trim()) return null
  try {
    return parseXml(text)
  } catch (thrown) {
    if (thrown instanceof XmlRefused) return refuse(400)
    throw thrown
  }
}

/** The properties that are asked for; null: all. */
async function wantedOf(call: Call): Promise<readonly XmlElement[] | null> {
  const body = await xmlOf(call)
  if (body && !isDav(body, 'propfind')) refuse(400)
  return (body && davChild(body, 'prop')?.children) ?? null
}

function propertiesOf({ file, prefix, parts, opened }: Call): Map<string, string> {
  const href = hrefOf(prefix, [parts[0]!, file.name], false)
  return new Map([
    ['displayname', escapeXml(file.name)],
    ['resourcetype', ''],
    ['getcontentlength', String(file.size)],
    ['getcontenttype', file.mediaType],
    ['getetag', escapeXml(etagOf(file))],
    ['getlastmodified', httpDate(file.changedAt)],
    ['creationdate', new Date(file.createdAt.epochMilliseconds).toISOString()],
    ['supportedlock', dav('lockentry', dav('lockscope', dav('exclusive')), dav('locktype', dav('write')))],
    ['lockdiscovery', file.lock ? activeLock(file.lock, href, opened.at, '') : ''],
  ])
}

/** What the header If says must hold (RFC 4918, 10.4): one of its lists. */
function requireIf({ request, file }: Call): void {
  const header = request.headers['if']
  if (header === undefined) return
  const lists = parseIf(header) ?? refuse(400)
  const holds = lists.some(({ conditions }) =>
    conditions.every(({ not, token, etag }) => {
      const is = token ? file.lock !== null && tokenId(token) === file.lock.token : etag === etagOf(file)
      return is !== not
    }),
  )
  if (!holds) refuse(412)
}

/** Who holds it shows it with every write. */
function requireHeld({ request, file }: Call): void {
  const header = request.headers['if']
  const shown = tokensOf((header && parseIf(header)) || [])
  if (file.lock && !shown.has(file.lock.token)) refuse(423, 'lock-token-submitted')
}

async function get({ request, file, opened }: Call): Promise<DavAnswer> {
  const headers = {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    etag: etagOf(file),
    'last-modified': httpDate(file.changedAt),
    'cache-control': 'private, no-store',
  }
  const answer = plain(200, headers)
  if (request.method === 'HEAD') return answer
  await opened.fetched()
  return { ...answer, body: await file.read() }
}

async function put(call: Call): Promise<DavAnswer> {
  const { request, opened, file } = call
  if (request.headers['content-range'] !== undefined) refuse(400)
  requireIf(call)
  requireHeld(call)
  const match = request.headers['if-match']
  if (match !== undefined && match.trim() !== '*' && !match.includes(etagOf(file))) refuse(412)
  if (request.headers['if-none-match']?.trim() === '*') refuse(412)
  const saved = await opened.save(request.body)
  if (saved !== 'saved') return plain(saved)
  return plain(204, { etag: etagOf(await opened.look()) })
}

async function propfind(call: Call): Promise<DavAnswer> {
  const { prefix, parts } = call
  const wanted = await wantedOf(call)
  return xmlAnswer(
    207,
    document(dav('multistatus', responseOf(hrefOf(prefix, parts, false), propertiesOf(call), wanted))),
  )
}

/** Windows writes times of its own beside a file and gives up where they are refused; nothing else is kept (RFC 4918, 9.2). */
async function proppatch(call: Call): Promise<DavAnswer> {
  const update = await xmlOf(call)
  if (!update || !isDav(update, 'propertyupdate')) return refuse(400)
  const named = update.children.flatMap(one => one.children.flatMap(({ children }) => children))
  const isTimes = named.every(({ namespace }) => namespace === 'urn:schemas-microsoft-com:')
  const status = isTimes ? statusNode(200, 'OK') : statusNode(403, 'Forbidden')
  const href = dav('href', escapeXml(hrefOf(call.prefix, call.parts, false)))
  const told = dav('propstat', dav('prop', ...named.map(emptyOf)), status)
  return xmlAnswer(207, document(dav('multistatus', dav('response', href, told))))
}

async function lock(call: Call): Promise<DavAnswer> {
  const { request, opened, file, prefix, parts } = call
  const body = await xmlOf(call)
  const seconds = secondsOf(request.headers['timeout'])
  let token: string = newId()
  let owner = ''
  if (body) {
    const [scope, type] = [davChild(body, 'lockscope'), davChild(body, 'locktype')]
    if (!isDav(body, 'lockinfo') || !scope || !type) refuse(400)
    if (davChild(scope!, 'shared') || !davChild(type!, 'write')) refuse(422)
    if (file.lock) refuse(423, 'no-conflicting-lock')
    const given = davChild(body, 'owner')
    const href = given && davChild(given, 'href')
    owner = href ? dav('href', escapeXml(href.text.trim())) : escapeXml(given?.text.trim() ?? '').slice(0, 300)
  } else {
    if (!file.lock) return refuse(412, 'lock-token-matches-request-uri')
    requireIf(call)
    token = file.lock.token
  }
  const until = (await opened.hold(token, seconds)) ?? refuse(423, 'no-conflicting-lock')
  const active = activeLock({ token, until }, hrefOf(prefix, parts, false), opened.at, owner)
  return xmlAnswer(
    200,
    document(dav('prop', dav('lockdiscovery', active))),
    body ? { 'lock-token': `<opaquelocktoken:${token}>` } : {},
  )
}

async function unlock({ request, file, opened }: Call): Promise<DavAnswer> {
  const header = request.headers['lock-token'] ?? refuse(400)
  const token = tokenId(/^<([^<>]+)>$/.exec(header.trim())?.[1] ?? '')
  if (!file.lock || token !== file.lock.token) refuse(409, 'lock-token-matches-request-uri')
  await opened.release()
  return plain(204)
}

const answers: Readonly<Record<(typeof methods)[number], (call: Call) => Promise<DavAnswer>>> = {
  OPTIONS: async () => plain(200),
  GET: get,
  HEAD: get,
  PUT: put,
  PROPFIND: propfind,
  PROPPATCH: proppatch,
  LOCK: lock,
  UNLOCK: unlock,
}
