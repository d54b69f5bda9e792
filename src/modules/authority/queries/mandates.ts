import { limitOf } from '../../../kernel/authority.ts'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { disablePrincipal, getMandate, listMandates, refusals, revokeMandate } from '../contract.ts'
import { mandatesOf } from '../mandates.ts'
import { sliced } from '../people.ts'

export const listMandatesBody = implementQuery(listMandates, async (view, { box, holding, text, ...slice }) => {
  const me = view.principal.id
  const everybody = limitOf(view.principal, disablePrincipal.permission) !== undefined
  const whose = box === 'given' ? { giver: me } : box === 'received' ? { receiver: me } : everybody ? {} : { party: me }
  const wanted = text?.trim().toLowerCase() ?? ''
  const mandates = await mandatesOf(view, { ...whose, holding })
  return sliced(
    mandates.filter(({ to, from }) => `${to.name} ${from.name}`.toLowerCase().includes(wanted)),
    slice,
  )
})

export const getMandateBody = implementQuery(getMandate, async (view, { id }) => {
  const record = await visibleRecords(view, 'mandate')
    .where('id', '=', id)
    .select(['id', 'kind', 'title', 'class', 'version'])
    .executeTakeFirst()
  const [mandate] = record ? await mandatesOf(view, { id }) : []
  if (!record || !mandate) return view.refuse(kernelRefusals.notFound, { kind: 'mandate', id })
  const over = mandate.state === 'ended' || mandate.state === 'revoked'
  return {
    record: { ...record, state: mandate.state },
    mandate,
    can: can(
      view,
      revokeMandate,
      { id, expectedVersion: record.version },
      { refusedBecause: over ? { name: refusals.mandateRevoked.name } : null },
    ),
  }
})
