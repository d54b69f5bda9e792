/** PUT, MKCOL, DELETE, COPY and MOVE: each becomes acts of the registry, as the caller. */
import type { StoredFile } from '../../../kernel/files/store.ts'
import { needUpload } from '../../../kernel/files/upload.ts'
import type { z } from '../../../kernel/schema.ts'
import { arrangeDropFolder, discard, fileUnder, may, saveVersion, takeIn } from '../contract.ts'
import type { DocumentState } from '../states.ts'
import {
  addressOf,
  type Call,
  type DavAnswer,
  plain,
  prefix,
  refused,
  requireIf,
  requireMatch,
  requireUnlocked,
} from './call.ts'
import { hrefOf } from '../../../formats/dav/path.ts'
import { isJunk, isTemporary } from './names.ts'
import { etagOfDigest } from './properties.ts'
import { dropName, isFolder, type Node, type Tree } from './tree.ts'

/** One file at most, bytes. */
const mostBytes = 2 * 1024 ** 3

const inDrop = (parts: readonly string[]): boolean => parts[0] === dropName
const pathOf = (parts: readonly string[]): string => parts.join('/')
const nameOf = (parts: readonly string[]): string => parts.at(-1) ?? ''

/** Where something is to lie: what lies there now, the folder around it, and the document that was moved away from there. */
interface Target {
  readonly parts: readonly string[]
  readonly node: Node | null
  readonly parent: Node
  readonly away: string | null
}

async function targetAt(tree: Tree, parts: readonly string[]): Promise<Target> {
  const parent = await tree.at(parts.slice(0, -1))
  if (!parent) throw refused(409)
  if (!isFolder(parent)) throw refused(409)
  if (parent.kind === 'root') throw refused(403)
  return { parts, parent, node: await tree.at(parts), away: await tree.awayFrom(parts) }
}

interface Delivered {
  readonly fileId: string
  /** An empty file is laid down first by many programs: it is not a paper yet. */
  readonly empty: boolean
  /** The digest that was opened, where the program said it. */
  readonly expectedDigest: string | null
  readonly token: string | null
  /** The program means the document that lies there, not another of its name. */
  readonly meantIt: boolean
  readonly copiedFromId?: string
}

/** Puts a stored file at an address: laid down, taken in, or saved back as the newest version of what lies there. */
async function deliver(call: Call, target: Target, file: Delivered): Promise<void> {
  const { parts, node, parent, away } = target
  const path = pathOf(parts)
  const { fileId } = file
  const existing = node?.kind === 'document' ? node.file.id : away
  const saveBack = existing !== null && (!inDrop(parts) || file.meantIt || away !== null)
  if (saveBack && !(file.empty && away !== null)) {
    await call.act(saveVersion, {
      id: existing,
      fileId,
      ...(file.expectedDigest ? { expectedDigest: file.expectedDigest } : {}),
      ...(file.token ? { token: file.token } : {}),
    })
    if (away === null) return
    await arrange(
      call,
      inDrop(parts) ? { puts: [{ path, kind: 'document', documentId: existing }] } : { drops: [path] },
    )
    return
  }
  if (isTemporary(nameOf(parts)) || file.empty) {
    await arrange(call, { puts: [{ path, kind: 'file', fileId }] })
    return
  }
  const { id } = await call.act(takeIn, {
    fileId,
    name: nameOf(parts),
    arrivedBy: 'folder',
    arrivedFrom: `${call.bearer.name}: ${pathOf(parts.slice(0, -1))}`.slice(0, 300),
    ...(file.copiedFromId ? { copiedFromId: file.copiedFromId } : {}),
  })
  if (inDrop(parts)) {
    await arrange(call, { puts: [{ path, kind: 'document', documentId: id }] })
    return
  }
  await call.act(fileUnder, { ids: [id], classCodeId: parent.kind === 'class' ? (parent.classId ?? null) : null })
  if (node) await arrange(call, { drops: [path] })
}

/** Changes the drop folder, and takes out of the store what was laid down and is nobody's any more. */
async function arrange(call: Call, input: z.input<typeof arrangeDropFolder.input>): Promise<void> {
  const { gone } = await call.act(arrangeDropFolder, input)
  for (const digest of gone) await call.kernel.files.remove(call.bearer.organisationId, Buffer.from(digest, 'hex'))
}

async function store(call: Call): Promise<StoredFile> {
  const { kernel, bearer, request } = call
  await needUpload(
    kernel,
    { organisationId: bearer.organisationId, principalId: bearer.principalId, mandateId: null },
    request.requestId,
  )
  return kernel.files.put(bearer.organisationId, request.body, { name: nameOf(call.parts), limitBytes: mostBytes })
}

