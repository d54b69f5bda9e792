/** Invoices that come again: set up, changed, at rest, their prices raised. */
import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { changedContent, type Content, contentGiven } from '../content.ts'
import * as c from '../contract.ts'
import { requireCustomer } from '../customers.ts'
import { contentOf, makePaper, searchOf, titleOf } from '../invoice-row.ts'
import { afterTurn, type RecurringRow, recurringOf, stuckKey, turnFrom, updateRecurring } from '../recurring-row.ts'
import type { ReceivablesTables } from '../tables.ts'
import { indexPercent, monthsOf, rhythmOfMonths, turnDay } from '../turn.ts'
import { plain } from '../decimal.ts'
import { takenBack } from './drafts.ts'

type Loose<T> = { [Key in keyof T]?: T[Key] | undefined }
type Given = Loose<InputOf<typeof c.createRecurring>> & Loose<InputOf<typeof c.changeRecurring>>
const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0

/** What of an input is the invoice's content, not its rhythm. */
function contentIn(input: Given): Content {
  const { rhythm: _r, firstOn: _f, nextOn: _n, untilOn: _u, period: _p, way: _w, ownerId: _o, ...rest } = input
  return contentGiven(rest)
}

/** Refuses a last day before the next turn, and an owner who is nobody here. */
async function requireRight(act: Act, next: Temporal.PlainDate, given: Given, untilOn: Temporal.PlainDate | null) {
  if (untilOn && before(untilOn, next)) act.refuse(c.recurringDaysReversed, { on: String(untilOn) })
  await requireColleague(act, given.ownerId, c.recurringPersonUnknown)
}

export const createRecurringBody = implementCommand(c.createRecurring, {
  async run(act, input) {
    await requireCustomer(act, input.customerId)
    if (before(input.firstOn, act.today)) act.refuse(c.turnPast, { on: String(input.firstOn) })
    const untilOn = input.untilOn ?? null
    await requireRight(act, input.firstOn, input, untilOn)
    const content = contentIn(input)
    const { customer } = await makePaper(act, content, input.customerId, 'invoice', act.today)
    const title = titleOf(customer, content)
    const id = await act.createRecord({
      kind: 'recurring-invoice',
      title,
      source: input.customerId,
      search: searchOf(customer, content),
    })
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.recurring')
      .values({
        organisation_id: act.office.id,
        id,
        state: 'running',
        customer_id: input.customerId,
        content: JSON.stringify(content),
        every_months: monthsOf[input.rhythm],
        first_on: input.firstOn,
        next_on: input.firstOn,
        until_on: untilOn,
        period: input.period ?? 'none',
        way: input.way ?? 'draft',
        author_id: act.principal.id,
        owner_id: input.ownerId === undefined ? act.principal.id : input.ownerId,
        stuck_on: null,
      })
      .execute()
    act.emit(c.recurringCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: 'receivables.end-recurring', input: { id } } }
  },
})

export const changeRecurringBody = implementCommand(c.changeRecurring, {
  locks: ({ id, expectedVersion }) => [{ kind: 'recurring-invoice', id, expectedVersion }],
  load: (act, { id }) => recurringOf(act, id),
  async run(act, input, row) {
    const { id } = input
    if (input.customerId) await requireCustomer(act, input.customerId)
    if (input.nextOn && before(input.nextOn, act.today)) act.refuse(c.turnPast, { on: String(input.nextOn) })
    const anew = input.nextOn !== undefined || input.rhythm !== undefined
    const next_on = input.nextOn ?? row.next_on
    const until_on = input.untilOn === undefined ? row.until_on : input.untilOn
    await requireRight(act, next_on, input, until_on)
    const customerId = input.customerId ?? row.customer_id
    const was = contentOf(row)
    const content = changedContent(was, contentIn(input))
    const { customer } = await makePaper(act, content, customerId, 'invoice', act.today)
    await updateRecurring(act, id, {
      customer_id: customerId,
      content: JSON.stringify(content),
      until_on,
      period: input.period ?? row.period,
      way: input.way ?? row.way,
      // from now on it is issued in the name of whoever says what is issued
      author_id: act.principal.id,
      owner_id: input.ownerId === undefined ? row.owner_id : input.ownerId,
      stuck_on: null,
      ...(anew
        ? {
            every_months: input.rhythm ? monthsOf[input.rhythm] : row.every_months,
            first_on: next_on,
            next_on,
            passed: 0,
          }
        : {}),
    })
    const title = titleOf(customer, content)
    const version = await act.changeRecord(id, { title, search: searchOf(customer, content) })
    act.emit(c.recurringChanged, { id, title, ...unstuck(row) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'receivables.change-recurring',
        input: {
          id,
          expectedVersion: version,
          customerId: row.customer_id,
          ...takenBack(was, content),
          untilOn: row.until_on?.toString() ?? null,
          period: row.period,
          way: row.way,
          ownerId: row.owner_id,
          ...(anew ? { rhythm: rhythmOfMonths(row.every_months), nextOn: row.next_on.toString() } : {}),
        },
      },
    }
  },
})

