/** Google Calendar (API v3): by sync tokens; events that we make there bear ids made of their UID. */
import { sha256 } from '../../../../kernel/canonical.ts'
import { saysSame } from '../../engine/same.ts'
import { digestOfUid } from '../../names.ts'
import { MirrorFault, type Provider, type PutAnswer, type RemoteChanges, type RemoteObject } from '../../provider.ts'
import { endpoints } from '../endpoints.ts'
import { type EventFile, type Facts, mergedFile, NotSaid, readFile, writeFile, saidByEvents } from '../facts.ts'
import { askJson } from '../json.ts'
import type { Bearer } from '../open.ts'
import { fileOf, type GoogleEvent, instanceId, isForeign, uidOf, wordsOf } from './words.ts'

const said = new Set([...saidByEvents, 'ORGANIZER', 'ATTENDEE'])

interface Page {
  readonly items?: readonly GoogleEvent[]
  readonly nextPageToken?: string
  readonly nextSyncToken?: string
}

interface Group {
  readonly master: GoogleEvent | null
  readonly exceptions: readonly GoogleEvent[]
}

/** Series with their changed instances, by the id of the series. */
function groupsOf(items: readonly GoogleEvent[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const id = item.recurringEventId ?? item.id
    const had = groups.get(id) ?? { master: null, exceptions: [] }
    groups.set(id, item.recurringEventId ? { ...had, exceptions: [...had.exceptions, item] } : { ...had, master: item })
  }
  return groups
}

/** Of the series and all its changed instances: a change of any is a change. */
const tagOf = ({ master, exceptions }: Group): string => {
  const own = master?.etag ?? ''
  if (exceptions.length === 0) return own
  return `${own}~${sha256(
    exceptions
      .map(({ id, etag }) => `${id} ${etag}`)
      .sort()
      .join('\n'),
  )
    .toString('hex')
    .slice(0, 16)}`
}

