/** Two sides with edits of any kind, cuts at any call and restarts come to the same, and nothing is lost or doubled. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { digestOfUid, hrefOfUid } from '../names.ts'
import { MirrorFault, type Outgoing, type Provider, type RemoteChanges } from '../provider.ts'
import { pass } from './pass.ts'
import { oursIsNewer, saysSame } from './same.ts'
import type { Direction, Finding, Pair, Step, Store } from './store.ts'

const file = (uid: string, title: string, stamp: number, sequence = 0): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${20260101000000 + stamp}`.replace(/(\d{8})(\d{6})$/, '$1T$2Z'),
    `SEQUENCE:${sequence}`,
    'DTSTART:20261124T090000Z',
    `SUMMARY:${title}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

class Cut extends Error {}

/** Counts calls down; at nought the process dies, before or after what it was about to do. */
class Fate {
  left = Number.POSITIVE_INFINITY
  isAfter = false
  async through<T>(work: () => T): Promise<T> {
    const dies = --this.left === 0
    if (dies && !this.isAfter) throw new Cut()
    const value = work()
    if (dies) throw new Cut()
    return value
  }
}

interface Kept {
  uid: string
  ics: string
  tag: string
}

/** A server with a journal of changes, whose tokens are lost now and then. */
class Elsewhere implements Provider {
  readonly objects = new Map<string, Kept>()
  readonly log: { n: number; name: string }[] = []
  n = 0
  oldest = 0
  readonly fate: Fate
  constructor(fate: Fate) {
    this.fate = fate
  }
  write(name: string, uid: string, ics: string): string {
    const tag = `t${++this.n}`
    this.objects.set(name, { uid, ics, tag })
    this.log.push({ n: this.n, name })
    return tag
  }
  drop(name: string): void {
    if (this.objects.delete(name)) this.log.push({ n: ++this.n, name })
  }
  calendars = async () => []
  merged = (_ours: string | null, theirs: string) => theirs
  changes = (_id: string, token: string | null, known: ReadonlyMap<string, string>): Promise<RemoteChanges> =>
    this.fate.through(() => {
      const isWhole = token === null || Number(token) < this.oldest
      const named = isWhole
        ? [...this.objects.keys()].filter(name => known.get(name) !== this.objects.get(name)!.tag)
        : [...new Set(this.log.filter(({ n }) => n > Number(token)).map(({ name }) => name))]
      return {
        objects: named.flatMap(name => {
          const object = this.objects.get(name)
          return object ? [{ name, ...object }] : []
        }),
        unreadable: [],
        gone: isWhole ? [] : named.filter(name => !this.objects.has(name)),
        present: isWhole ? new Set(this.objects.keys()) : null,
        token: String(this.n),
      }
    })
  put = (_id: string, { uid, ics, name, tag }: Outgoing) =>
    this.fate.through(() => {
      const at = name ?? digestOfUid(uid)
      const there = this.objects.get(at)
      if (name === null ? there : there?.tag !== tag) return { is: 'changed' as const }
      return { is: 'kept' as const, name: at, tag: this.write(at, uid, ics) }
    })
  remove = (_id: string, name: string, tag: string) =>
    this.fate.through(() => {
      const there = this.objects.get(name)
      if (there && there.tag !== tag) return 'changed' as const
      this.drop(name)
      return 'gone' as const
    })
}

class Here implements Store {
  readonly objects = new Map<string, Kept>()
  pairs = new Map<string, Pair>()
  findings: Finding[] = []
  token: string | null = null
  n = 0
  direction: Direction = 'both'
  acceptGone = true
  readonly refuses = new Set<string>()
  readonly fate: Fate
  constructor(fate: Fate) {
    this.fate = fate
  }
  write(uid: string, ics: string, href = hrefOfUid(uid)): void {
    this.objects.set(href, { uid, ics, tag: `o${++this.n}` })
  }
  load = () =>
    this.fate.through(() => ({
      direction: this.direction,
      token: this.token,
      pairs: [...this.pairs.values()],
      ours: [...this.objects].map(([href, { uid, tag }]) => ({ href, uid, tag })),
      findings: this.findings,
      acceptGone: this.acceptGone,
    }))
  texts = (hrefs: readonly string[]) =>
    this.fate.through(
      () => new Map(hrefs.flatMap(href => (this.objects.has(href) ? [[href, this.objects.get(href)!]] : []))),
    )
  apply = (step: Step) =>
    this.fate.through(() => {
      let behind = false
      for (const { href, ifTag, ics, from } of step.incoming ?? []) {
        const here = this.objects.get(href)
        if ((here?.tag ?? null) !== ifTag) {
          behind = true
          continue
        }
        this.write(from.uid, ics, href)
        const ourTag = this.objects.get(href)!.tag
        this.pairs.set(href, { href, uid: from.uid, name: from.name, ourTag, theirTag: from.tag })
      }
      for (const { href, ifTag } of step.removals ?? []) {
        if (this.objects.get(href)?.tag !== ifTag) behind = true
        else {
          this.objects.delete(href)
          this.pairs.delete(href)
        }
      }
      for (const href of step.drops ?? []) this.pairs.delete(href)
      for (const pair of step.pairs ?? []) this.pairs.set(pair.href, pair)
      this.findings = this.findings.filter(
        one => !(step.cleared ?? []).some(({ kind, name }) => kind === one.kind && name === one.name),
      )
      this.findings.push(...(step.findings ?? []))
      if (step.token !== undefined) this.token = step.token
      return { behind }
    })
}

