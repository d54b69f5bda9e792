import type { Insertable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { PermitsTables, PermitTable } from './tables.ts'

const nothing = {
  sent_on: null,
  received_on: null,
  completion_what: null,
  completion_due_on: null,
  decided_on: null,
  valid_from: null,
  valid_until: null,
  appeal_until: null,
  renewal_raised_at: null,
  adopted_id: null,
  renews_id: null,
  prior: null,
  permit_type: null,
  authority_id: null,
  owner_id: null,
  reference: null,
  fee_minor: null,
  fee_currency: null,
} as const

export interface PermitToMake {
  readonly title: string
  readonly class?: number | undefined
  readonly source?: string
  readonly requirements: readonly string[]
  readonly facts: Partial<Insertable<PermitTable>> & Pick<PermitTable, 'state'>
}

/** Makes a permit's record and rows; gives its id. */
export async function insertPermit(act: Act, make: PermitToMake): Promise<string> {
  const id = await act.createRecord({
    kind: 'permit',
    title: make.title,
    ...(make.class === undefined ? {} : { class: make.class }),
    ...(make.source ? { source: make.source } : {}),
    search: { body: make.facts.note ?? '' },
  })
  const db = act.db<PermitsTables>()
  await db
    .insertInto('permits.permit')
    .values({ ...nothing, ...make.facts, organisation_id: act.office.id, id })
    .execute()
  if (make.requirements.length > 0)
    await db
      .insertInto('permits.requirement')
      .values(
        make.requirements.map((requirement, index) => ({
          organisation_id: act.office.id,
          permit_id: id,
          id: act.newId(),
          position: index + 1,
          requirement,
          document_id: null,
        })),
      )
      .execute()
  return id
}
