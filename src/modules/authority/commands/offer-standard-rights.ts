import { type Act, implementCommand, implementJob } from '../../../kernel/implement.ts'
import { listOpenOffers, offerRightsJob, offerStandardRights, roleChanged, standardRoles } from '../contract.ts'
import { type Offer, openOffers } from '../standard-rights.ts'
import type { AuthorityTables } from '../tables.ts'

const column = (act: Act, { roleId, permission }: Offer) => ({
  organisation_id: act.office.id,
  role_id: roleId,
  permission,
})

async function give(act: Act, offers: readonly Offer[]): Promise<void> {
  if (offers.length === 0) return
  await act
    .db<AuthorityTables>()
    .insertInto('authority.role_permission')
    .values(offers.map(offer => ({ ...column(act, offer), limit_minor: null, limit_currency: null })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  for (const roleId of new Set(offers.map(offer => offer.roleId))) {
    await act.changeRecord(roleId)
    act.emit(roleChanged, { id: roleId, name: act.locked(roleId).title }, [roleId])
  }
}

export const offerStandardRightsBody = implementCommand(offerStandardRights, {
  locks: () => Object.values(standardRoles).map(({ id }) => ({ kind: 'role', id })),
  load: act => openOffers(act),
  async run(act, _input, offers: readonly Offer[]) {
    const given = offers.filter(offer => offer.give)
    await give(act, given)
    if (offers.length > 0)
      await act
        .db<AuthorityTables>()
        .insertInto('authority.role_offer')
        .values(offers.map(offer => column(act, offer)))
        .execute()
    return { output: { count: given.length } }
  },
})

export const offerRightsJobBody = implementJob(offerRightsJob, {
  schedule: { cron: '20 5 * * *', zone: 'organisation', atStart: true },
  async run(run) {
    const { total } = await run.query(listOpenOffers, {})
    if (total === 0) return
    const outcome = await run.dispatch(offerStandardRights, {}, 'offer')
    if (outcome.status !== 'done') throw new Error(`standard rights are not offered: ${JSON.stringify(outcome)}`)
  },
})
