/** What lies at an address: the drop folder, folders of the file plan, documents; what one may not see is not there. */
import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import type { View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { Editing } from '../folders/locks.ts'
import { uniqueNames } from './names.ts'

/** The folder in which what is laid down is taken in: one name in every language, since it stands in the settings of scanners. */
export const dropName = 'In'

/** A document as a file. */
export interface DavFile {
  readonly id: string
  readonly fileId: string
  readonly name: string
  readonly digest: Buffer
  readonly size: number
  readonly mediaType: string
  readonly createdAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly class: number
  readonly state: string
}

interface Placed {
  readonly parts: readonly string[]
  readonly locks: readonly Editing[]
}

export type Node = Placed & Kinds

type Kinds =
  | { readonly kind: 'root' | 'drop-root' | 'class' | 'drop-folder'; readonly classId?: string }
  /** A paper: in the file plan, or in the drop folder. */
  | { readonly kind: 'document'; readonly file: DavFile; readonly classId: string | null }
  /** Laid down by a program, not taken in. */
  | { readonly kind: 'laid-down'; readonly file: Omit<DavFile, 'id' | 'class' | 'state'> }

export const isFolder = (node: Node): node is Exclude<Node, { kind: 'document' | 'laid-down' }> =>
  node.kind !== 'document' && node.kind !== 'laid-down'

/** Files of one folder that are shown at most; the rest is found by search. */
const mostShown = 20_000

interface ClassRow {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface Tree {
  /** What lies there; null where nothing does. */
  at(parts: readonly string[]): Promise<Node | null>
  children(node: Node): Promise<Node[]>
  /** A document that a program has moved away from here to put another in its place. */
  awayFrom(parts: readonly string[]): Promise<string | null>
  /** Everything beneath a folder of the drop folder, itself left out. */
  beneath(parts: readonly string[]): Promise<Node[]>
}

/** Whether this caller sees the file plan as folders. */
const seesPlan = (view: View): boolean => limitOf(view.principal, 'documents.list-documents') !== undefined

export async function openTree(view: View): Promise<Tree> {
  const classes = seesPlan(view) ? await classesOf(view) : []
  const locks = await locksOf(view)

  const locksAt = (path: string, documentId: string | null): Editing[] =>
    locks.filter(
      lock =>
        (documentId !== null && lock.document_id === documentId) ||
        (lock.principal_id === view.principal.id &&
          lock.path !== null &&
          (lock.path === path || (lock.whole && path.startsWith(`${lock.path}/`)))),
    )
  const withLocks = <T extends { parts: readonly string[] }>(node: T, documentId: string | null = null) => ({
    ...node,
    locks: locksAt(node.parts.join('/'), documentId),
  })

  const classNames = (parent: ClassRow | null) =>
    uniqueNames(
      classes
        .filter(one => parentOf(one, classes) === parent)
        .map(one => ({ ...one, label: one.name, name: `${one.code} ${one.name}` })),
      parent ? [] : [dropName],
    )

  /** The class at these parts, and what is left of them. */
  function classAt(parts: readonly string[]): { found: ClassRow | null; rest: readonly string[] } {
    let found: ClassRow | null = null
    let at = 0
    for (; at < parts.length; at++) {
      const next = classNames(found).get(parts[at]!)
      if (!next) break
      found = classes.find(({ id }) => id === next.id)!
    }
    return { found, rest: parts.slice(at) }
  }

  const classFiles = async (parts: readonly string[], of: ClassRow): Promise<Node[]> => {
    const files = await filesOf(view, sql`d.class_code_id = ${of.id}::uuid and d.state <> 'discarded'`)
    const names = uniqueNames(files, [...classNames(of).keys()])
    return [...names].map(([name, file]) =>
      withLocks({ kind: 'document' as const, parts: [...parts, name], file, classId: of.id }, file.id),
    )
  }

  const isDrop = (parts: readonly string[]) => parts[0] === dropName
  const nodeOfEntry = (entry: Entry, files: ReadonlyMap<string, DavFile>): Node | null => {
    const parts = entry.path.split('/')
    if (entry.kind === 'folder') return withLocks({ kind: 'drop-folder' as const, parts })
    if (entry.kind === 'file' && entry.file_id)
      return withLocks({
        kind: 'laid-down' as const,
        parts,
        file: {
          fileId: entry.file_id,
          name: parts.at(-1)!,
          digest: entry.digest!,
          size: Number(entry.size_bytes),
          mediaType: entry.media_type ?? 'application/octet-stream',
          createdAt: entry.changed_at,
          changedAt: entry.changed_at,
        },
      })
    const file = entry.document_id && entry.kind === 'document' ? files.get(entry.document_id) : undefined
    return file ? withLocks({ kind: 'document' as const, parts, file, classId: null }, file.id) : null
  }
  const entryNodes = async (entries: readonly Entry[]): Promise<Node[]> => {
    const ids = entries.flatMap(({ document_id: id, kind }) => (id && kind === 'document' ? [id] : []))
    const files =
      ids.length > 0
        ? await filesOf(
            view,
            sql`d.id = any(${ids}::uuid[]) and d.state <> 'discarded' and (d.class_code_id is null or d.state <> 'confirmed')`,
          )
        : []
    const byId = new Map(files.map(file => [file.id, file]))
    return entries.flatMap(entry => nodeOfEntry(entry, byId) ?? [])
  }

  async function at(parts: readonly string[]): Promise<Node | null> {
    if (parts.length === 0) return { kind: 'root', parts, locks: [] }
    if (isDrop(parts) && parts.length === 1) return withLocks({ kind: 'drop-root' as const, parts })
    const [entry] = await entryNodes(await entriesOf(view, 'at', parts.join('/')))
    if (entry || isDrop(parts)) return entry ?? null
    const { found, rest } = classAt(parts)
    if (!found) return null
    if (rest.length === 0) return withLocks({ kind: 'class' as const, parts, classId: found.id })
    if (rest.length > 1 || (await entriesOf(view, 'away', parts.join('/'))).length > 0) return null
    const files = await classFiles(parts.slice(0, -1), found)
    return files.find(node => node.parts.at(-1) === rest[0]) ?? null
  }

  async function children(node: Node): Promise<Node[]> {
    const { parts } = node
    if (!isFolder(node)) return []
    const own = parts.length > 0 ? await entryNodes(await entriesOf(view, 'in', parts.join('/'))) : []
    if (isDrop(parts)) return own
    const { found } = classAt(parts)
    const folders: Node[] = [...classNames(found)].map(([name, one]) =>
      withLocks({ kind: 'class' as const, parts: [...parts, name], classId: one.id }),
    )
    if (!found) return [withLocks({ kind: 'drop-root' as const, parts: [dropName] }), ...folders]
    const away = new Set((await entriesOf(view, 'away-in', parts.join('/'))).map(({ path }) => path))
    const files = (await classFiles(parts, found)).filter(file => !away.has(file.parts.join('/')))
    return [...folders, ...files, ...own]
  }

  return {
    at,
    children,
    async awayFrom(parts) {
      return (await entriesOf(view, 'away', parts.join('/')))[0]?.document_id ?? null
    },
    beneath: async parts => entryNodes(await entriesOf(view, 'beneath', parts.join('/'))),
  }
}

/** The class it stands under: `3` for `3.2`, where there is such a one. */
function parentOf({ code }: ClassRow, classes: readonly ClassRow[]): ClassRow | null {
  for (let above = code; above.includes('.'); ) {
    above = above.slice(0, above.lastIndexOf('.'))
    const found = classes.find(one => one.code === above)
    if (found) return found
  }
  return null
}

async function classesOf(view: View): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    select c.id, c.code, c.name from (${visibleRecords(view, 'class-code').selectAll()}) r
    join documents.class_code c on c.organisation_id = ${view.office.id} and c.id = r.id where not c.retired
    order by string_to_array(c.code, '.')::int[]`.execute(view.db())
  return rows
}

async function filesOf(view: View, where: ReturnType<typeof sql>): Promise<DavFile[]> {
  const { rows } = await sql<{
    id: string
    file_id: string
    name: string
    digest: Buffer
    size_bytes: bigint
    media_type: string
    received_at: Temporal.Instant
    saved_at: Temporal.Instant | null
    class: number
    state: string
  }>`
    select d.id, d.file_id, d.name, d.digest, f.size_bytes, coalesce(d.media_type, f.media_type) as media_type, d.received_at, r.class, d.state,
      (select max(v.saved_at) from documents.version v where v.organisation_id = d.organisation_id and v.document_id = d.id and not v.aside) as saved_at
    from (${visibleRecords(view, 'document').selectAll()}) r
    join documents.document d on d.organisation_id = ${view.office.id} and d.id = r.id
    join kernel.file f on f.organisation_id = d.organisation_id and f.id = d.file_id
    where ${where} order by d.received_at, d.id limit ${mostShown}`.execute(view.db())
  return rows.map(row => ({
    id: row.id,
    fileId: row.file_id,
    name: row.name,
    digest: row.digest,
    size: Number(row.size_bytes),
    mediaType: row.media_type,
    createdAt: row.received_at,
    changedAt: row.saved_at ?? row.received_at,
    class: row.class,
    state: row.state,
  }))
}

interface Entry {
  readonly path: string
  readonly kind: 'folder' | 'document' | 'file' | 'away'
  readonly document_id: string | null
  readonly file_id: string | null
  readonly changed_at: Temporal.Instant
  readonly digest: Buffer | null
  readonly size_bytes: bigint | null
  readonly media_type: string | null
}

/** Entries of one's own: at a path, directly in it, anywhere beneath it, or moved away from it (or from within it) a moment ago. */
async function entriesOf(
  view: View,
  which: 'at' | 'in' | 'beneath' | 'away' | 'away-in',
  path: string,
): Promise<Entry[]> {
  const where = {
    at: sql`e.path = ${path} and e.kind <> 'away'`,
    in: sql`starts_with(e.path, ${`${path}/`}) and position('/' in substr(e.path, ${path.length + 2})) = 0 and e.kind <> 'away'`,
    beneath: sql`starts_with(e.path, ${`${path}/`}) and e.kind <> 'away'`,
    away: sql`e.path = ${path} and e.kind = 'away' and e.changed_at > ${view.at.subtract({ minutes: 10 })}`,
    'away-in': sql`starts_with(e.path, ${`${path}/`}) and e.kind = 'away' and e.changed_at > ${view.at.subtract({ minutes: 10 })}`,
  }[which]
  const { rows } = await sql<Entry>`
    select e.path, e.kind, e.document_id, e.file_id, e.changed_at, f.digest, f.size_bytes, f.media_type
    from documents.drop_entry e left join kernel.file f on f.organisation_id = e.organisation_id and f.id = e.file_id
    where e.organisation_id = ${view.office.id} and e.principal_id = ${view.principal.id} and ${where} order by e.path`.execute(
    view.db(),
  )
  return rows
}

async function locksOf(view: View): Promise<Editing[]> {
  const { rows } = await sql<Editing>`
    select token, principal_id, document_id, path, whole, shared, owner, until_at from documents.edit_lock
    where organisation_id = ${view.office.id} and until_at > ${view.at}`.execute(view.db())
  return rows
}