export async function put(call: Call): Promise<DavAnswer> {
  const { request, parts } = call
  if (request.headers['content-range'] !== undefined) throw refused(400)
  if (isJunk(nameOf(parts))) {
    request.body.resume()
    return plain(201)
  }
  if (parts.length < 2) throw refused(parts.length === 0 ? 405 : 403)
  const checked = await call.seeing(async tree => {
    const target = await targetAt(tree, parts)
    if (target.node && isFolder(target.node)) throw refused(405)
    await requireIf(call, tree, target.node)
    const expectedDigest = requireMatch(call, target.node)
    const token = requireUnlocked(call, [target.node ?? target.parent])
    return { target, expectedDigest, token }
  })
  const file = await store(call)
  await deliver(call, checked.target, {
    fileId: file.id,
    empty: file.sizeBytes === 0,
    expectedDigest: checked.expectedDigest,
    token: checked.token,
    meantIt: checked.token !== null || checked.expectedDigest !== null,
  })
  return plain(checked.target.node ? 204 : 201, { etag: etagOfDigest(file.digest) })
}

export async function mkcol(call: Call): Promise<DavAnswer> {
  if ((await call.xml()) !== '') throw refused(415)
  await call.seeing(async tree => {
    if (await tree.at(call.parts)) throw refused(405)
    const target = await targetAt(tree, call.parts)
    if (!inDrop(call.parts)) throw refused(403)
    await requireIf(call, tree, null)
    requireUnlocked(call, [target.parent])
  })
  await arrange(call, { puts: [{ path: pathOf(call.parts), kind: 'folder' }] })
  return plain(201)
}

/** What a program takes away from the drop folder is discarded where nobody has dealt with it yet; papers of the plan stay. */
async function takeAway(call: Call, nodes: readonly Node[], path: string): Promise<void> {
  for (const node of nodes)
    if (node.kind === 'document' && may('discard', node.file.state as DocumentState))
      await call.act(discard, { id: node.file.id })
  await arrange(call, { drops: [path] })
}

async function removable(call: Call, tree: Tree, parts: readonly string[]): Promise<{ node: Node; nodes: Node[] }> {
  const node = await tree.at(parts)
  if (!node) throw refused(404)
  if (node.kind === 'root' || node.kind === 'drop-root' || node.kind === 'class') throw refused(403)
  if (node.kind === 'document' && !inDrop(parts)) throw refused(403)
  const nodes = [node, ...(node.kind === 'drop-folder' ? await tree.beneath(parts) : [])]
  requireUnlocked(call, [...nodes, await parentLocked(tree, parts)])
  return { node, nodes }
}

/** The folder around, where it is edited itself: what lies in it may then not come or go. */
async function parentLocked(tree: Tree, parts: readonly string[]): Promise<Node | null> {
  return tree.at(parts.slice(0, -1))
}

export async function remove(call: Call): Promise<DavAnswer> {
  if (isJunk(nameOf(call.parts))) return plain(204)
  const depth = call.request.headers['depth']
  if (depth !== undefined && depth !== 'infinity' && depth !== '0') throw refused(400)
  const { nodes } = await call.seeing(async tree => {
    const found = await removable(call, tree, call.parts)
    if (depth === '0' && isFolder(found.node)) throw refused(400)
    await requireIf(call, tree, found.node)
    requireMatch(call, found.node)
    return found
  })
  await takeAway(call, nodes, pathOf(call.parts))
  return plain(204)
}

function destinationOf({ request }: Call): readonly string[] {
  const header = request.headers['destination']
  if (!header) throw refused(400)
  const parts = addressOf(header, request.host)
  if (!parts) throw refused(502)
  return parts
}

interface Transfer {
  readonly from: Node
  readonly beneath: readonly Node[]
  readonly target: Target
  /** What must go first, since it is written over. */
  readonly over: readonly Node[]
  readonly token: string | null
}

/** What COPY and MOVE have in common: both ends looked up, and everything that must hold. */
async function transferOf(call: Call, moving: boolean): Promise<Transfer> {
  const destination = destinationOf(call)
  const overwrite = call.request.headers['overwrite']?.trim().toUpperCase() !== 'F'
  return call.seeing(async tree => {
    const from = await tree.at(call.parts)
    if (!from) throw refused(404)
    await requireIf(call, tree, from)
    const [here, there] = [pathOf(call.parts), pathOf(destination)]
    if (here === there || there.startsWith(`${here}/`) || here.startsWith(`${there}/`)) throw refused(403)
    if (destination.length < 2) throw refused(403)
    const target = await targetAt(tree, destination)
    if (target.node && !overwrite) throw refused(412)
    const beneath = from.kind === 'drop-folder' ? await tree.beneath(call.parts) : []
    if (moving) requireUnlocked(call, [from, ...beneath, await parentLocked(tree, call.parts)])
    const token = requireUnlocked(call, [target.node ?? target.parent])
    const over = target.node?.kind === 'drop-folder' ? [target.node, ...(await tree.beneath(destination))] : []
    requireUnlocked(call, over)
    return { from, beneath, target, over, token }
  })
}

