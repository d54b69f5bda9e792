/** The network of e-invoices: connected, handed over to, heard of. */
import { type Selectable, sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { takeIn } from '../../documents/contract.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { eInvoiceOf } from '../e-invoice.ts'
import { invoiceOf, numberOf, paperOfRow, requireInvoice, updateInvoice } from '../invoice-row.ts'
import { turnTask } from '../recurring-row.ts'
import type { DeliveryTable, NetworkTable, ReceivablesTables } from '../tables.ts'
import { officeWords } from '../words.ts'

type Network = Selectable<NetworkTable>
type Delivery = Selectable<DeliveryTable>

const networkOf = (act: Act): Promise<Network | undefined> =>
  act
    .db<ReceivablesTables>()
    .selectFrom('receivables.network')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .forUpdate()
    .executeTakeFirst()

const forgetSecret = (act: Act, id: string) => sql`select platform.sealed_forget(${id}::uuid)`.execute(act.db())

export const connectNetworkBody = implementCommand(c.connectNetwork, {
  load: networkOf,
  async run(act, { network, url, participant, tokenUrl, clientId, cif, secretId }, before) {
    const whole = network === 'peppol' ? participant : tokenUrl && clientId && cif
    const { rows } = await sql<{ kept: boolean }>`
      select platform.sealed_find(${secretId}::uuid, ${act.office.id}::uuid) is not null as kept`.execute(act.db())
    if (!whole || !rows[0]!.kept) act.refuse(c.networkSettings)
    const row = {
      network,
      url,
      participant: network === 'peppol' ? participant! : null,
      token_url: network === 'peppol' ? null : tokenUrl!,
      client_id: network === 'peppol' ? null : clientId!,
      cif: network === 'peppol' ? null : cif!,
      secret_id: secretId,
      connected_at: act.at,
      connected_by: act.principal.id,
      problem: null,
    }
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.network')
      .values({ organisation_id: act.office.id, ...row })
      .onConflict(conflict => conflict.column('organisation_id').doUpdateSet(row))
      .execute()
    if (before && before.secret_id !== secretId) await forgetSecret(act, before.secret_id)
    act.emit(c.networkConnected, { network })
    return { output: {} }
  },
})

export const disconnectNetworkBody = implementCommand(c.disconnectNetwork, {
  load: networkOf,
  async run(act, _, before) {
    if (!before) return act.refuse(c.networkMissing)
    await act
      .db<ReceivablesTables>()
      .deleteFrom('receivables.network')
      .where('organisation_id', '=', act.office.id)
      .execute()
    await forgetSecret(act, before.secret_id)
    act.emit(c.networkDisconnected, { network: before.network })
    return { output: {} }
  },
})

const deliveryOf = (act: Act, id: string): Promise<Delivery | undefined> =>
  act
    .db<ReceivablesTables>()
    .selectFrom('receivables.delivery')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('invoice_id', '=', id)
    .forUpdate()
    .executeTakeFirst()

const over = ['rejected', 'failed', 'unsure'] as const
const isOver = (state: c.DeliveryState): boolean => (over as readonly string[]).includes(state)
const taskKey = ({ invoice_id, attempt }: Pick<Delivery, 'invoice_id' | 'attempt'>): string =>
  `receivables.delivery:${invoice_id}:${attempt}`

export const sendByNetworkBody = implementCommand(c.sendByNetwork, {
  locks: ({ id, expectedVersion }) => [{ kind: 'invoice', id, expectedVersion }],
  load: (act, { id }) => invoiceOf(act, id),
  async run(act, { id }, row) {
    requireInvoice(act, row, ['open', 'paid', 'credited', 'written-off'])
    if (!(await networkOf(act))) act.refuse(c.networkMissing)
    const before = await deliveryOf(act, id)
    if (before && !isOver(before.state)) act.refuse(c.eInvoiceSent, { number: numberOf(row) })
    const fatal = eInvoiceOf(paperOfRow(row), 'ubl').check.findings.filter(one => one.severity === 'fatal')
    if (fatal.length > 0)
      act.refuse(c.eInvoiceWrong, {
        number: numberOf(row),
        rules: [...new Set(fatal.map(one => one.rule))].join(', '),
      })
    const now = {
      state: 'waiting' as const,
      attempt: (before?.attempt ?? 0) + 1,
      network_id: null,
      said: null,
      by_id: act.principal.id,
      changed_at: act.at,
    }
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.delivery')
      .values({ organisation_id: act.office.id, invoice_id: id, ...now })
      .onConflict(conflict => conflict.columns(['organisation_id', 'invoice_id']).doUpdateSet(now))
      .execute()
    const version = await act.changeRecord(id)
    const workDone = before ? [{ key: taskKey(before) }] : []
    act.emit(c.deliveryAsked, { id, title: act.locked(id).title, ...(workDone.length > 0 ? { workDone } : {}) }, [id])
    return { output: { id, version } }
  },
})

async function setDelivery(act: Act, id: string, change: Partial<Delivery>): Promise<void> {
  await act
    .db<ReceivablesTables>()
    .updateTable('receivables.delivery')
    .set({ ...change, changed_at: act.at })
    .where('organisation_id', '=', act.office.id)
    .where('invoice_id', '=', id)
    .execute()
}

export const beginDeliveryBody = implementCommand(c.beginDelivery, {
  async run(act, { id }) {
    const row = await deliveryOf(act, id)
    if (row?.state !== 'waiting') return { output: { taken: false } }
    await setDelivery(act, id, { state: 'sending' })
    return { output: { taken: true } }
  },
})

/** What may follow on what; everything else came too late and is not kept. */
const follows: Readonly<Partial<Record<c.DeliveryState, readonly c.DeliveryState[]>>> = {
  sending: ['under-way', 'delivered', 'failed', 'unsure', 'waiting'],
  'under-way': ['delivered', 'rejected'],
}

export const recordDeliveryBody = implementCommand(c.recordDelivery, {
  locks: ({ id }) => [{ kind: 'invoice', id }],
  load: (act, { id }) => deliveryOf(act, id),
  async run(act, { id, state, networkId, said }, row) {
    const network_id = networkId ?? row?.network_id ?? null
    const needsId = state === 'under-way' || state === 'delivered'
    if (!row || !follows[row.state]?.includes(state) || (needsId && network_id === null))
      return { output: { kept: false } }
    await setDelivery(act, id, { state, network_id, said: said ?? null })
    const { title } = act.locked(id)
    const handed = row.state === 'sending' && needsId
    if (handed) await updateInvoice(act, id, { sent_on: act.today, sent_by: 'network' })
    await act.changeRecord(id)
    const work: TaskWish[] = isOver(state)
      ? [
          {
            key: taskKey(row),
            title: officeWords(act, `task.delivery-${state as (typeof over)[number]}`, { title }).slice(0, 300),
            sourceId: id,
            ownerId: row.by_id,
            dueOn: act.today,
            ...(said ? { reason: said.slice(0, 300) } : {}),
          },
        ]
      : []
    const done = handed ? await turnTask(act, id) : {}
    act.emit(c.deliveryMoved, { id, title, state, ...done, ...(work.length > 0 ? { work } : {}) }, [id])
    return { output: { kept: true } }
  },
})

const mendKey = 'receivables.network'

export const noteNetworkBody = implementCommand(c.noteNetwork, {
  load: networkOf,
  async run(act, { problem }, row) {
    if (!row || problem === row.problem) return { output: {} }
    await act
      .db<ReceivablesTables>()
      .updateTable('receivables.network')
      .set({ problem })
      .where('organisation_id', '=', act.office.id)
      .execute()
    const key = `${mendKey}:${row.connected_at}`
    const work: TaskWish[] = problem
      ? [{ key, title: officeWords(act, 'task.network', {}), ownerId: row.connected_by, dueOn: act.today }]
      : []
    act.emit(c.networkNoted, { network: row.network, ...(problem ? { work } : { workDone: [{ key }] }) })
    return { output: {} }
  },
})

export const takeArrivalBody = implementCommand(c.takeArrival, {
  load: networkOf,
  async run(act, { arrivalId, fileId, name, from }, row) {
    if (!row) return { output: { documentId: null } }
    const { rows } = await sql`
      insert into receivables.network_arrival (organisation_id, network, arrival_id)
      values (${act.office.id}, ${row.network}, ${arrivalId}) on conflict do nothing returning arrival_id`.execute(
      act.db(),
    )
    if (rows.length === 0) return { output: { documentId: null } }
    const taken = await act.actAs(act.principal.id, takeIn, { fileId, name, ...(from ? { arrivedFrom: from } : {}) })
    if (taken.status !== 'done') throw new Error(`an e-invoice could not be taken in: ${JSON.stringify(taken)}`)
    act.emit(c.arrivalTaken, { name })
    return { output: { documentId: taken.output.id } }
  },
})
