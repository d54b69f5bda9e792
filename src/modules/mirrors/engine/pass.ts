/**
 * One pass of a mirror: what changed there comes first, then what is ours goes out. Cut off anywhere it may be begun anew: what was
 * done and not noted is found to say the same on both sides.
 */
import { MirrorFault, type Outgoing, type Provider } from '../provider.ts'
import { decideIncoming, goneNames, sidesOf, twinsOf, wantedTexts } from './incoming.ts'
import { titleIn } from './same.ts'
import type { Finding, Loaded, OurObject, Pair, Step, Store } from './store.ts'

export interface Passed {
  readonly came: number
  readonly went: number
  /** Another pass has something to do at once. */
  readonly again: boolean
}

/** So many in one transaction here, and as many notes at most are lost when it is cut off. */
const atOnce = 50
/** More than this, and more than half of all, gone at once is asked about. */
const manyGone = 20

export interface PassOptions {
  readonly signal?: AbortSignal
  /** Told between steps, so that whoever holds the lease can hold on to it. */
  readonly alive?: () => Promise<void>
}

export async function pass(
  provider: Provider,
  calendarId: string,
  store: Store,
  { signal, alive = async () => {} }: PassOptions = {},
): Promise<Passed> {
  const loaded = await store.load()
  const incoming = loaded.direction === 'out' ? null : await bringIn(provider, calendarId, store, loaded, signal, alive)
  signal?.throwIfAborted()
  if (loaded.direction === 'in') return { came: incoming?.came ?? 0, went: 0, again: incoming?.behind ?? false }
  const outgoing = await sendOut(provider, calendarId, store, signal, alive)
  if (loaded.direction === 'out' && outgoing.behind) await learnTheirs(provider, calendarId, store)
  return { came: incoming?.came ?? 0, went: outgoing.went, again: (incoming?.behind ?? false) || outgoing.behind }
}

/** Where only ours counts: what was done there is looked up, so that ours can be put over it. */
async function learnTheirs(provider: Provider, calendarId: string, store: Store): Promise<void> {
  const loaded = await store.load()
  const known = new Map(loaded.pairs.map(({ name, theirTag }) => [name, theirTag]))
  const changes = await provider.changes(calendarId, null, known)
  const gone = goneNames(loaded, changes)
  const hrefs = new Map(loaded.ours.map(({ uid, href }) => [uid, href]))
  const pairs = changes.objects.flatMap(({ uid, name, tag }) => {
    const href = hrefs.get(uid)
    return href === undefined ? [] : [{ href, uid, name, ourTag: '', theirTag: tag }]
  })
  const drops = loaded.pairs.filter(({ name }) => gone.has(name)).map(({ href }) => href)
  for (let n = 0; n < Math.max(pairs.length, drops.length); n += atOnce)
    await store.apply({ drops: drops.slice(n, n + atOnce), pairs: pairs.slice(n, n + atOnce) })
}

async function bringIn(
  provider: Provider,
  calendarId: string,
  store: Store,
  loaded: Loaded,
  signal: AbortSignal | undefined,
  alive: () => Promise<void>,
): Promise<{ came: number; behind: boolean }> {
  const known = new Map(loaded.pairs.map(({ name, theirTag }) => [name, theirTag]))
  const changes = await provider.changes(calendarId, loaded.token, known)
  const gone = goneNames(loaded, changes)
  const lost = loaded.pairs.filter(({ name }) => gone.has(name)).length
  if (!loaded.acceptGone && lost > manyGone && lost * 2 > loaded.pairs.length)
    throw new MirrorFault('many-gone', String(lost))
  const texts = await store.texts(wantedTexts(sidesOf(loaded), changes))
  const decided = decideIncoming(loaded, changes, texts, provider)
  let behind = [...gone].some(name => twinsOf(loaded, name).length > 0)
  if (behind) await store.apply({ token: null })
  const count = Math.max(...Object.values(decided).map(list => list.length))
  for (let n = 0; n < count; n += atOnce) {
    signal?.throwIfAborted()
    await alive()
    const part = Object.fromEntries(Object.entries(decided).map(([key, list]) => [key, list.slice(n, n + atOnce)]))
    if ((await store.apply(part as Step)).behind) behind = true
  }
  // What somebody here was quicker than is looked at again from where this look began.
  if (!behind && changes.token !== loaded.token) await store.apply({ token: changes.token })
  return { came: decided.incoming.length + decided.removals.length, behind }
}

