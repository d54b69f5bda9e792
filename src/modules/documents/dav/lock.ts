/** LOCK and UNLOCK (RFC 4918, 9.10 and 9.11): who edits what, until when. */
import { randomUUID } from 'node:crypto'
import { newId } from '../../../kernel/ids.ts'
import { arrangeDropFolder, beginEditing, endEditing } from '../contract.ts'
import type { Editing } from '../folders/locks.ts'
import { type Call, type DavAnswer, plain, prefix, refused, requireIf, requireUnlocked, xmlAnswer } from './call.ts'
import { tokenId } from '../../../formats/dav/if-header.ts'
import { hrefOf } from '../../../formats/dav/path.ts'
import { isJunk } from './names.ts'
import { activeLock } from './properties.ts'
import { readXml } from './read.ts'
import { isFolder, type Node } from './tree.ts'
import { dav, davChild, escapeXml, isDav } from '../../../formats/dav/xml.ts'

const longest = 3600
const usual = 600

function secondsOf(header: string | undefined): number {
  const first = header?.split(',')[0]?.trim() ?? ''
  if (/^infinite$/i.test(first)) return longest
  const seconds = Number(/^Second-(\d{1,10})$/i.exec(first)?.[1] ?? usual)
  return Math.max(1, Math.min(longest, seconds))
}

interface Asked {
  readonly shared: boolean
  readonly owner: string
}

function askedOf(text: string): Asked {
  const info = readXml(text)
  const [scope, type] = [davChild(info, 'lockscope'), davChild(info, 'locktype')]
  if (!isDav(info, 'lockinfo') || !scope || !type) throw refused(400)
  if (!davChild(type, 'write')) throw refused(422)
  const owner = davChild(info, 'owner')
  const href = owner && davChild(owner, 'href')
  const words = href ? dav('href', escapeXml(href.text.trim())) : escapeXml(owner?.text.trim() ?? '')
  return { shared: davChild(scope, 'shared') !== undefined, owner: words.length <= 2000 ? words : '' }
}

const answered = (status: number, lock: Editing, root: string, at: Temporal.Instant, fresh: boolean): DavAnswer =>
  xmlAnswer(
    status,
    dav('prop', dav('lockdiscovery', activeLock(lock, root, at))),
    fresh ? { 'lock-token': `<opaquelocktoken:${lock.token}>` } : {},
  )

export async function lock(call: Call): Promise<DavAnswer> {
  const { request, parts } = call
  const body = await call.xml()
  const depth = request.headers['depth'] ?? 'infinity'
  if (depth !== '0' && depth !== 'infinity') throw refused(400)
  const seconds = secondsOf(request.headers['timeout'])
  const node = await call.seeing(async tree => {
    const found = await tree.at(parts)
    const parent = found ?? (await tree.at(parts.slice(0, -1)))
    if (!parent) throw refused(409)
    if (!found && (!isFolder(parent) || parent.kind === 'root')) throw refused(403)
    if (found?.kind === 'class' || found?.kind === 'root') throw refused(403)
    await requireIf(call, tree, found)
    if (!found) requireUnlocked(call, [parent])
    return found
  })
  if (!body.trim()) return refresh(call, node, seconds)
  const { shared, owner } = askedOf(body)
  const name = parts.at(-1) ?? ''
  const path = parts.join('/')
  const documentId = node?.kind === 'document' ? node.file.id : null
  const whole = depth === 'infinity' && node !== null && isFolder(node)
  const until = (iso: string): Editing => ({
    token: token,
    principal_id: call.bearer.principalId,
    document_id: documentId,
    path,
    whole,
    shared,
    owner,
    until_at: Temporal.Instant.from(iso),
  })
  const token = newId()
  const root = hrefOf(prefix, parts, node !== null && isFolder(node))
  if (!node && isJunk(name))
    return answered(
      200,
      { ...until(Temporal.Now.instant().add({ seconds }).toString()), token: randomUUID() },
      root,
      Temporal.Now.instant(),
      true,
    )
  const begun = await call.act(beginEditing, {
    token,
    path,
    ...(documentId ? { documentId } : {}),
    whole,
    shared,
    owner,
    seconds,
  })
  if (!node) {
    const { kernel, bearer } = call
    const file = await kernel.files.put(bearer.organisationId, new Uint8Array(), { name })
    await call.act(arrangeDropFolder, { puts: [{ path, kind: 'file', fileId: file.id }] })
  }
  const editing = until(begun.until)
  return answered(node ? 200 : 201, editing, root, editing.until_at.subtract({ seconds }), true)
}

async function refresh(call: Call, node: Node | null, seconds: number): Promise<DavAnswer> {
  const held = node?.locks.find(one => call.tokens.has(one.token) && one.principal_id === call.bearer.principalId)
  if (!node || !held) throw refused(412, 'lock-token-matches-request-uri')
  const { until } = await call.act(beginEditing, { token: held.token, path: call.parts.join('/'), seconds })
  const until_at = Temporal.Instant.from(until)
  const root = hrefOf(prefix, held.path?.split('/') ?? node.parts, isFolder(node))
  return answered(200, { ...held, until_at }, root, until_at.subtract({ seconds }), false)
}

export async function unlock(call: Call): Promise<DavAnswer> {
  const header = call.request.headers['lock-token']
  const token = tokenId(/^<([^<>]+)>$/.exec(header?.trim() ?? '')?.[1] ?? '')
  if (header === undefined) throw refused(400)
  if (isJunk(call.parts.at(-1) ?? '')) return plain(204)
  const node = await call.seeing(tree => tree.at(call.parts))
  const held = node?.locks.find(one => one.token === token)
  if (!held) throw refused(409, 'lock-token-matches-request-uri')
  if (held.principal_id !== call.bearer.principalId) throw refused(403)
  await call.act(endEditing, { token: held.token })
  return plain(204)
}
