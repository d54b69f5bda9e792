/** What badges, slips, letters and the night's work are made from. */
import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { nearestLanguage, wordLocale } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { settingsOf, textIn } from '../settings.ts'
import { wordsIn } from '../words.ts'
import { seenVisitor, slipsOf, slipTold } from './visitors.ts'

interface Signed {
  readonly what: c.SignedWhat
  readonly words: string
  readonly strokes: string
  readonly signed_at: Temporal.Instant
  readonly document_id: string | null
}

export const getPaperBody = implementQuery(c.getPaper, async (view, { id, what, slipId }) => {
  const row = await seenVisitor(view, id)
  const slip = what === 'slip' ? (await slipsOf(view, id)).find(one => one.id === slipId) : null
  if (what === 'slip' && !slip) return view.refuse(kernelRefusals.notFound, { kind: 'visitor', id: slipId ?? id })
  const { rows: signed } = await sql<Signed>`
    select what, words, strokes, signed_at, document_id from visitors.signature
    where organisation_id = ${view.office.id} and visitor_id = ${id} order by what`.execute(view.db())
  const { rows: photos } = await sql<{ jpeg: Buffer }>`
    select jpeg from visitors.photo where organisation_id = ${view.office.id} and visitor_id = ${id}`.execute(view.db())
  const name = naming(await namesOf(view, [row.host_id]))
  const { address } = await settingsOf(view)
  return {
    office: view.office.name,
    zone: view.office.zone,
    language: row.language,
    address,
    id,
    class: row.class,
    name: row.name,
    company: row.company,
    host: name(row.host_id)?.title ?? null,
    place: row.place,
    code: row.code,
    badgeNo: row.badge_no,
    at: row.arrived_at ?? row.start_at,
    photo: photos[0]?.jpeg.toString('base64') ?? null,
    slip: slip ? slipTold(slip) : null,
    signed: signed.map(one => ({
      what: one.what,
      words: one.words,
      strokes: one.strokes,
      at: one.signed_at,
      filed: one.document_id !== null,
    })),
  }
})

export const letterToSendBody = implementQuery(c.letterToSend, async (view, { id }) => {
  const row = await seenVisitor(view, id)
  const settings = await settingsOf(view)
  const name = naming(await namesOf(view, [row.host_id]))
  const language = nearestLanguage(row.language)
  const say = wordsIn(language)
  const when = new Intl.DateTimeFormat(wordLocale(language), {
    timeZone: view.office.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(row.start_at.epochMilliseconds)
  const params = {
    name: row.name,
    office: view.office.name,
    when,
    host: name(row.host_id)?.title ?? view.office.name,
    code: row.code,
  }
  const directions = textIn(settings.directions, language, view.office.language)
  const rules = textIn(settings.rules, language, view.office.language)
  const where = [settings.address, row.place].filter(Boolean).join('\n')
  return {
    wanted:
      settings.welcome &&
      row.state === 'expected' &&
      row.welcomed_at === null &&
      Temporal.Instant.compare(row.start_at, view.at) > 0,
    name: row.name,
    email: row.email,
    code: row.code,
    subject: say('letter.welcome.subject', params).slice(0, 200),
    body: [
      say('letter.welcome.greeting', params),
      say('letter.welcome.expected', params),
      ...(where ? [where] : []),
      ...(directions ? [directions] : []),
      ...(row.plate ? [say('letter.welcome.parking', { plate: row.plate })] : []),
      say('letter.welcome.code', params),
      ...(rules ? [`${say('letter.welcome.rules')}\n${rules}`] : []),
      `${say('letter.welcome.regards')}\n${params.host}\n${view.office.name}`,
    ].join('\n\n'),
  }
})

/** So many in a night; the rest in the next. */
const mostErased = 500

export const dueNowBody = implementQuery(c.dueNow, async view => {
  const { keep_days } = await settingsOf(view)
  const org = view.office.id
  const { rows: due } = await sql<{ id: string; lines: number[] }>`
    with recursive due as (
      select id from visitors.visitor where organisation_id = ${org} and state in ('gone', 'missed', 'cancelled')
        and day < ${view.today.subtract({ days: keep_days })} order by day, id limit ${mostErased}),
    told as (
      select d.id, j.seq from due d
      join kernel.journal_record jr on jr.organisation_id = ${org} and jr.record_id = d.id
      join kernel.journal j on j.organisation_id = ${org} and j.seq = jr.seq and j.command like 'visitors.%'
      union
      select t.id, n.seq from told t
      join kernel.journal n on n.organisation_id = ${org} and n.seq between t.seq + 1 and t.seq + 100 and n.cause_seq = t.seq)
    select d.id, coalesce((select json_agg(t.seq order by t.seq) from told t
      join kernel.journal_body b on b.organisation_id = ${org} and b.seq = t.seq where t.id = d.id), '[]') as lines
    from due d`.execute(view.db())
  const { rows: events } = await sql<{ event_id: string }>`
    select distinct o.event_id from calendar.occurrence_fact o
    join calendar.guest_fact g on g.organisation_id = o.organisation_id and g.event_id = o.event_id and g.email is not null and g.principal_id is null
    where o.organisation_id = ${org} and o.repeats and o.start_at between ${view.at.add({ hours: 24 * 12 })} and ${view.at.add({ hours: 24 * 14 })}
    limit 500`.execute(view.db())
  return { erase: due, events: events.map(row => row.event_id) }
})
