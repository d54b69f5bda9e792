/** What came: entered once, given to whom it is for, dealt with. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { digitsOf, shownNumber } from '../numbers.ts'
import { about, dbOf, faxOf, type FaxRow, ownersOf, requireState, searchBody, updateFax } from '../rows.ts'

const lockFax = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'fax', id, expectedVersion },
]

async function knownAs(act: Act, mark: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from fax.fax where organisation_id = ${act.office.id} and mark = ${mark}`.execute(act.db())
  return rows[0]?.id ?? null
}

export const receiveFaxBody = implementCommand(c.receiveFax, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  async run(act, input) {
    const { documentId, mark } = input
    const known = await knownAs(act, mark)
    if (known) return { output: { id: known, version: 1 } }
    const { country } = act.office
    const digits = digitsOf(input.number, country)
    const owners = digits ? await ownersOf(act, [digits]) : []
    // By itself only where one alone has the number and is no secret: the title would tell of them.
    const [only] = owners
    const party = owners.length === 1 && only && only.class <= 1 && only.audience === null ? only : null
    const number = digits ?? input.number.trim()
    const title = (party?.title ?? (input.name || shownNumber(number, country) || '–')).slice(0, 200)
    const id = await act.createRecord({
      kind: 'fax',
      title,
      source: documentId,
      search: { body: searchBody({ ...input, number }) },
    })
    const { year } = act.today
    const serial = await act.nextNumber(`fax.fax.${year}`)
    const row = {
      organisation_id: act.office.id,
      id,
      year,
      serial,
      direction: 'in' as const,
      state: 'new' as const,
      line_id: input.lineId,
      document_id: documentId,
      number,
      name: input.name,
      party_id: party?.id ?? null,
      pages: input.pages,
      at: input.at,
      mark,
      note: '',
      cover: false,
      report: '',
    }
    await dbOf(act)
      .insertInto('fax.fax')
      .values(row as never)
      .execute()
    await act.link(id, documentId, 'attachment')
    if (party) await act.link(id, party.id, 'about')
    act.emit(c.faxReceived, about(row, title), [id, documentId, ...(party ? [party.id] : [])])
    return { output: { id, version: 1 } }
  },
})

const titleOf = async (act: Act, id: string): Promise<string> => {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]?.title ?? '–'
}

/** The act that puts it back where it was. */
const back = (row: FaxRow, version: number) => {
  const input = { id: row.id, expectedVersion: version }
  return row.state === 'given' && row.for_id
    ? { command: c.assignFax.name, input: { ...input, toId: row.for_id } }
    : { command: c.settleFax.name, input: { ...input, settled: row.state === 'done' } }
}

export const assignFaxBody = implementCommand(c.assignFax, {
  locks: input => lockFax(input),
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id, toId }, row) {
    requireState(act, row, ['new', 'given', 'done'])
    await requireColleague(act, toId, c.faxPersonUnknown)
    const { title } = act.locked(id)
    await updateFax(act, id, { state: 'given', for_id: toId, ended_at: null })
    const version = await act.changeRecord(id)
    const notify =
      toId === act.principal.id
        ? []
        : [
            {
              key: `fax.given:${id}`,
              toId,
              titleKey: 'notice.fax-given',
              params: { title },
              recordId: id,
              urgency: 'today' as const,
            },
          ]
    act.emit(c.faxGiven, { ...about(row, title), to: await titleOf(act, toId), notify }, [id])
    return { output: { id, version }, undo: back(row, version) }
  },
})

export const settleFaxBody = implementCommand(c.settleFax, {
  locks: input => lockFax(input),
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id, settled }, row) {
    requireState(act, row, ['new', 'given', 'done'])
    const { title } = act.locked(id)
    const change = settled
      ? { state: 'done' as const, ended_at: act.at }
      : { state: 'new' as const, for_id: null, ended_at: null }
    await updateFax(act, id, change)
    const version = await act.changeRecord(id)
    act.emit(settled ? c.faxSettled : c.faxReopened, about(row, title), [id])
    return { output: { id, version }, undo: back(row, version) }
  },
})

/** Named as somebody's, a fax is as confidential as they are. */
async function secretsOf(act: Act, id: string, partyId: string): Promise<{ class?: number; audience?: string[] }> {
  const { rows } = await sql<{ class: number; audience: string[] | null }>`
    select class, audience from kernel.record where organisation_id = ${act.office.id} and id = ${partyId}`.execute(
    act.db(),
  )
  const { class: level = 0, audience = null } = rows[0] ?? {}
  return { ...(level > act.locked(id).class && { class: level }), ...(audience && { audience }) }
}

export const setPartyBody = implementCommand(c.setParty, {
  locks: input => lockFax(input),
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id, partyId }, row) {
    const party = partyId ? await requireVisible(act, partyId, ['person', 'organisation']) : null
    const title = (party ?? (row.name || shownNumber(row.number, act.office.country) || '–')).slice(0, 200)
    await updateFax(act, id, { party_id: partyId })
    if (row.party_id && row.party_id !== partyId) await act.unlink(id, row.party_id, 'about')
    if (partyId && row.party_id !== partyId) await act.link(id, partyId, 'about')
    const version = await act.changeRecord(id, { title, ...(partyId ? await secretsOf(act, id, partyId) : {}) })
    act.emit(c.partySet, about(row, title), [id, ...(partyId ? [partyId] : [])])
    return {
      output: { id, version },
      undo: { command: c.setParty.name, input: { id, expectedVersion: version, partyId: row.party_id } },
    }
  },
})
