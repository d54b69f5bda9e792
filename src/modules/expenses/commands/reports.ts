/** Beginning, changing and giving up a report. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { money } from '../../../kernel/schema.ts'
import * as c from '../contract.ts'
import { maySeeAll, readersOf, reckon, reportOf, type ReportRow, requireReportState, updateReport } from '../rows.ts'
import type { ExpensesTables } from '../tables.ts'

type Trip = Pick<ReportRow, 'left_on' | 'left_time' | 'back_on' | 'back_time' | 'place' | 'country'>
interface TripInput {
  readonly leftOn?: Temporal.PlainDate | null | undefined
  readonly leftTime?: string | null | undefined
  readonly backOn?: Temporal.PlainDate | null | undefined
  readonly backTime?: string | null | undefined
  readonly place?: string | null | undefined
  readonly country?: string | null | undefined
}

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

/** The journey after a change: one day alone is a journey of that day, hours not said are those of a working day. */
function tripAfter(act: Act, input: TripInput, was: Trip): Trip {
  const left = keep(input.leftOn, was.left_on)
  const back = keep(input.backOn, was.back_on) ?? left
  const trip = { left_on: left ?? back, back_on: back }
  const country = keep(input.country, was.country)
  const place = keep(input.place, was.place)
  if (!trip.left_on || !trip.back_on)
    return { left_on: null, back_on: null, left_time: null, back_time: null, place, country }
  const times = {
    left_time: keep(input.leftTime, was.left_time) ?? '08:00',
    back_time: keep(input.backTime, was.back_time) ?? '17:00',
  }
  const order = Temporal.PlainDate.compare(trip.left_on, trip.back_on)
  if (order > 0 || (order === 0 && times.left_time > times.back_time)) act.refuse(c.reportDaysReversed)
  return { ...trip, ...times, place, country: country ?? act.office.country }
}

const nowhere: Trip = { left_on: null, left_time: null, back_on: null, back_time: null, place: null, country: null }

/** Makes a draft's record and row; gives its id. */
export async function insertReport(
  act: Act,
  personId: string,
  purpose: string,
  trip: TripInput,
  advanceMinor = 0n,
  sourceId?: string,
): Promise<string> {
  const id = await act.createRecord({
    kind: 'expense-report',
    title: purpose,
    audience: await readersOf(act, personId),
    ...(sourceId ? { source: sourceId } : {}),
    search: { body: trip.place ?? '' },
  })
  await act
    .db<ExpensesTables>()
    .insertInto('expenses.report')
    .values({
      organisation_id: act.office.id,
      id,
      serial: await act.nextNumber('expenses.report'),
      person_id: personId,
      state: 'draft',
      currency: act.office.currency,
      ...tripAfter(act, trip, nowhere),
      advance_minor: advanceMinor,
      handed_in_at: null,
      verified_at: null,
      verified_by_id: null,
      approved_at: null,
      approved_by_id: null,
      returned_reason: null,
    })
    .execute()
  return id
}

export const createReportBody = implementCommand(c.createReport, {
  weigh: ({ advance }) => (advance ? { amount: advance } : {}),
  async run(act, { purpose, personId, advance, sourceId, ...trip }) {
    if (sourceId) await requireVisible(act, sourceId)
    const person = personId ?? act.principal.id
    if (person !== act.principal.id && !maySeeAll(act)) act.refuse(c.onlyOwnReports)
    await requireColleague(act, person, c.claimantUnknown)
    const id = await insertReport(act, person, purpose, trip, advanceOf(act, advance), sourceId)
    act.emit(c.reportCreated, { id, title: purpose }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'expenses.withdraw-report', input: { id, expectedVersion: 1 } },
    }
  },
})

/** Advances are paid in the office's currency. */
function advanceOf(act: Act, advance: { minor: bigint; currency: string } | null | undefined): bigint {
  if (!advance) return 0n
  if (advance.currency !== act.office.currency || advance.minor < 0n)
    act.refuse(c.officeCurrencyOnly, { currency: act.office.currency })
  return advance.minor
}

export const changeReportBody = implementCommand(c.changeReport, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  weigh: ({ advance }) => (advance ? { amount: advance } : {}),
  async run(act, input, before) {
    const { id, purpose, advance } = input
    const was = act.locked(id).title
    requireReportState(act, before, ['draft'], was)
    await updateReport(act, id, {
      ...tripAfter(act, input, before),
      ...(advance === undefined ? {} : { advance_minor: advanceOf(act, advance) }),
    })
    await reckon(act, id)
    const title = purpose ?? was
    const version = await act.changeRecord(id, {
      title,
      search: { body: keep(input.place, before.place) ?? '' },
    })
    act.emit(c.reportChanged, { id, title }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'expenses.change-report',
        input: {
          id,
          expectedVersion: version,
          purpose: was,
          leftOn: before.left_on?.toString() ?? null,
          leftTime: before.left_time,
          backOn: before.back_on?.toString() ?? null,
          backTime: before.back_time,
          place: before.place,
          country: before.country,
          advance:
            before.advance_minor === 0n
              ? null
              : money().encode({ minor: before.advance_minor, currency: before.currency }),
        },
      },
    }
  },
})

const between = (
  command: typeof c.withdrawReport,
  event: typeof c.reportWithdrawn,
  from: 'draft' | 'withdrawn',
  to: 'draft' | 'withdrawn',
  back: 'expenses.withdraw-report' | 'expenses.restore-report',
) =>
  implementCommand(command, {
    locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
    load: (act, { id }) => reportOf(act, id),
    async run(act, { id }, row) {
      const { title } = act.locked(id)
      requireReportState(act, row, [from], title)
      await updateReport(act, id, { state: to })
      const version = await act.changeRecord(id)
      act.emit(event, { id, title }, [id])
      return { output: { id, version }, undo: { command: back, input: { id, expectedVersion: version } } }
    },
  })

export const withdrawReportBody = between(
  c.withdrawReport,
  c.reportWithdrawn,
  'draft',
  'withdrawn',
  'expenses.restore-report',
)
export const restoreReportBody = between(
  c.restoreReport,
  c.reportRestored,
  'withdrawn',
  'draft',
  'expenses.withdraw-report',
)
