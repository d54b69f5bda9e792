/** What happened to an event, as its events tell it: before, after, and who inside hears of it. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { nearestLanguage, wordLocale } from '../../kernel/language/catalogue.ts'
import * as c from './contract.ts'
import type { EventFields, EventPayload, Saved, Scope } from './contract.ts'
import { whenOf } from './edits.ts'
import { type EventFacts, fieldsAt, keyOf, same } from './facts.ts'
import type { Kept } from './saving.ts'
import { officeWords } from './words.ts'

export const snapshot = (facts: EventFacts, recurrence: string | null): EventFields =>
  recurrence === null ? fieldsAt(facts, null) : { ...fieldsAt(facts, recurrence), when: whenOf(facts, recurrence) }

export interface Told {
  readonly before: EventFacts | null
  readonly after: EventFacts
  readonly scope: Scope
  readonly recurrence: string | null
  readonly by: EventPayload['by']
  readonly splitInto?: string
  readonly beforeAt?: EventFields
  readonly afterAt?: EventFields
}

/** When it is, for a line of text in the office's language. */
export function whenText(act: Act, when: EventFields['when']): string {
  const language = nearestLanguage(act.office.language)
  if (when.allDay)
    return Temporal.PlainDate.from(when.from).toLocaleString(wordLocale(language), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    })
  return Temporal.PlainDateTime.from(when.start).toLocaleString(wordLocale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
}

const asked = (fields: EventFields | null): Map<string, string> =>
  new Map(
    (fields?.guests ?? []).flatMap(({ who, answer }) =>
      'principalId' in who && answer !== 'declined' ? [[keyOf(who), who.principalId] as const] : [],
    ),
  )

/** Colleagues who are asked, or who come no more, or to whom it moved. */
export function notices(
  act: Act,
  { before, after }: { before: EventFields | null; after: EventFields | null },
  eventId: string,
) {
  const [had, has] = [asked(before), asked(after)]
  const wish = (personId: string, key: string, fields: EventFields) => ({
    key: `calendar ${key} ${eventId}`,
    toId: personId,
    titleKey: `notice.calendar.${key}`,
    params: { title: fields.title, when: whenText(act, fields.when) },
    recordId: eventId,
    urgency: 'digest' as const,
  })
  const told = []
  for (const id of has.values()) {
    if (id === act.principal.id) continue
    if (!had.has(id)) told.push(wish(id, 'invited', after!))
    else if (before && after && !same(before.when, after.when)) told.push(wish(id, 'moved', after))
  }
  for (const id of had.values()) if (!has.has(id) && id !== act.principal.id) told.push(wish(id, 'called-off', before!))
  return told
}

export function payloadOf(act: Act, told: Told): EventPayload {
  const { before, after, scope, recurrence, by } = told
  const at = scope === 'this' ? recurrence : null
  const was = told.beforeAt ?? (before && snapshot(before, at))
  const is = told.afterAt ?? snapshot(after, at)
  const gone = is.status === 'cancelled'
  const notify = by === 'feed' ? [] : notices(act, { before: was, after: gone ? null : is }, after.id)
  return {
    eventId: after.id,
    title: is.title,
    uid: after.uid,
    sequence: after.sequence,
    scope,
    recurrence,
    before: was,
    after: is,
    splitInto: told.splitInto ?? null,
    by,
    ...(notify.length > 0 ? { notify: notify.slice(0, 200) } : {}),
  }
}

/** Asks keepers for their consent: a task of theirs, done when they have decided. */
export async function askKeepers(act: Act, kept: Kept, already: ReadonlySet<string>): Promise<void> {
  const { facts, places, calendars } = kept
  for (const { calendarId, title, answer } of places) {
    if (answer !== 'waiting' || already.has(calendarId)) continue
    const place = calendars.get(calendarId)?.place
    const owner = place?.keeper_id
    act.emit(
      c.bookingAsked,
      {
        eventId: facts.id,
        title: facts.title,
        calendarId,
        place: title,
        work: [
          {
            key: `calendar booking ${facts.id} ${calendarId} ${facts.sequence}`,
            title: officeWords(act, 'task.decide-booking', {
              place: title,
              title: facts.title,
              when: whenText(act, facts.when),
            }),
            ...(owner ? { ownerId: owner } : {}),
            sourceId: facts.id,
            dueOn: act.today,
          },
        ],
      },
      [facts.id, calendarId],
    )
  }
}

/** Colleagues who have something else at the first instances: they are told of, never refused. */
export async function overlapsOf(act: Act, { facts, laid, calendars, placings }: Kept): Promise<Saved['overlaps']> {
  if (facts.showAs === 'free' || facts.status === 'cancelled') return []
  const now = act.at.epochMilliseconds
  const ahead = laid.filter(({ end }) => end > now).slice(0, 10)
  const mains = placings.flatMap(({ calendar_id, laying }) => {
    const owner = calendars.get(calendar_id)?.owner_id
    return laying !== 'booking' && owner ? [calendar_id] : []
  })
  if (ahead.length === 0 || mains.length === 0) return []
  const { rows } = await sql<{ calendar_id: string; start_at: Temporal.Instant; end_at: Temporal.Instant }>`
    select distinct o.calendar_id, o.start_at, o.end_at
    from unnest(${ahead.map(({ start }) => new Date(start).toISOString())}::timestamptz[], ${ahead.map(({ end }) => new Date(end).toISOString())}::timestamptz[]) as w (f, t)
    join calendar.occurrence o on o.organisation_id = ${act.office.id} and o.calendar_id = any(${mains}::uuid[]) and o.source_id <> ${facts.id}
      and o.show_as in ('busy', 'away') and o.end_at > w.f and o.start_at < w.t
      and (o.start_at > w.f - interval '8 days' or o.end_at - o.start_at > interval '7 days')
    order by o.start_at limit 50`.execute(act.db())
  return rows.map(row => ({
    principalId: calendars.get(row.calendar_id)!.owner_id!,
    calendarId: row.calendar_id,
    start: row.start_at,
    end: row.end_at,
  }))
}
