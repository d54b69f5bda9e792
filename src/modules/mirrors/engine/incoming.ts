/** What of elsewhere's changes is to be done here: decided from both sides and what they last agreed on. */
import { hrefOfUid } from '../names.ts'
import type { Provider, RemoteChanges, RemoteObject } from '../provider.ts'
import { oursIsNewer, saysSame, titleIn } from './same.ts'
import type { Finding, Incoming, Loaded, Pair, Step } from './store.ts'

export interface Texts {
  get(href: string): { readonly tag: string; readonly ics: string } | undefined
}

interface Sides {
  readonly loaded: Loaded
  readonly byName: ReadonlyMap<string, Pair>
  readonly byUid: ReadonlyMap<string, Pair>
  readonly oursByHref: ReadonlyMap<string, { tag: string; uid: string }>
  readonly oursByUid: ReadonlyMap<string, string>
}

export function sidesOf(loaded: Loaded): Sides {
  return {
    loaded,
    byName: new Map(loaded.pairs.map(pair => [pair.name, pair])),
    byUid: new Map(loaded.pairs.map(pair => [pair.uid, pair])),
    oursByHref: new Map(loaded.ours.map(({ href, tag, uid }) => [href, { tag, uid }])),
    oursByUid: new Map(loaded.ours.map(({ href, uid }) => [uid, href])),
  }
}

const isHeld = ({ findings }: Loaded, object: { name: string; tag: string }): boolean =>
  findings.some(
    ({ kind, name, tag }) =>
      (kind === 'refused-here' || kind === 'uid-twice') && name === object.name && tag === object.tag,
  )

/** The files here that must be read to decide. */
export const wantedTexts = (sides: Sides, changes: RemoteChanges): string[] =>
  changes.objects.flatMap(object => {
    const pair = sides.byName.get(object.name)
    if (pair?.theirTag === object.tag) return []
    const href = pair && sides.oursByHref.has(pair.href) ? pair.href : sides.oursByUid.get(object.uid)
    return href === undefined ? [] : [href]
  })

const lost = (kind: 'ours-lost' | 'theirs-lost', object: RemoteObject, kept: string): Finding => ({
  kind,
  name: object.name,
  tag: object.tag,
  uid: object.uid,
  title: titleIn(kept),
  because: '',
  kept,
})

type Decided = {
  [Key in 'incoming' | 'removals' | 'pairs' | 'drops' | 'findings' | 'cleared']: NonNullable<Step[Key]>[number][]
}
const nothing = (): Decided => ({ incoming: [], removals: [], pairs: [], drops: [], findings: [], cleared: [] })

/** One event that was changed there. */
function decideOne(
  into: Decided,
  sides: Sides,
  texts: Texts,
  provider: Provider,
  object: RemoteObject,
  isThere: (name: string) => boolean,
): void {
  const { loaded, byName, byUid, oursByHref, oursByUid } = sides
  const named = byName.get(object.name)
  // Our own writing comes back.
  if (named?.theirTag === object.tag || isHeld(loaded, object)) return
  const other = named ? undefined : byUid.get(object.uid)
  if (other && isThere(other.name)) {
    into.findings.push({ ...lost('theirs-lost', object, object.ics), kind: 'uid-twice', because: other.name })
    return
  }
  const pair = named ?? other
  if (pair && pair.uid !== object.uid) into.drops.push(pair.href)
  const href = pair && pair.uid === object.uid && oursByHref.has(pair.href) ? pair.href : oursByUid.get(object.uid)
  const ours = href === undefined ? undefined : texts.get(href)
  const put = (ifTag: string | null, at: string): Incoming => ({
    href: at,
    ifTag,
    from: object,
    ics: provider.merged(ours?.ics ?? null, object.ics),
  })
  if (href === undefined || !ours) {
    // Gone here, changed there: the change wins over the deletion. New there: it comes.
    into.incoming.push(put(null, pair?.uid === object.uid ? pair.href : hrefOfUid(object.uid)))
    return
  }
  const agreed = (ourTag: string): Pair => ({ href, uid: object.uid, name: object.name, ourTag, theirTag: object.tag })
  if (saysSame(ours.ics, object.ics)) {
    into.pairs.push(agreed(ours.tag))
    return
  }
  if (pair?.ourTag === ours.tag || loaded.direction === 'in') {
    if (pair?.ourTag !== ours.tag) into.findings.push(lost('ours-lost', object, ours.ics))
    into.incoming.push(put(ours.tag, href))
    return
  }
  if (!oursIsNewer(ours.ics, object.ics)) {
    into.findings.push(lost('ours-lost', object, ours.ics))
    into.incoming.push(put(ours.tag, href))
    return
  }
  // Ours holds: it goes out over what is there now. What gives way is kept.
  into.findings.push(lost('theirs-lost', object, object.ics))
  into.pairs.push(agreed(''))
}

/** All that is to be done here, before anything goes out. */
export function decideIncoming(loaded: Loaded, changes: RemoteChanges, texts: Texts, provider: Provider): Decided {
  const sides = sidesOf(loaded)
  const into = nothing()
  const gone = goneNames(loaded, changes)
  const isThere = (name: string) => !gone.has(name)
  for (const object of changes.objects) decideOne(into, sides, texts, provider, object, isThere)
  const renamed = new Set([...into.pairs, ...into.incoming].map(one => one.href))
  for (const name of gone) {
    into.cleared.push({ kind: 'refused-here', name }, { kind: 'uid-twice', name }, ...twinsOf(loaded, name))
    const pair = sides.byName.get(name)
    if (!pair || renamed.has(pair.href)) continue
    const ours = sides.oursByHref.get(pair.href)
    // Changed here, gone there: the change wins, and goes out as new.
    if (ours && (ours.tag === pair.ourTag || loaded.direction === 'in'))
      into.removals.push({ href: pair.href, ifTag: ours.tag })
    else into.drops.push(pair.href)
  }
  for (const { name, tag, because } of changes.unreadable)
    if (!isHeld(loaded, { name, tag }))
      into.findings.push({ kind: 'refused-here', name, tag, uid: '', title: '', because, kept: null })
  return into
}

/** What lay there twice does no more when the one that we have has gone: the other is looked at again. */
export const twinsOf = ({ findings }: Loaded, name: string): Pick<Finding, 'kind' | 'name'>[] =>
  findings.filter(({ kind, because }) => kind === 'uid-twice' && because === name)

/** Names that lie there no more. */
export function goneNames(loaded: Loaded, { gone, present }: RemoteChanges): Set<string> {
  const names = new Set(gone)
  if (!present) return names
  for (const { name } of [...loaded.pairs, ...loaded.findings.filter(({ kind }) => kind !== 'refused-there')])
    if (!present.has(name)) names.add(name)
  return names
}
