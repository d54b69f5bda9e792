/** Kontor's own steps along a mirror: each whole, or not at all. */
import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { putObject, removeObject } from '../../calendar/contract.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import type { MirrorProblem } from '../provider.ts'
import { titleIn } from '../engine/same.ts'
import { tellOfRefused } from '../refused.ts'
import {
  type Account,
  accountKey,
  changeAccount,
  changeMirrorRow,
  db,
  isOfAccount,
  type Mirror,
  mirrorKey,
  mirrorOf,
} from '../rows.ts'
import { officeWords } from '../words.ts'

type Input = InputOf<typeof c.advance>
type Found = Input['findings'][number]

/** Somebody here was quicker: it is looked at again. */
const quicker = new Set(['object-changed', 'object-unknown'])

async function keepPair(
  act: Act,
  calendarId: string,
  pair: { href: string; uid: string; name: string; ourTag: string; theirTag: string },
  came: boolean,
): Promise<void> {
  await sql`delete from mirrors.pair where organisation_id = ${act.office.id} and calendar_id = ${calendarId}
    and name = ${pair.name} and href <> ${pair.href}`.execute(act.db())
  await sql`
    insert into mirrors.pair (organisation_id, calendar_id, href, uid, name, our_tag, their_tag, came)
    values (${act.office.id}, ${calendarId}, ${pair.href}, ${pair.uid}, ${pair.name}, ${pair.ourTag}, ${pair.theirTag}, ${came})
    on conflict (organisation_id, calendar_id, href) do update set uid = excluded.uid, name = excluded.name,
      our_tag = excluded.our_tag, their_tag = excluded.their_tag`.execute(act.db())
}

const dropPairs = (act: Act, calendarId: string, hrefs: readonly string[]) =>
  sql`delete from mirrors.pair where organisation_id = ${act.office.id} and calendar_id = ${calendarId}
    and href = any(${[...hrefs]}::text[])`.execute(act.db())

async function keepFinding(act: Act, calendarId: string, found: Found): Promise<void> {
  if (found.kind !== 'ours-lost' && found.kind !== 'theirs-lost') await clearFindings(act, calendarId, [found])
  await db(act)
    .insertInto('mirrors.finding')
    .values({ organisation_id: act.office.id, id: act.newId(), calendar_id: calendarId, ...found, at: act.at })
    .execute()
}

async function clearFindings(
  act: Act,
  calendarId: string,
  over: readonly { kind: string; name: string }[],
): Promise<void> {
  if (over.length === 0) return
  await sql`delete from mirrors.finding f using unnest(${over.map(({ kind }) => kind)}::text[], ${over.map(({ name }) => name)}::text[]) o (kind, name)
    where f.organisation_id = ${act.office.id} and f.calendar_id = ${calendarId} and f.kind = o.kind and f.name = o.name`.execute(
    act.db(),
  )
}

/** Puts what came, as its owner: the gate before rooms and the calendar's rights hold as for everybody. */
async function bringIn(
  act: Act,
  account: Account,
  { calendarId, incoming }: Input,
): Promise<{ behind: boolean; refused: Found[] }> {
  const refused: Found[] = []
  let behind = false
  for (const { href, ifTag, ics, uid, name, tag } of incoming) {
    const put = await act.actAs(account.owner_id, putObject, {
      calendarId,
      href,
      ics,
      by: 'feed',
      ...(ifTag === null ? { ifNew: true } : { ifMatch: ifTag }),
    })
    if (put.status === 'done') {
      await keepPair(act, calendarId, { href, uid, name, ourTag: put.output.etag, theirTag: tag }, true)
      await clearFindings(act, calendarId, [
        { kind: 'refused-here', name },
        { kind: 'uid-twice', name },
      ])
      continue
    }
    const because = put.status === 'refused' ? put.refusal.name : put.status
    if (quicker.has(because)) behind = true
    else refused.push({ kind: 'refused-here', name, tag, uid, title: titleIn(ics), because, kept: null })
  }
  return { behind, refused }
}

async function takeAway(
  act: Act,
  account: Account,
  { calendarId, removals }: Input,
): Promise<{ behind: boolean; gone: string[] }> {
  const gone: string[] = []
  let behind = false
  for (const { href, ifTag } of removals) {
    const removed = await act.actAs(account.owner_id, removeObject, { calendarId, href, ifMatch: ifTag, by: 'feed' })
    const because = removed.status === 'refused' ? removed.refusal.name : null
    if (because === 'object-changed') behind = true
    else gone.push(href)
  }
  return { behind, gone }
}