const uids = ['a', 'b', 'c', 'd']
const act = fc.oneof(
  fc.record({ do: fc.constantFrom('here', 'there', 'drop-here', 'drop-there'), uid: fc.constantFrom(...uids) }),
  fc.record({ do: fc.constantFrom('pass', 'forget', 'rename-there'), uid: fc.constantFrom(...uids) }),
  fc.record({
    do: fc.constant('cut'),
    uid: fc.constant('a'),
    after: fc.integer({ min: 1, max: 9 }),
    isAfter: fc.boolean(),
  }),
)

const contents = (objects: Iterable<Kept>): string[] => [...objects].map(({ uid, ics }) => `${uid} ${ics}`).sort()

test('two sides come to the same, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async acts => {
      const fate = new Fate()
      const [there, here] = [new Elsewhere(fate), new Here(fate)]
      let n = 0
      const run = async () => {
        try {
          await pass(there, 'c', here)
        } catch (thrown) {
          if (!(thrown instanceof Cut)) throw thrown
        }
        fate.left = Number.POSITIVE_INFINITY
      }
      const nameOf = (uid: string) => [...there.objects].find(([, kept]) => kept.uid === uid)?.[0]
      for (const one of acts) {
        n++
        const title = `${one.do} ${n}`
        if (one.do === 'here') here.write(one.uid, file(one.uid, title, n))
        if (one.do === 'there') there.write(nameOf(one.uid) ?? `there-${one.uid}`, one.uid, file(one.uid, title, n))
        if (one.do === 'drop-here') here.objects.delete(hrefOfUid(one.uid))
        if (one.do === 'drop-there') there.drop(nameOf(one.uid) ?? '')
        if (one.do === 'forget') there.oldest = there.n + 1
        if (one.do === 'rename-there') {
          const name = nameOf(one.uid)
          const kept = name && there.objects.get(name)
          if (name && kept) {
            there.drop(name)
            there.write(`${name}-again`, kept.uid, kept.ics)
          }
        }
        if ('after' in one) [fate.left, fate.isAfter] = [one.after, one.isAfter]
        if (one.do === 'pass' || one.do === 'cut') await run()
      }
      // Two sides that nobody touches any more are of one mind after a few passes.
      for (let round = 0; round < 4; round++) await run()
      assert.deepEqual(contents(there.objects.values()), contents(here.objects.values()))
      assert.equal(new Set([...there.objects.values()].map(({ uid }) => uid)).size, there.objects.size)
      const quiet = await pass(there, 'c', here)
      assert.deepEqual(quiet, { came: 0, went: 0, again: false })
      // Whatever was ever written and is not there now was deleted, gave way to a newer one and is kept, or was written over.
      for (const { kind, kept } of here.findings) assert.ok(kind === 'uid-twice' || kept)
    }),
    { numRuns: 400 },
  )
})

test('a cut between writing there and noting it here neither doubles nor loses', async () => {
  const fate = new Fate()
  const [there, here] = [new Elsewhere(fate), new Here(fate)]
  here.write('x', file('x', 'Budget', 1))
  for (let left = 1; left < 9; left++) {
    for (const isAfter of [false, true]) {
      ;[fate.left, fate.isAfter] = [left, isAfter]
      await pass(there, 'c', here).catch(thrown => assert.ok(thrown instanceof Cut))
    }
  }
  fate.left = Number.POSITIVE_INFINITY
  await pass(there, 'c', here)
  assert.deepEqual(contents(there.objects.values()), contents(here.objects.values()))
  assert.equal(there.objects.size, 1)
  assert.deepEqual(here.findings, [])
})

