import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  type Direction,
  manyRegistered,
  register,
  registerDocuments,
  registered,
  registrationRefusals,
  registrationStruck,
  strikeRegistration,
} from '../contract/registration.ts'
import { documentsOf } from '../many.ts'
import { catalogues } from '../messages/index.ts'

/** From this class on only those who need it see what a secret entry is about. */
const secretClass = 2

interface Entry {
  readonly direction: Direction
  readonly happenedOn: Temporal.PlainDate
  readonly subject: string
  readonly correspondent: string | null
  readonly partyId: string | null
  readonly documentId: string | null
  readonly matterId: string | null
  readonly secret: boolean
  readonly secrecyBasis: string | null
}

/** `I 2026/17`: the letter of the direction in the office's language, the year of entry, the next number without gaps. */
async function nextNumber(act: Act, direction: Direction) {
  const { year } = act.today
  const serial = await act.nextNumber(`documents.registration.${direction}.${year}`)
  const letter = catalogues[nearestLanguage(act.office.language)][`registration.letter.${direction}`]
  return { number: `${typeof letter === 'string' ? letter : letter.other} ${year}/${serial}`, year, serial }
}

async function enter(act: Act, entry: Entry): Promise<{ id: string; number: string }> {
  if (entry.direction !== 'internal' && !entry.correspondent) act.refuse(registrationRefusals.correspondentMissing)
  if (!entry.secret && entry.secrecyBasis) act.refuse(registrationRefusals.basisWithoutSecrecy)
  if (entry.documentId) await requireUnregistered(act, entry.documentId, entry.direction)
  const { number, year, serial } = await nextNumber(act, entry.direction)
  const sources = [entry.documentId, entry.matterId].filter(one => one !== null)
  const id = await act.createRecord({
    kind: 'registration',
    title: `${number} ${entry.subject}`,
    ...(entry.secret ? { class: secretClass } : {}),
    ...(sources.length > 0 ? { source: sources } : {}),
    search: { body: [entry.subject, entry.correspondent].filter(Boolean).join('\n') },
  })
  await sql`
    insert into documents.registration (organisation_id, id, number, direction, year, serial, happened_on, subject, correspondent, party_id,
      document_id, matter_id, secret, secrecy_basis, registered_at, registered_by)
    values (${act.office.id}, ${id}, ${number}, ${entry.direction}, ${year}, ${serial}, ${entry.happenedOn}, ${entry.subject},
      ${entry.correspondent}, ${entry.partyId}, ${entry.documentId}, ${entry.matterId}, ${entry.secret}, ${entry.secrecyBasis},
      ${act.at}, ${act.principal.id})`.execute(act.db())
  for (const other of sources) await act.link(other, id, 'registration')
  return { id, number }
}

async function requireUnregistered(act: Act, documentId: string, direction: Direction): Promise<void> {
  const { rows } = await sql<{ number: string; title: string }>`
    select g.number, r.title from documents.registration g
    join kernel.record r on r.organisation_id = g.organisation_id and r.id = g.document_id
    where g.organisation_id = ${act.office.id} and g.document_id = ${documentId} and g.direction = ${direction} and g.struck_at is null`.execute(
    act.db(),
  )
  if (rows[0]) act.refuse(registrationRefusals.registeredBefore, { name: rows[0].title, number: rows[0].number })
}

/** What an entry points at must be there for whoever enters it, and of the kind it is said to be. */
async function requireLinks(act: Act, { partyId, matterId }: Pick<Entry, 'partyId' | 'matterId'>): Promise<void> {
  for (const id of [partyId, matterId]) {
    if (!id) continue
    const found = await visibleRecords(act).select('kernel.record.id').where('kernel.record.id', '=', id).execute()
    if (found.length === 0) act.refuse(registrationRefusals.linkUnknown, { id })
  }
}

export const registerBody = implementCommand(register, {
  locks: ({ documentId }) => (documentId ? [{ kind: 'document', id: documentId }] : []),
  constraints: { registration_document_once: registrationRefusals.registeredBefore },
  async run(act, input) {
    const happenedOn = input.happenedOn ?? act.today
    if (Temporal.PlainDate.compare(happenedOn, act.today) > 0)
      act.refuse(registrationRefusals.dayAhead, { on: happenedOn.toString() })
    const links = { partyId: input.partyId ?? null, matterId: input.matterId ?? null }
    await requireLinks(act, links)
    const entry = await enter(act, {
      direction: input.direction,
      happenedOn,
      subject: input.subject,
      correspondent: input.correspondent ?? null,
      ...links,
      documentId: input.documentId ?? null,
      secret: input.secret ?? false,
      secrecyBasis: input.secrecyBasis ?? null,
    })
    const about = [entry.id, input.documentId, input.matterId].filter((id): id is string => Boolean(id))
    act.emit(registered, { registrationId: entry.id, number: entry.number, direction: input.direction }, about)
    return { output: entry }
  },
})

export const registerDocumentsBody = implementCommand(registerDocuments, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => documentsOf(act, ids),
  async run(act, { direction, secret = false, secrecyBasis = null }, rows) {
    const numbers: string[] = []
    const ids: string[] = []
    const inOrder = rows.toSorted((a, b) => Temporal.Instant.compare(a.received_at, b.received_at))
    for (const row of inOrder) {
      const { id, number } = await enter(act, {
        direction,
        happenedOn: row.received_at.toZonedDateTimeISO(act.office.zone).toPlainDate(),
        subject: (row.subject ?? act.locked(row.id).title ?? row.name).slice(0, 300),
        correspondent: (direction === 'out' ? row.addressee : row.sender_name)?.slice(0, 200) ?? null,
        partyId: direction === 'in' ? row.sender_id : null,
        documentId: row.id,
        matterId: null,
        secret,
        secrecyBasis,
      })
      numbers.push(number)
      ids.push(id, row.id)
    }
    const [first, last] = [numbers[0]!, numbers.at(-1)!]
    act.emit(manyRegistered, { count: numbers.length, first, last }, ids)
    return { output: { count: numbers.length, first, last } }
  },
})

export const strikeRegistrationBody = implementCommand(strikeRegistration, {
  locks: ({ id, expectedVersion }) => [{ kind: 'registration', id, expectedVersion }],
  async load(act, { id }) {
    const { rows } = await sql<{ number: string; struck: boolean; document_id: string | null }>`
      select number, struck_at is not null as struck, document_id from documents.registration
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'registration', id })
  },
  async run(act, { id, reason }, { number, struck, document_id }) {
    if (struck) act.refuse(registrationRefusals.struckBefore, { number })
    await sql`
      update documents.registration set struck_at = ${act.at}, struck_by = ${act.principal.id}, strike_reason = ${reason}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(registrationStruck, { registrationId: id, number, reason }, document_id ? [id, document_id] : [id])
    return { output: { version } }
  },
})
