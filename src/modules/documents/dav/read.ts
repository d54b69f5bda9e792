/** OPTIONS, PROPFIND, PROPPATCH, GET and HEAD. */
import { documentStreams } from '../doors.http.ts'
import { type Call, type DavAnswer, plain, prefix, refused, requireIf, requireUnlocked, xmlAnswer } from './call.ts'
import { hrefOf } from '../../../formats/dav/path.ts'
import { isJunk } from './names.ts'
import { etagOf, patchedOf, responseOf, type Wanted } from './properties.ts'
import { isFolder, type Node } from './tree.ts'
import { dav, davChild, isDav, parseXml, type XmlElement, XmlRefused } from '../../../formats/dav/xml.ts'

export const methods = [
  'OPTIONS',
  'GET',
  'HEAD',
  'PUT',
  'DELETE',
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
] as const

/** Says what is spoken here; asked before anybody signs in. */
export const options = (): DavAnswer =>
  plain(200, { dav: '1, 2', allow: methods.join(', '), 'ms-author-via': 'DAV', 'accept-ranges': 'bytes' })

export function readXml(text: string): XmlElement {
  try {
    return parseXml(text)
  } catch (error) {
    if (error instanceof XmlRefused) throw refused(400)
    throw error
  }
}

function wantedOf(text: string): Wanted {
  if (!text.trim()) return { what: 'all' }
  const body = readXml(text)
  if (!isDav(body, 'propfind')) throw refused(400)
  if (davChild(body, 'propname')) return { what: 'names' }
  if (davChild(body, 'allprop')) return { what: 'all' }
  const prop = davChild(body, 'prop')
  if (!prop) throw refused(400)
  return { what: 'these', names: prop.children }
}

export async function propfind(call: Call): Promise<DavAnswer> {
  const depth = call.request.headers['depth'] ?? 'infinity'
  const wanted = wantedOf(await call.xml())
  if (depth !== '0' && depth !== '1') throw refused(403, 'propfind-finite-depth')
  const responses = await call.seeing(async (tree, view) => {
    const node = await tree.at(call.parts)
    if (!node) throw refused(404)
    const nodes: Node[] = [node, ...(depth === '1' ? await tree.children(node) : [])]
    return nodes.map(one => responseOf(one, wanted, prefix, view))
  })
  return xmlAnswer(207, dav('multistatus', ...responses))
}

export async function proppatch(call: Call): Promise<DavAnswer> {
  const update = readXml(await call.xml())
  if (!isDav(update, 'propertyupdate')) throw refused(400)
  const href = await call.seeing(async tree => {
    const node = await tree.at(call.parts)
    if (!node) throw refused(404)
    await requireIf(call, tree, node)
    requireUnlocked(call, [node])
    return hrefOf(prefix, node.parts, isFolder(node))
  })
  return xmlAnswer(207, dav('multistatus', patchedOf(href, update)))
}

export async function get(call: Call): Promise<DavAnswer> {
  const { kernel, request, bearer } = call
  const node = await call.seeing(tree => tree.at(call.parts))
  const etag = node && etagOf(node)
  /** The stream of originals has the whole digest for its ETag. */
  const wholeEtag = (header: string | undefined) =>
    header !== undefined && header === etag && node && 'file' in node ? `"${node.file.digest.toString('hex')}"` : header
  if (!node || isJunk(call.parts.at(-1) ?? '')) throw refused(404)
  if (isFolder(node)) return plain(405, { allow: methods.filter(one => one !== 'GET' && one !== 'HEAD').join(', ') })
  const answer =
    node.kind === 'document'
      ? await documentStreams[0]!.answer(kernel, {
          params: { id: node.file.id },
          query: {},
          caller: { organisationId: bearer.organisationId, principalId: bearer.principalId, mandateId: null },
          requestId: request.requestId,
          ifNoneMatch: wholeEtag(request.headers['if-none-match']),
          range: request.headers['range'],
          ifRange: wholeEtag(request.headers['if-range']),
        })
      : await laidDown(call, node)
  const headers = {
    ...answer.headers,
    ...(answer.status === undefined || answer.status < 400 ? { etag: etagOf(node)! } : {}),
    'last-modified': new Date(node.file.changedAt.epochMilliseconds).toUTCString(),
  }
  if (request.method !== 'HEAD') return { status: answer.status ?? 200, headers, body: answer.body }
  if (answer.body && 'destroy' in answer.body) answer.body.destroy()
  return { status: answer.status ?? 200, headers, body: null }
}

async function laidDown({ kernel, bearer }: Call, node: Node & { kind: 'laid-down' }): Promise<DavAnswer> {
  return {
    ...plain(200, {
      etag: etagOf(node)!,
      'content-type': 'application/octet-stream',
      'content-length': String(node.file.size),
      'cache-control': 'private, no-cache',
    }),
    body: await kernel.files.open(bearer.organisationId, node.file.digest),
  }
}