export function googleProvider(who: Bearer): Provider {
  const ask = askJson(who, () => endpoints().googleCalendar)
  const at = (calendarId: string): string => `/calendars/${encodeURIComponent(calendarId)}/events`

  async function all(
    calendarId: string,
    asked: Readonly<Record<string, string>>,
  ): Promise<{ items: GoogleEvent[]; token: string | null } | null> {
    const items: GoogleEvent[] = []
    let page: string | undefined
    for (;;) {
      const query = new URLSearchParams({ maxResults: '2500', ...asked, ...(page ? { pageToken: page } : {}) })
      const answer = await ask<Page>('GET', `${at(calendarId)}?${query}`)
      // The token is none any more: the whole is looked at.
      if (answer.status === 410) return null
      if (answer.status === 404) throw new MirrorFault('calendar-missing')
      if (answer.status === 403) throw new MirrorFault('sign-in-refused', answer.reason)
      if (answer.status !== 200) throw new MirrorFault('answer-wrong', `${answer.status} ${answer.reason}`)
      items.push(...(answer.body.items ?? []))
      page = answer.body.nextPageToken
      if (!page) return { items, token: answer.body.nextSyncToken ?? null }
    }
  }

  /** A series as it is now, with all that was changed of it. */
  async function groupNow(calendarId: string, id: string): Promise<Group> {
    const answer = await ask<GoogleEvent>('GET', `${at(calendarId)}/${id}`)
    if (answer.status === 404 || answer.status === 410) return { master: null, exceptions: [] }
    if (answer.status !== 200) throw new MirrorFault('answer-wrong', `${answer.status} ${answer.reason}`)
    const master = answer.body
    if (!master.recurrence || master.recurrence.length === 0 || !master.iCalUID) return { master, exceptions: [] }
    const found = await all(calendarId, { iCalUID: master.iCalUID, showDeleted: 'true' })
    const group = groupsOf(found?.items ?? []).get(id)
    return { master, exceptions: group?.exceptions ?? [] }
  }

  function objectOf(name: string, group: Group): RemoteObject | { name: string; tag: string; because: string } {
    const tag = tagOf(group)
    try {
      return { name, tag, uid: uidOf(group.master!), ics: writeFile(fileOf(group.master!, group.exceptions)) }
    } catch (thrown) {
      if (thrown instanceof NotSaid) return { name, tag, because: thrown.message.slice(0, 200) }
      throw thrown
    }
  }

  async function changes(calendarId: string, token: string | null): Promise<RemoteChanges> {
    const listed = token ? await all(calendarId, { syncToken: token, showDeleted: 'true' }) : null
    const whole = listed === null
    const { items, token: next } = listed ??
      (await all(calendarId, { showDeleted: 'true' })) ?? { items: [], token: null }
    const [objects, unreadable, gone]: [RemoteObject[], { name: string; tag: string; because: string }[], string[]] = [
      [],
      [],
      [],
    ]
    const present = new Set<string>()
    for (const [id, listedGroup] of groupsOf(items)) {
      const isSeries = listedGroup.exceptions.length > 0 || (listedGroup.master?.recurrence?.length ?? 0) > 0
      const group = whole || !isSeries ? listedGroup : await groupNow(calendarId, id)
      if (!group.master || group.master.status === 'cancelled') {
        gone.push(id)
        continue
      }
      if (isForeign(group.master)) continue
      present.add(id)
      const object = objectOf(id, group)
      if ('ics' in object) objects.push(object)
      else unreadable.push(object)
    }
    return { objects, unreadable, gone: whole ? [] : gone, present: whole ? present : null, token: next }
  }

  const write = (method: 'POST' | 'PUT' | 'PATCH', path: string, words: object, etag: string | null) => {
    const [bare, query] = path.split('?')
    return ask<GoogleEvent>(
      method,
      `${bare}?sendUpdates=none${query ? `&${query}` : ''}`,
      words,
      etag ? { 'if-match': etag } : {},
    )
  }

  /** A new event under an id made of its UID; one that was deleted there keeps its id, and is taken up again. */
  async function create(calendarId: string, { uid, master }: EventFile): Promise<PutAnswer | GoogleEvent> {
    const id = digestOfUid(uid)
    const made = await write('POST', at(calendarId), { id, ...wordsOf(uid, master) }, null)
    if (made.status === 200) return made.body
    if (made.status !== 409) return refusedBy(made)
    const there = await groupNow(calendarId, id)
    if (there.master?.status !== 'cancelled') return { is: 'changed' }
    const again = await write('PUT', `${at(calendarId)}/${id}`, wordsOf(uid, master), null)
    return again.status === 200 ? again.body : refusedBy(again)
  }

  /** Instances that differ from their series; those that do no more are written as the series has them. */
  async function instances(
    calendarId: string,
    masterId: string,
    file: EventFile,
    had: Group,
  ): Promise<PutAnswer | null> {
    const now = had.master ? fileOf(had.master, had.exceptions) : null
    const key = (facts: Facts) => instanceId(masterId, facts.recurrence!)
    const theirs = new Map((now?.changed ?? []).map(facts => [key(facts), facts]))
    const off = new Set(file.master.leftOut.map(when => instanceId(masterId, when)))
    const wanted = new Map(file.changed.filter(facts => facts.status !== 'CANCELLED').map(facts => [key(facts), facts]))
    const one = (facts: Facts) => writeFile({ uid: file.uid, master: { ...facts, modified: null }, changed: [] })
    for (const [id, facts] of wanted) {
      const there = theirs.get(id)
      if (there && saysSame(one(there), one(facts))) continue
      const put = await write('PATCH', `${at(calendarId)}/${id}`, wordsOf(file.uid, facts), null)
      if (put.status !== 200) return refusedBy(put)
    }
    for (const [id, facts] of theirs) {
      if (wanted.has(id) || off.has(id)) continue
      const back = atOwnTime(file.master, facts)
      const put = await write('PATCH', `${at(calendarId)}/${id}`, wordsOf(file.uid, back), null)
      if (put.status !== 200) return refusedBy(put)
    }
    return null
  }

  return {
    async calendars() {
      const answer = await ask<{ items?: { id: string; summary: string; accessRole: string; primary?: boolean }[] }>(
        'GET',
        '/users/me/calendarList?maxResults=250',
      )
      if (answer.status !== 200)
        throw new MirrorFault(answer.status === 403 ? 'sign-in-refused' : 'answer-wrong', answer.reason)
      const items = [...(answer.body.items ?? [])].sort(
        (a, b) => Number(b.primary ?? false) - Number(a.primary ?? false),
      )
      return items
        .filter(({ accessRole }) => accessRole !== 'freeBusyReader')
        .map(({ id, summary, accessRole }) => ({
          id,
          name: summary.slice(0, 200),
          writable: accessRole === 'owner' || accessRole === 'writer',
        }))
    },
    changes,
    async put(calendarId, { ics, name, tag }) {
      let file: EventFile
      try {
        file = readFile(ics)
      } catch (thrown) {
        if (thrown instanceof NotSaid) return { is: 'refused', because: thrown.message }
        throw thrown
      }
      const had = name === null ? { master: null, exceptions: [] } : await groupNow(calendarId, name)
      if (name !== null && (!had.master || had.master.status === 'cancelled' || tagOf(had) !== tag))
        return { is: 'changed' }
      const made =
        name === null
          ? await create(calendarId, file)
          : await write('PATCH', `${at(calendarId)}/${name}`, wordsOf(file.uid, file.master), had.master!.etag).then(
              answer =>
                answer.status === 200
                  ? answer.body
                  : answer.status === 412
                    ? { is: 'changed' as const }
                    : refusedBy(answer),
            )
      if ('is' in made) return made
      const failed = await instances(calendarId, made.id, file, had)
      if (failed) return failed
      const isSeries = file.master.rule !== null || file.changed.length > 0
      return {
        is: 'kept',
        name: made.id,
        tag: tagOf(isSeries ? await groupNow(calendarId, made.id) : { master: made, exceptions: [] }),
      }
    },
    async remove(calendarId, name, tag) {
      const etag = tag.split('~')[0]!
      const answer = await ask('DELETE', `${at(calendarId)}/${name}?sendUpdates=none`, undefined, { 'if-match': etag })
      // One that was deleted has another tag, too.
      if (answer.status === 412)
        return (await groupNow(calendarId, name)).master?.status === 'cancelled' ? 'gone' : 'changed'
      if (answer.status < 300 || answer.status === 404 || answer.status === 410) return 'gone'
      return { refused: `${answer.status} ${answer.reason}`.trim() }
    },
    merged: (ours, theirs) => mergedFile(ours, theirs, said),
  }
}

const refusedBy = (answer: { status: number; reason: string }): PutAnswer => ({
  is: 'refused',
  because: `${answer.status} ${answer.reason}`.trim(),
})

/** An instance as its series has it. */
function atOwnTime(master: Facts, { recurrence }: Facts): Facts {
  const start = recurrence!
  if (start.allDay || master.start.allDay || master.end.allDay) return { ...master, recurrence, start }
  const length = Temporal.PlainDateTime.from(master.start.local).until(master.end.local)
  const local = Temporal.PlainDateTime.from(start.local).add(length).toString({ smallestUnit: 'second' })
  return { ...master, recurrence, start, end: { ...master.end, local } }
}

/** The link of a meeting of its own (Google Meet API v2, `spaces.create`). */
export async function meetLink(who: Bearer): Promise<string> {
  const ask = askJson(who, () => endpoints().googleMeet)
  const answer = await ask<{ meetingUri?: string }>('POST', '/spaces', {})
  if (answer.status === 403) throw new MirrorFault('sign-in-refused', answer.reason)
  if (answer.status !== 200 || !answer.body.meetingUri) throw new MirrorFault('answer-wrong', answer.reason)
  return answer.body.meetingUri
}