/** What gave way, told to the owner and on the event itself. */
async function tellOfLost(act: Act, calendarId: string, title: string, lost: readonly Found[], account: Account) {
  for (const { uid, title: event } of lost) {
    const { rows } = await sql<{ event_id: string }>`
      select o.event_id from calendar.object_fact o
      join calendar.event_fact e on e.organisation_id = o.organisation_id and e.event_id = o.event_id
      where o.organisation_id = ${act.office.id} and o.calendar_id = ${calendarId} and e.uid = ${uid} limit 1`.execute(
      act.db(),
    )
    act.emit(c.gaveWay, { calendarId, title, event }, [account.id, ...rows.map(row => row.event_id)])
  }
  return lost.slice(0, 100).map(({ uid, title: event }) => ({
    key: `mirrors.lost:${calendarId}:${uid}`.slice(0, 200),
    toId: account.owner_id,
    titleKey: 'notice.mirrors.gave-way',
    params: { title: event, calendar: title },
    recordId: account.id,
    urgency: 'digest' as const,
  }))
}

export const advanceBody = implementCommand(c.advance, {
  async run(act, input) {
    const { calendarId } = input
    const { mirror, account, title } = await mirrorOf(act, calendarId)
    const came = await bringIn(act, account, input)
    const went = await takeAway(act, account, input)
    for (const pair of input.pairs) await keepPair(act, calendarId, pair, false)
    await dropPairs(act, calendarId, [...input.drops, ...went.gone])
    await clearFindings(act, calendarId, input.cleared)
    const notKept = new Set(came.refused.map(({ name }) => name))
    const findings = [
      ...input.findings.filter(({ kind, name }) => kind !== 'ours-lost' || !notKept.has(name)),
      ...came.refused,
    ]
    for (const found of findings) await keepFinding(act, calendarId, found)
    if (input.token !== undefined)
      await changeMirrorRow(act, calendarId, {
        token: input.token,
        ...(input.token === null ? {} : { accept_gone: false }),
      })
    const lost = findings.filter(({ kind }) => kind === 'ours-lost' || kind === 'theirs-lost')
    const notify = await tellOfLost(act, calendarId, title, lost, account)
    const work = await tellOfRefused(act, mirror, account, title)
    const count = input.incoming.length + input.pairs.length + went.gone.length
    act.emit(c.mirrorAdvanced, { calendarId, title, count, ...work, ...(notify.length > 0 ? { notify } : {}) }, [
      account.id,
    ])
    return { output: { behind: came.behind || went.behind } }
  },
})

function mendTask(act: Act, account: Account, mirror: Mirror, title: string, problem: MirrorProblem): TaskWish {
  const say = officeWords(act)
  const words = { address: account.address, name: account.username, title }
  return {
    key: isOfAccount(problem) ? accountKey(account) : mirrorKey(mirror),
    title: say('task.mirror-failed', { title: isOfAccount(problem) ? account.username : title }).slice(0, 300),
    note: `${say(`refusal.${c.mirrorRefusals[problem].name}` as 'refusal.mirror-unreachable', words)}\n${say(`refusal.${c.mirrorRefusals[problem].name}.todo` as 'refusal.mirror-unreachable.todo', words)}`,
    ownerId: account.owner_id,
    sourceId: account.id,
    dueOn: act.today,
  }
}

export const notePassBody = implementCommand(c.notePass, {
  async run(act, { calendarId, problem, tell }) {
    const { mirror, account, title } = await mirrorOf(act, calendarId)
    const about = { id: account.id, name: account.username, provider: account.provider }
    if (problem === null) {
      const workDone = [
        ...(account.told ? [{ key: accountKey(account) }] : []),
        ...(mirror.told ? [{ key: mirrorKey(mirror) }] : []),
      ]
      await changeAccount(act, account.id, { problem: null, failing_since: null, told: false })
      await changeMirrorRow(act, calendarId, { problem: null, failing_since: null, told: false })
      act.emit(c.accountReached, { ...about, workDone }, [account.id])
      return { output: {} }
    }
    const row = isOfAccount(problem) ? account : mirror
    const failing_since = row.failing_since ?? act.at
    const changes = { problem, failing_since, told: row.told || tell }
    if (isOfAccount(problem)) await changeAccount(act, account.id, changes)
    else await changeMirrorRow(act, calendarId, changes)
    const work =
      tell && !row.told
        ? [mendTask(act, { ...account, failing_since }, { ...mirror, failing_since }, title, problem)]
        : []
    act.emit(c.accountFailed, { ...about, problem, work }, [account.id])
    return { output: {} }
  },
})