test('both changed: the newer holds, and what gave way is kept', async () => {
  const fate = new Fate()
  const [there, here] = [new Elsewhere(fate), new Here(fate)]
  here.write('x', file('x', 'First', 1))
  await pass(there, 'c', here)
  const [name] = there.objects.keys()
  here.write('x', file('x', 'Ours', 5))
  there.write(name!, 'x', file('x', 'Theirs', 9))
  await pass(there, 'c', here)
  assert.match(here.objects.get(hrefOfUid('x'))!.ics, /SUMMARY:Theirs/)
  assert.equal(here.findings[0]!.kind, 'ours-lost')
  assert.match(here.findings[0]!.kept!, /SUMMARY:Ours/)
  here.write('x', file('x', 'Ours again', 5, 2))
  there.write(name!, 'x', file('x', 'Theirs later, of an older sequence', 20))
  await pass(there, 'c', here)
  assert.match(there.objects.get(name!)!.ics, /SUMMARY:Ours again/)
  assert.equal(here.findings[1]!.kind, 'theirs-lost')
})

test('read only: what is changed here gives way; directions hold', async () => {
  const fate = new Fate()
  const [there, here] = [new Elsewhere(fate), new Here(fate)]
  there.write('1', 'x', file('x', 'Theirs', 1))
  here.direction = 'in'
  await pass(there, 'c', here)
  here.write('y', file('y', 'Ours alone', 1))
  await pass(there, 'c', here)
  assert.equal(there.objects.size, 1)
  assert.equal(here.objects.size, 2)
  here.direction = 'out'
  there.write('2', 'z', file('z', 'Not asked for', 1))
  await pass(there, 'c', here)
  assert.equal(here.objects.size, 2)
  assert.equal(there.objects.size, 3)
  // Changed there all the same: ours is put over it, and what was gone there is there again.
  there.write('1', 'x', file('x', 'Changed there', 50))
  there.drop(digestOfUid('y'))
  here.write('x', file('x', 'Ours counts', 60))
  here.write('y', file('y', 'Ours too', 60))
  for (let round = 0; round < 3; round++) await pass(there, 'c', here)
  assert.match(there.objects.get('1')!.ics, /SUMMARY:Ours counts/)
  assert.match(there.objects.get(digestOfUid('y'))!.ics, /SUMMARY:Ours too/)
  assert.equal((await pass(there, 'c', here)).again, false)
})

test('most of a calendar gone at once is asked about; the same UID twice is told once', async () => {
  const fate = new Fate()
  const [there, here] = [new Elsewhere(fate), new Here(fate)]
  for (let n = 0; n < 30; n++) there.write(`n${n}`, `u${n}`, file(`u${n}`, `Event ${n}`, n))
  await pass(there, 'c', here)
  there.write('copy', 'u1', file('u1', 'A copy', 50))
  await pass(there, 'c', here)
  await pass(there, 'c', here)
  assert.deepEqual(
    here.findings.map(({ kind, because }) => [kind, because]),
    [['uid-twice', 'n1']],
  )
  here.acceptGone = false
  for (let n = 0; n < 25; n++) there.drop(`n${n}`)
  await assert.rejects(pass(there, 'c', here), (thrown: MirrorFault) => thrown.problem === 'many-gone')
  assert.equal(here.objects.size, 30)
  here.acceptGone = true
  await pass(there, 'c', here)
  await pass(there, 'c', here)
  // The copy takes the place of the one that went.
  assert.equal(here.objects.size, 6)
  assert.deepEqual(contents(there.objects.values()), contents(here.objects.values()))
})

test('what is the same and what is newer', () => {
  assert.ok(saysSame(file('x', 'A', 1), file('x', 'A', 9).replace('VERSION:2.0', 'VERSION:2.0\r\nPRODID:-//x//EN')))
  assert.ok(!saysSame(file('x', 'A', 1), file('x', 'B', 1)))
  assert.ok(oursIsNewer(file('x', 'A', 2), file('x', 'B', 1)))
  assert.ok(!oursIsNewer(file('x', 'A', 1), file('x', 'B', 1)))
  assert.ok(oursIsNewer(file('x', 'A', 1, 1), file('x', 'B', 5, 0)))
})