/** The task of a turn that could not be made is done once something was changed. */
const unstuck = (row: RecurringRow) => (row.stuck_on ? { workDone: [{ key: stuckKey(row.id, row.stuck_on) }] } : {})

const moving = (command: typeof c.pauseRecurring, undo: `receivables.${string}`) =>
  ({
    locks: ({ id, expectedVersion }: InputOf<typeof command>) => [{ kind: 'recurring-invoice', id, expectedVersion }],
    load: (act: Act, { id }: InputOf<typeof command>) => recurringOf(act, id),
    async run(act: Act, { id }: InputOf<typeof command>, row: RecurringRow) {
      const { title } = act.locked(id)
      const [change, event] = moved(act, command, row, title)
      await updateRecurring(act, id, { ...change, stuck_on: null })
      const version = await act.changeRecord(id)
      act.emit(event, { id, title, ...unstuck(row) }, [id])
      return { output: { id, version }, undo: { command: undo, input: { id, expectedVersion: version } } }
    },
  }) as const

function moved(act: Act, command: { readonly name: string }, row: RecurringRow, title: string) {
  if (command.name === c.resumeRecurring.name) {
    if (row.state === 'running') act.refuse(c.recurringStateWrong, { title })
    const next = turnFrom(row, act.today)
    if (row.until_on && before(row.until_on, next.next_on))
      act.refuse(c.recurringDaysReversed, { on: String(row.until_on) })
    return [{ state: 'running' as const, ...next, author_id: act.principal.id }, c.recurringResumed] as const
  }
  const pauses = command.name === c.pauseRecurring.name
  if (pauses ? row.state !== 'running' : row.state === 'ended') act.refuse(c.recurringStateWrong, { title })
  return pauses
    ? ([{ state: 'paused' as const }, c.recurringPaused] as const)
    : ([{ state: 'ended' as const }, c.recurringEnded] as const)
}

export const pauseRecurringBody = implementCommand(
  c.pauseRecurring,
  moving(c.pauseRecurring, 'receivables.resume-recurring'),
)
export const resumeRecurringBody = implementCommand(
  c.resumeRecurring,
  moving(c.resumeRecurring, 'receivables.pause-recurring'),
)
export const endRecurringBody = implementCommand(c.endRecurring, moving(c.endRecurring, 'receivables.resume-recurring'))

export const skipTurnBody = implementCommand(c.skipTurn, {
  locks: ({ id, expectedVersion }) => [{ kind: 'recurring-invoice', id, expectedVersion }],
  load: (act, { id }) => recurringOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'running') act.refuse(c.recurringStateWrong, { title })
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.recurring_turn')
      .values({
        organisation_id: act.office.id,
        recurring_id: id,
        turn_on: row.next_on,
        outcome: 'skipped',
        invoice_id: null,
      })
      .execute()
    await updateRecurring(act, id, { ...afterTurn(row), stuck_on: null })
    const version = await act.changeRecord(id)
    act.emit(c.turnSkipped, { id, title, on: row.next_on, ...unstuck(row) }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.bring-turn-back', input: { id, expectedVersion: version } },
    }
  },
})