/** What is ours and differs from what was agreed; what was refused as it is, is not tried again. */
function outgoingOf(loaded: Loaded): { changed: { object: OurObject; pair: Pair | undefined }[]; gone: Pair[] } {
  const pairs = new Map(loaded.pairs.map(pair => [pair.href, pair]))
  const hrefs = new Set(loaded.ours.map(({ href }) => href))
  const refused = new Set(
    loaded.findings.flatMap(({ kind, name, tag }) => (kind === 'refused-there' ? [`${name} ${tag}`] : [])),
  )
  const held = new Set(loaded.findings.flatMap(({ kind, name }) => (kind === 'refused-here' ? [name] : [])))
  return {
    changed: loaded.ours
      .map(object => ({ object, pair: pairs.get(object.href) }))
      .filter(
        ({ object, pair }) =>
          pair?.ourTag !== object.tag && !refused.has(`${object.href} ${object.tag}`) && !(pair && held.has(pair.name)),
      ),
    gone: loaded.pairs.filter(({ href, name }) => !hrefs.has(href) && !held.has(name)),
  }
}

async function sendOut(
  provider: Provider,
  calendarId: string,
  store: Store,
  signal: AbortSignal | undefined,
  alive: () => Promise<void>,
): Promise<{ went: number; behind: boolean }> {
  const { changed, gone } = outgoingOf(await store.load())
  let [went, behind] = [0, false]
  for (let n = 0; n < changed.length; n += atOnce) {
    const part = changed.slice(n, n + atOnce)
    const texts = await store.texts(part.map(({ object }) => object.href))
    await alive()
    const noted: { pairs: Pair[]; findings: Finding[]; cleared: Pick<Finding, 'kind' | 'name'>[] } = {
      pairs: [],
      findings: [],
      cleared: [],
    }
    try {
      for (const { object, pair } of part) {
        signal?.throwIfAborted()
        const text = texts.get(object.href)
        if (!text) continue
        const outgoing: Outgoing = {
          uid: object.uid,
          ics: text.ics,
          name: pair?.name ?? null,
          tag: pair?.theirTag ?? null,
        }
        const put = await provider.put(calendarId, outgoing)
        if (put.is === 'changed') behind = true
        else if (put.is === 'refused') noted.findings.push(refusedThere(object, text, put.because))
        else {
          went++
          noted.pairs.push({ href: object.href, uid: object.uid, name: put.name, ourTag: text.tag, theirTag: put.tag })
          noted.cleared.push({ kind: 'refused-there', name: object.href })
        }
      }
    } finally {
      if (noted.pairs.length + noted.findings.length > 0) await store.apply(noted)
    }
  }
  const removed = await removeThere(provider, calendarId, store, gone, signal)
  behind ||= removed.behind
  // Somebody there was quicker: the whole is looked at, since their change may not be told again.
  if (behind) await store.apply({ token: null })
  return { went: went + removed.went, behind }
}

async function removeThere(
  provider: Provider,
  calendarId: string,
  store: Store,
  gone: readonly Pair[],
  signal: AbortSignal | undefined,
): Promise<{ went: number; behind: boolean }> {
  const step: { drops: string[]; findings: Finding[] } = { drops: [], findings: [] }
  let behind = false
  try {
    for (const pair of gone) {
      signal?.throwIfAborted()
      const answer = await provider.remove(calendarId, pair.name, pair.theirTag)
      if (answer === 'changed') behind = true
      else step.drops.push(pair.href)
      if (typeof answer === 'object')
        step.findings.push({ ...refusedThere({ ...pair, tag: 'gone' }, null, answer.refused), name: pair.href })
    }
  } finally {
    if (step.drops.length > 0) await store.apply(step)
  }
  return { went: step.drops.length, behind }
}

const refusedThere = (object: OurObject, text: { tag: string; ics: string } | null, because: string): Finding => ({
  kind: 'refused-there',
  name: object.href,
  tag: text?.tag ?? object.tag,
  uid: object.uid,
  title: text ? titleIn(text.ics) : '',
  because: because.slice(0, 300),
  kept: null,
})
