import { sql } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { layTurns } from '../lay.ts'
import { nameOf, requirePeople } from '../people.ts'
import { type RotaRow, rotaOf } from '../rota-row.ts'
import { requireSpan } from '../span.ts'
import { lockRota } from './rotas.ts'

interface Given {
  readonly rotaId: string
  readonly personId: string
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  readonly reason?: string
  readonly swapId?: string
}

/** Gives a stretch to somebody; the turns are to be laid out anew after. */
export async function give(act: Act, { rotaId, personId, start, end, reason, swapId }: Given): Promise<string> {
  const id = act.newId()
  await sql`
    insert into oncall.override (organisation_id, id, rota_id, person_id, start_at, end_at, reason, swap_id, given_at, given_by_id)
    values (${act.office.id}, ${id}, ${rotaId}, ${personId}, ${start}, ${end}, ${reason ?? ''}, ${swapId ?? null}, ${act.at}, ${act.principal.id})`.execute(
    act.db(),
  )
  return id
}

const notice = (row: RotaRow, toId: string, titleKey: string) => [
  {
    key: `${titleKey}:${row.id}`,
    toId,
    titleKey,
    params: { title: row.title },
    recordId: row.id,
    urgency: 'today' as const,
  },
]

export const giveTurnBody = implementCommand(c.giveTurn, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, personId, start, end, reason }, row) {
    await requirePeople(act, [personId])
    requireSpan(act, start, end)
    const overrideId = await give(act, { rotaId: id, personId, start, end, ...(reason ? { reason } : {}) })
    await layTurns(act, row)
    const version = await act.changeRecord(id)
    act.emit(
      c.turnGiven,
      {
        id,
        title: row.title,
        name: await nameOf(act, personId),
        notify: notice(row, personId, 'notice.oncall.turn-given'),
      },
      [id],
    )
    return {
      output: { id, version, overrideId },
      undo: { command: c.takeBackTurn.name, input: { id, overrideId } },
    }
  },
})

interface OverrideRow {
  readonly person_id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly reason: string
}

export const takeBackTurnBody = implementCommand(c.takeBackTurn, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, overrideId }, row) {
    const { rows } = await sql<OverrideRow>`
      update oncall.override set cancelled_at = ${act.at}
      where organisation_id = ${act.office.id} and rota_id = ${id} and id = ${overrideId} and cancelled_at is null and end_at > ${act.at}
      returning person_id, start_at, end_at, reason`.execute(act.db())
    const was = rows[0] ?? act.refuse(c.overrideUnknown)
    await layTurns(act, row)
    const version = await act.changeRecord(id)
    act.emit(
      c.turnTakenBack,
      {
        id,
        title: row.title,
        name: await nameOf(act, was.person_id),
        notify: notice(row, was.person_id, 'notice.oncall.turn-taken-back'),
      },
      [id],
    )
    const back = {
      id,
      personId: was.person_id,
      start: was.start_at.toString(),
      end: was.end_at.toString(),
      ...(was.reason ? { reason: was.reason } : {}),
    }
    return { output: { id, version }, undo: { command: c.giveTurn.name, input: back } }
  },
})

/** `+46 70-174 06 05` and `0046…` as E.164 writes them; null where it is no number with its country. */
export function numberOf(typed: string): string | null {
  const plain = typed.replaceAll(/[\s().\-/]/g, '').replace(/^00/, '+')
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : null
}

export const setPhoneBody = implementCommand(c.setPhone, {
  async run(act, { principalId, number }) {
    const id = principalId ?? act.principal.id
    if (id !== act.principal.id) {
      // The numbers of others are for whoever arranges rotas.
      if (limitOf(act.principal, c.changeRota.permission) === undefined)
        act.refuse(kernelRefusals.notPermitted, { act: c.setPhone.name })
      await requirePeople(act, [id])
    }
    const plain = number === null ? null : (numberOf(number) ?? act.refuse(c.phoneWrong))
    const { rows } = await sql<{ number: string }>`
      select number from oncall.phone where organisation_id = ${act.office.id} and principal_id = ${id}`.execute(
      act.db(),
    )
    if (plain === null)
      await sql`delete from oncall.phone where organisation_id = ${act.office.id} and principal_id = ${id}`.execute(
        act.db(),
      )
    else
      await sql`
        insert into oncall.phone (organisation_id, principal_id, number) values (${act.office.id}, ${id}, ${plain})
        on conflict (organisation_id, principal_id) do update set number = excluded.number`.execute(act.db())
    act.emit(c.phoneSet, { id, name: await nameOf(act, id) }, [id])
    const undo = { principalId: id, number: rows[0]?.number ?? null }
    return { output: {}, undo: { command: c.setPhone.name, input: undo } }
  },
})
