import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { caseWish, insertEntry, searchOf, told } from '../case-row.ts'
import { afterWorking, workingTimeOf } from '../clock.ts'
import * as c from '../contract.ts'
import { keepKind, type KindRow, requireKind, standardKinds } from '../kinds.ts'
import { findRepeat } from '../repeats.ts'

/** The language of whoever asks: as it is said, else the customer's own, else the office's. */
async function languageOf(act: Act, given: Language | undefined, email: string | null): Promise<Language> {
  if (given) return given
  if (email) {
    const { rows } = await sql<{ language: string | null }>`
      select language from directory.mail_fact where organisation_id = ${act.office.id} and email = ${email}
        and language is not null limit 1`.execute(act.db())
    if (rows[0]?.language) return nearestLanguage(rows[0].language)
  }
  return nearestLanguage(act.office.language)
}

/** When an answer is promised, and when its owner is warned. */
export async function promiseFrom(act: Act, kind: KindRow, from: Temporal.Instant, minutes = kind.answer_minutes) {
  if (minutes === null) return { due_at: null, warn_at: null }
  const time = await workingTimeOf(act)
  return {
    due_at: afterWorking(from, Math.max(0, minutes), time),
    warn_at: afterWorking(from, Math.max(0, minutes - kind.warn_minutes), time),
  }
}

const standardOf = (sort: c.Sort) => standardKinds.find(kind => kind.sort === sort)!.id

export const openCaseBody = implementCommand(c.openCase, {
  async run(act, input) {
    const { title, partyId, ownerId, sourceId, said } = input
    const kind = await requireKind(act, input.kindId ?? standardOf(input.kind ?? 'question'))
    await requireColleague(act, ownerId, c.casePersonUnknown)
    if (partyId) await requireVisible(act, partyId, ['person', 'organisation'])
    if (sourceId) await requireVisible(act, sourceId)
    const receivedAt = input.receivedAt ?? act.at
    if (Temporal.Instant.compare(receivedAt, act.at) > 0) act.refuse(c.caseReceivedLater)
    keepKind(act, kind)
    const email = input.contactEmail ?? null
    const language = await languageOf(act, input.language, email)
    const year = receivedAt.toZonedDateTimeISO(act.office.zone).year
    const facts = {
      contact_name: input.contactName ?? null,
      contact_email: email,
      product: input.product ?? null,
      language,
    }
    const id = await act.createRecord({
      kind: 'case',
      title,
      class: input.class ?? 1,
      source: [sourceId, partyId].filter(one => typeof one === 'string'),
      search: searchOf(facts, said ? [said] : []),
    })
    const serial = await act.nextNumber(`cases.${year}`)
    const row = {
      id,
      year,
      serial,
      party_id: partyId ?? null,
      cause_id: null,
      received_at: receivedAt,
      repeats_id: null,
      repeat_settled: false,
      ...facts,
    }
    const repeatsId = await findRepeat(act, row, title)
    const { due_at, warn_at } = await promiseFrom(act, kind, receivedAt)
    act.write(sql`
      insert into cases.case_file (organisation_id, id, year, serial, state, kind_id, channel, party_id, contact_name, contact_email,
        contact_phone, language, product, tone, owner_id, source_id, received_at, due_at, warn_at, repeats_id)
      values (${act.office.id}, ${id}, ${year}, ${serial}, ${ownerId ? 'owned' : 'new'}, ${kind.id}, ${input.channel}, ${row.party_id},
        ${facts.contact_name}, ${email}, ${input.contactPhone ?? null}, ${language}, ${facts.product}, ${input.tone}, ${ownerId ?? null},
        ${sourceId ?? null}, ${receivedAt}, ${due_at}, ${warn_at}, ${repeatsId})`)
    if (said?.trim()) insertEntry(act, id, { what: 'said', body: said, language })
    if (partyId) await act.link(id, partyId, 'about')
    if (sourceId && sourceId !== partyId) await act.link(id, sourceId, 'from')
    if (repeatsId) await act.link(id, repeatsId, 'repeats')
    const work = ownerId ? [caseWish(act, row, { what: 'answer', ownerId, dueAt: due_at }, { title, version: 0 })] : []
    act.emit(c.caseOpened, { ...told(row, title), ...(work.length > 0 && { work }) }, [id])
    return {
      output: { id, version: 1, number: told(row, title).number },
      undo: { command: c.dropCase.name, input: { id, expectedVersion: 1 } },
    }
  },
})
