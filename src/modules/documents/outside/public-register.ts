import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand, implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import {
  changePublicRegister,
  getPublicRegister,
  listPublicRegister,
  maskRegistration,
  publicRefusals,
  publicRegisterChanged,
  registrationMasked,
} from '../contract/public-register.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { Direction } from '../contract/registration.ts'
import { masked, wordsOfName } from './mask.ts'

interface Settings {
  readonly isOpen: boolean
  readonly address: string | null
  readonly showsNames: boolean
  readonly afterDays: number
  readonly maskedWords: string[]
  readonly intro: string
}
const closed: Settings = { isOpen: false, address: null, showsNames: false, afterDays: 1, maskedWords: [], intro: '' }

export async function settingsOf(view: Pick<Act | View, 'office' | 'db'>): Promise<Settings> {
  const { rows } = await sql<Settings>`
    select is_open as "isOpen", address, shows_names as "showsNames", after_days as "afterDays", masked_words as "maskedWords", intro
    from documents.public_register where organisation_id = ${view.office.id}`.execute(view.db())
  return rows[0] ?? closed
}

export const changePublicRegisterBody = implementCommand(changePublicRegister, {
  load: act => settingsOf(act),
  async run(act, input, before) {
    const { isOpen, address, showsNames, afterDays, maskedWords, intro } = input
    if (isOpen && !address) act.refuse(publicRefusals.addressMissing)
    const { rows } = await sql<{ kept: boolean }>`
      select platform.public_address_keep(${address}) as kept`.execute(act.db())
    if (!rows[0]!.kept) act.refuse(publicRefusals.addressTaken, { address })
    await sql`
      insert into documents.public_register (organisation_id, is_open, address, shows_names, after_days, masked_words, intro)
      values (${act.office.id}, ${isOpen}, ${address}, ${showsNames}, ${afterDays}, ${[...maskedWords]}::text[], ${intro})
      on conflict (organisation_id) do update set is_open = excluded.is_open, address = excluded.address, shows_names = excluded.shows_names,
        after_days = excluded.after_days, masked_words = excluded.masked_words, intro = excluded.intro`.execute(
      act.db(),
    )
    act.emit(publicRegisterChanged, { open: isOpen, address: address ?? '' })
    return { output: {}, undo: { command: 'documents.change-public-register', input: before } }
  },
})

interface Mask {
  readonly words: string[]
  readonly hidesCorrespondent: boolean
  readonly withheld: boolean
}
const unmasked: Mask = { words: [], hidesCorrespondent: false, withheld: false }

export async function maskOf(view: Pick<Act | View, 'office' | 'db'>, id: string): Promise<Mask> {
  const { rows } = await sql<Mask>`
    select words, hides_correspondent as "hidesCorrespondent", withheld from documents.registration_mask
    where organisation_id = ${view.office.id} and registration_id = ${id}`.execute(view.db())
  return rows[0] ?? unmasked
}

export const maskRegistrationBody = implementCommand(maskRegistration, {
  locks: ({ id, expectedVersion }) => [{ kind: 'registration', id, expectedVersion }],
  async load(act, { id }) {
    const { rows } = await sql<{ number: string }>`
      select number from documents.registration where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    return rows[0] ?? act.refuse(kernelRefusals.notFound, { kind: 'registration', id })
  },
  async run(act, { id, words, hidesCorrespondent, withheld }, { number }) {
    const before = await maskOf(act, id)
    await sql`
      insert into documents.registration_mask (organisation_id, registration_id, words, hides_correspondent, withheld)
      values (${act.office.id}, ${id}, ${[...words]}::text[], ${hidesCorrespondent}, ${withheld})
      on conflict (organisation_id, registration_id) do update set words = excluded.words,
        hides_correspondent = excluded.hides_correspondent, withheld = excluded.withheld`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(registrationMasked, { registrationId: id, number }, [id])
    return {
      output: { version },
      undo: { command: 'documents.mask-registration', input: { id, expectedVersion: version, ...before } },
    }
  },
})

export const getPublicRegisterBody = implementQuery(getPublicRegister, async view => ({
  ...(await settingsOf(view)),
  can: limitOf(view.principal, changePublicRegister.permission) !== undefined,
}))

interface Row {
  id: string
  number: string
  direction: Direction
  happened_on: Temporal.PlainDate
  subject: string
  correspondent: string | null
  is_firm: boolean
  words: string[] | null
  hides_correspondent: boolean | null
}

/** So many entries are looked through for a word; older ones are found by their day. */
const mostEntries = 20_000
/** Open (0) and internal (1): an entry is internal like everything an office writes, until it is secret or made of what is confidential. */
const highestClass = 1

/**
 * Entries of public secrecy alone, whoever asks: not secret, not struck, of a class and an audience that name nobody, and so is
 * everything they point at; old enough, and not withheld.
 */
async function publicRows(view: View, { afterDays }: Settings, from: string | null, to: string | null): Promise<Row[]> {
  const until = view.at.subtract({ hours: 24 * afterDays })
  const { rows } = await sql<Row>`
    select g.id, g.number, g.direction, g.happened_on, g.subject, g.correspondent, coalesce(p.kind = 'organisation', false) as is_firm,
      m.words, m.hides_correspondent
    from documents.registration g
    join (${visibleRecords(view, 'registration').selectAll()}) r on r.id = g.id
    left join kernel.record p on p.organisation_id = g.organisation_id and p.id = g.party_id
    left join documents.registration_mask m on m.organisation_id = g.organisation_id and m.registration_id = g.id
    where g.organisation_id = ${view.office.id} and not g.secret and g.struck_at is null and not coalesce(m.withheld, false)
      and r.class <= ${highestClass} and r.audience is null and g.registered_at <= ${until}
      and not exists (select from kernel.record o where o.organisation_id = g.organisation_id and o.id in (g.document_id, g.matter_id)
        and (o.class > ${highestClass} or o.audience is not null))
      and (${from}::date is null or g.happened_on >= ${from}::date) and (${to}::date is null or g.happened_on <= ${to}::date)
    order by g.registered_at desc, g.serial desc, g.id limit ${mostEntries}`.execute(view.db())
  return rows
}

function shownOf(row: Row, { showsNames, maskedWords }: Settings) {
  const hides = row.hides_correspondent || !(showsNames || row.is_firm)
  const name = row.correspondent ?? ''
  const words = [...maskedWords, ...(row.words ?? []), ...(hides ? [name, ...wordsOfName(name)] : [])]
  return {
    id: row.id,
    number: row.number,
    direction: row.direction,
    happenedOn: row.happened_on,
    subject: masked(row.subject, words),
    correspondent: hides || name === '' ? null : masked(name, words),
  }
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const offsetOf = (after: string | undefined): number => (/^\d{1,5}$/.test(after ?? '') ? Number(after) : 0)

/** Words are looked for in what is shown, so that no question tells what stands behind a mask. */
export const listPublicRegisterBody = implementQuery(
  listPublicRegister,
  async (view, { text, from, to, limit, after }) => {
    const settings = await settingsOf(view)
    const all = (await publicRows(view, settings, from?.toString() ?? null, to?.toString() ?? null)).map(row =>
      shownOf(row, settings),
    )
    const wanted = folded(text ?? '')
    const found = wanted
      ? all.filter(row => folded(`${row.number} ${row.subject} ${row.correspondent ?? ''}`).includes(wanted))
      : all
    const offset = offsetOf(after)
    const rows = found.slice(offset, offset + limit)
    return {
      rows,
      total: found.length,
      next: offset + rows.length < found.length ? String(offset + rows.length) : null,
    }
  },
)