export const bringTurnBackBody = implementCommand(c.bringTurnBack, {
  locks: ({ id, expectedVersion }) => [{ kind: 'recurring-invoice', id, expectedVersion }],
  load: (act, { id }) => recurringOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    const on = row.passed > 0 ? turnDay(row.first_on, row.every_months, row.passed - 1) : null
    const { rows } = await sql`
      delete from receivables.recurring_turn
      where organisation_id = ${act.office.id} and recurring_id = ${id} and turn_on = ${on}::date and outcome = 'skipped'
      returning turn_on`.execute(act.db())
    if (!on || rows.length === 0) return act.refuse(c.turnNotNext, { title })
    await updateRecurring(act, id, {
      passed: row.passed - 1,
      next_on: on,
      state: row.state === 'ended' ? 'running' : row.state,
    })
    const version = await act.changeRecord(id)
    act.emit(c.turnBroughtBack, { id, title, on }, [id])
    return {
      output: { id, version },
      undo: { command: 'receivables.skip-turn', input: { id, expectedVersion: version } },
    }
  },
})

export const raiseRecurringBody = implementCommand(c.raiseRecurring, {
  locks: ({ id, expectedVersion }) => [{ kind: 'recurring-invoice', id, expectedVersion }],
  load: (act, { id }) => recurringOf(act, id),
  async run(act, { id, fromOn, percent, indexWas, indexNow, reason }, row) {
    const { title } = act.locked(id)
    if (row.state === 'ended') act.refuse(c.recurringStateWrong, { title })
    const byIndex = indexWas !== undefined || indexNow !== undefined
    if (byIndex === (percent !== undefined) || (byIndex && (!indexWas || !indexNow))) act.refuse(c.raiseUnclear)
    const raised = percent ?? indexPercent(indexWas!, indexNow!) ?? act.refuse(c.raiseUnclear)
    if (Number(raised) === 0 || Number(raised) <= -100 || Number(raised) > 10_000) act.refuse(c.raiseUnclear)
    const { rows } = await sql`
      insert into receivables.recurring_raise as r
        (organisation_id, recurring_id, from_on, percent, index_was, index_now, reason)
      values (${act.office.id}, ${id}, ${fromOn}::date, ${raised}::numeric, ${indexWas ?? null}::numeric,
        ${indexNow ?? null}::numeric, ${reason ?? null})
      on conflict (organisation_id, recurring_id, from_on) do update
        set percent = excluded.percent, index_was = excluded.index_was, index_now = excluded.index_now, reason = excluded.reason
        where r.applied_on is null
      returning from_on`.execute(act.db())
    if (rows.length === 0) act.refuse(c.raiseApplied, { on: String(fromOn) })
    await updateRecurring(act, id, { author_id: act.principal.id })
    const version = await act.changeRecord(id)
    act.emit(c.raiseSet, { id, title, on: fromOn, percent: plain(raised) }, [id])
    return {
      output: { id, version, percent: plain(raised) },
      undo: {
        command: 'receivables.remove-raise',
        input: { id, expectedVersion: version, fromOn: String(fromOn) },
      },
    }
  },
})

export const removeRaiseBody = implementCommand(c.removeRaise, {
  locks: ({ id, expectedVersion }) => [{ kind: 'recurring-invoice', id, expectedVersion }],
  async run(act, { id, fromOn }) {
    const { title } = act.locked(id)
    const row = await act
      .db<ReceivablesTables>()
      .deleteFrom('receivables.recurring_raise')
      .where('organisation_id', '=', act.office.id)
      .where('recurring_id', '=', id)
      .where('from_on', '=', fromOn)
      .where('applied_on', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!row) return act.refuse(c.raiseApplied, { on: String(fromOn) })
    const version = await act.changeRecord(id)
    act.emit(c.raiseRemoved, { id, title, on: fromOn }, [id])
    const how =
      row.index_was && row.index_now
        ? { indexWas: plain(row.index_was), indexNow: plain(row.index_now) }
        : { percent: plain(row.percent) }
    return {
      output: { id, version },
      undo: {
        command: 'receivables.raise-recurring',
        input: {
          id,
          expectedVersion: version,
          fromOn: String(fromOn),
          ...how,
          ...(row.reason ? { reason: row.reason } : {}),
        },
      },
    }
  },
})
