import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { type CaseRow, caseOf, entriesOf, openStates, searchOf, told, updateCase } from '../case-row.ts'
import { requireCause } from '../causes.ts'
import * as c from '../contract.ts'
import { keepKind, requireKind } from '../kinds.ts'
import { findRepeat } from '../repeats.ts'
import { promiseFrom } from './open-case.ts'

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

async function relink(act: Act, id: string, was: string | null, is: string | null, relation: string): Promise<void> {
  if (was === is) return
  if (was) await act.unlink(id, was, relation)
  if (is) await act.link(id, is, relation)
}

/** Another kind promises another time, counted from the arrival as before; while the clock is stopped, or over, nothing moves. */
async function clockOf(act: Act, row: CaseRow, kindId: string) {
  if (kindId === row.kind_id) return {}
  const kind = await requireKind(act, kindId)
  keepKind(act, kind)
  const isRunning = (openStates as readonly string[]).includes(row.state) && row.left_minutes === null
  return isRunning ? { ...(await promiseFrom(act, kind, row.received_at)), warned_at: null, escalated_at: null } : {}
}

async function requireNamed(
  act: Act,
  input: {
    partyId?: string | null | undefined
    causeId?: string | null | undefined
    responsibleId?: string | null | undefined
  },
) {
  await requireColleague(act, input.responsibleId, c.casePersonUnknown)
  if (input.partyId) await requireVisible(act, input.partyId, ['person', 'organisation'])
  if (input.causeId) await requireCause(act, input.causeId)
}

export const changeCaseBody = implementCommand(c.changeCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, input, row) {
    const { id } = input
    const was = act.locked(id).title
    await requireNamed(act, input)
    const title = input.title ?? was
    const kindId = input.kindId ?? row.kind_id
    const facts = {
      party_id: keep(input.partyId, row.party_id),
      contact_name: keep(input.contactName, row.contact_name),
      contact_email: keep(input.contactEmail, row.contact_email),
      contact_phone: keep(input.contactPhone, row.contact_phone),
      language: input.language ?? row.language,
      product: keep(input.product, row.product),
      cause_id: keep(input.causeId, row.cause_id),
      responsible_id: keep(input.responsibleId, row.responsible_id),
      tone: input.tone ?? row.tone,
    }
    const repeatsId = await findRepeat(act, { ...row, ...facts }, title)
    const clock = await clockOf(act, row, kindId)
    updateCase(act, id, { ...facts, ...clock, kind_id: kindId, repeats_id: repeatsId })
    await relink(act, id, row.party_id, facts.party_id, 'about')
    await relink(act, id, row.repeats_id, repeatsId, 'repeats')
    const texts = (await entriesOf(act, id)).map(entry => entry.body)
    const version = await act.changeRecord(id, { title, search: searchOf(facts, texts) })
    act.emit(c.caseChanged, told(row, title), [id])
    return { output: { id, version }, undo: { command: c.changeCase.name, input: before(row, was, version) } }
  },
})

const before = (row: CaseRow, title: string, expectedVersion: number) => ({
  id: row.id,
  expectedVersion,
  title,
  kindId: row.kind_id,
  partyId: row.party_id,
  contactName: row.contact_name,
  contactEmail: row.contact_email,
  contactPhone: row.contact_phone,
  language: row.language,
  product: row.product,
  causeId: row.cause_id,
  responsibleId: row.responsible_id,
  tone: row.tone,
})