/** What is written over goes first (RFC 4918, 9.8.4 and 9.9.3); a paper that lay there alone stays what it is. */
async function clear(call: Call, { target, over }: Transfer): Promise<Target> {
  if (over.length === 0 && !(target.node && inDrop(target.parts))) return target
  await takeAway(call, over, pathOf(target.parts))
  return { ...target, node: null }
}

const deliveryOf = (node: Node & { kind: 'document' | 'laid-down' }, token: string | null): Delivered => ({
  fileId: node.file.fileId,
  empty: node.file.size === 0,
  expectedDigest: null,
  token,
  meantIt: false,
})

export async function copy(call: Call): Promise<DavAnswer> {
  const depth = call.request.headers['depth'] ?? 'infinity'
  if (depth !== '0' && depth !== 'infinity') throw refused(400)
  const transfer = await transferOf(call, false)
  const { from, beneath, target, token } = transfer
  if (isJunk(nameOf(target.parts))) return plain(201)
  if (from.kind === 'document' || from.kind === 'laid-down') {
    const temporary = isTemporary(nameOf(target.parts))
    // A paper of the plan is one paper: it is not doubled, but a program may lay down what it opened.
    if (from.kind === 'document' && !temporary && !(inDrop(call.parts) && inDrop(target.parts))) throw refused(403)
    const free = inDrop(target.parts) ? await clear(call, transfer) : target
    await deliver(call, free, {
      ...deliveryOf(from, token),
      ...(from.kind === 'document' ? { copiedFromId: from.file.id } : {}),
    })
    return plain(target.node ? 204 : 201)
  }
  if (from.kind !== 'drop-folder' || !inDrop(target.parts)) throw refused(403)
  await clear(call, transfer)
  await arrange(call, { puts: [{ path: pathOf(target.parts), kind: 'folder' }] })
  for (const node of depth === '0' ? [] : beneath) {
    const parts = [...target.parts, ...node.parts.slice(call.parts.length)]
    if (node.kind === 'drop-folder') await arrange(call, { puts: [{ path: pathOf(parts), kind: 'folder' }] })
    else if (node.kind === 'document' || node.kind === 'laid-down')
      await deliver(
        call,
        { parts, parent: from, node: null, away: null },
        { ...deliveryOf(node, token), ...(node.kind === 'document' ? { copiedFromId: node.file.id } : {}) },
      )
  }
  return plain(target.node ? 204 : 201)
}

export async function move(call: Call): Promise<DavAnswer> {
  const transfer = await transferOf(call, true)
  const { from, target } = transfer
  const done = plain(target.node ? 204 : 201, {
    location: hrefOf(prefix, target.parts, isFolder(from)),
  })
  const [here, there] = [pathOf(call.parts), pathOf(target.parts)]
  const temporary = isTemporary(nameOf(target.parts)) || isJunk(nameOf(target.parts))
  if (from.kind === 'laid-down') {
    if (isJunk(nameOf(target.parts))) await arrange(call, { drops: [here] })
    else if (temporary) await arrange(call, { drops: [there], moves: [{ from: here, to: there }] })
    else {
      await deliver(call, target, { ...deliveryOf(from, transfer.token), meantIt: transfer.token !== null })
      await arrange(call, { drops: [here] })
    }
    return done
  }
  if (from.kind === 'document' && temporary) {
    await arrange(call, {
      puts: [
        { path: here, kind: 'away', documentId: from.file.id },
        { path: there, kind: 'file', fileId: from.file.fileId },
      ],
    })
    return done
  }
  if (from.kind === 'document' && !inDrop(target.parts)) return refile(call, transfer, done)
  if ((from.kind !== 'document' && from.kind !== 'drop-folder') || !inDrop(call.parts) || !inDrop(target.parts))
    throw refused(403)
  await clear(call, transfer)
  await arrange(call, { moves: [{ from: here, to: there }] })
  return done
}

/** A document that is moved to a folder of the plan is filed there; it keeps its own name. */
async function refile(call: Call, { from, target }: Transfer, done: DavAnswer): Promise<DavAnswer> {
  if (from.kind !== 'document' || target.parent.kind !== 'class' || target.node) throw refused(403)
  if (from.classId === target.parent.classId) throw refused(403)
  await call.act(fileUnder, { ids: [from.file.id], classCodeId: target.parent.classId ?? null })
  if (inDrop(call.parts)) await arrange(call, { drops: [pathOf(call.parts)] })
  return done
}
