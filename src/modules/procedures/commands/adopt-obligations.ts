import { implementCommand } from '../../../kernel/implement.ts'
import { adoptObligations, obligationCreated, proposalUnknown } from '../contract.ts'
import { insertObligation } from '../new-obligation.ts'
import { requirePerson } from '../people.ts'
import { proposalsFor, proposalTitle } from '../proposals.ts'

export const adoptObligationsBody = implementCommand(adoptObligations, {
  constraints: { obligation_proposal: proposalUnknown },
  async run(act, { keys, ownerId }) {
    await requirePerson(act, ownerId)
    const offered = proposalsFor(act.office.country)
    const ids: string[] = []
    for (const key of new Set(keys)) {
      const found = offered.find(proposal => proposal.key === key) ?? act.refuse(proposalUnknown, { key })
      const title = proposalTitle(found.key, act.office.language)
      const { id, work } = await insertObligation(act, {
        title,
        facts: {
          basis: 'law',
          basis_text: found.source,
          basis_id: null,
          counterpart_id: null,
          owner_id: ownerId === undefined ? act.principal.id : ownerId,
          owner_role: null,
          rrule: found.rrule,
          from_on: act.today,
          shift: found.shift,
          lead_days: found.leadDays,
          if_late: 'breaks-rule',
          consequence: null,
          proposal: key,
        },
      })
      act.emit(obligationCreated, { id, title, ...(work.length > 0 ? { work } : {}) }, [id])
      ids.push(id)
    }
    return { output: { ids, count: ids.length } }
  },
})
