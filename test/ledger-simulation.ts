/**
 * A seeded simulation of an office's books: many callers at once post, reverse, owe, settle, lock and open months, some
 * wrongly, some twice under one key, some with their connection cut under them. Afterwards everything the database holds
 * must still be true. For the tests (1,000 steps) and the bench (10,000).
 */
import type { Outcome } from '../src/kernel/dispatch/outcome.ts'
import type { Command } from '../src/kernel/declare.ts'
import { decimalOfMoney } from '../src/kernel/money.ts'
import { taxOf } from '../src/modules/ledger/compose.ts'
import { lockPeriods, postEntry, reverseEntry, unlockPeriods } from '../src/modules/ledger/contract.ts'
import { type BooksOffice, insertRecord, tell } from '../src/modules/ledger/testing.ts'

export interface Simulated {
  readonly steps: number
  readonly done: number
  readonly refused: Readonly<Record<string, number>>
  /** Connections that were cut while a caller was at work. */
  readonly cuts: number
  readonly entries: number
  readonly settlements: number
}

/** A small generator of numbers in [0, 1) that gives the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Step {
  readonly command: Command
  readonly input: object
  readonly key: string
  /** What the journal's order is checked by. */
  readonly does: 'post' | 'lock' | 'unlock' | 'other'
  readonly on: string
}

interface Done {
  readonly does: Step['does']
  readonly on: string
  readonly journal: number
}

const sek = (minor: bigint) => ({
  amount: decimalOfMoney({ minor, currency: 'SEK' }),
  currency: 'SEK',
})
const codes = [
  { code: 'I25', rate: 2500, counts: true },
  { code: 'I25H', rate: 2500, counts: true },
  { code: 'I6', rate: 600, counts: true },
  { code: 'IEUT', rate: 2500, counts: false },
] as const

class Simulation {
  readonly random: () => number
  readonly history: Done[] = []
  readonly refused: Record<string, number> = {}
  readonly office: BooksOffice
  readonly recordId: string
  done = 0
  cuts = 0
  #made = 0
  #entries: string[] = []

  constructor(office: BooksOffice, seed: number, recordId: string) {
    this.office = office
    this.random = seeded(seed)
    this.recordId = recordId
  }

  below = (most: number): number => Math.floor(this.random() * most)
  pick = <T>(of: readonly T[]): T => of[this.below(of.length)]!
  day = (): string =>
    Temporal.PlainDate.from('2026-01-01')
      .add({ days: this.below(365) })
      .toString()

  /** Lines that add up, or now and then do not. */
  lines() {
    const net = BigInt(1 + this.below(1_000_000)) * (this.random() < 0.1 ? -1n : 1n)
    const { code, rate, counts } = this.pick(codes)
    const owed = net + (counts ? taxOf(net, rate) : 0n)
    const wrong = this.random() < 0.05 ? 1n : 0n
    return [
      { account: this.pick(['5010', '6110', '6540']), amount: sek(net), vatCode: code },
      { role: this.pick(['payables', 'bank'] as const), amount: sek(-owed - wrong) },
    ]
  }

  step(): Step {
    const key = `step:${this.#made++}`
    const on = this.day()
    const chance = this.random()
    if (chance < 0.4)
      return { command: postEntry, input: { on, text: 'By hand', lines: this.lines() }, key, does: 'post', on }
    if (chance < 0.6) return { command: tell, input: { book: [this.wish(on)] }, key, does: 'post', on }
    if (chance < 0.68 && this.#entries.length > 0) {
      const id = this.pick(this.#entries)
      return { command: reverseEntry, input: { id, on }, key, does: 'post', on }
    }
    if (chance < 0.94) return { command: tell, input: this.owing(on), key, does: 'other', on }
    if (chance < 0.955) return { command: lockPeriods, input: { until: on }, key, does: 'lock', on }
    return { command: unlockPeriods, input: { from: on, reason: 'Simulated' }, key, does: 'unlock', on }
  }

  /** A wish whose key others may have used already. */
  wish(on: string) {
    return {
      key: `wish:${this.below(this.#made + 1)}`,
      book: 'bills' as const,
      on,
      text: 'By a paper',
      lines: this.lines(),
      sourceId: this.recordId,
    }
  }

  owing(on: string) {
    const itemKey = `item:${this.below(40)}`
    const chance = this.random()
    const amount = BigInt(1 + this.below(60_000))
    if (chance < 0.3)
      return {
        items: [
          {
            key: itemKey,
            side: 'payable' as const,
            recordId: this.recordId,
            partyId: null,
            partyName: 'Somebody',
            number: itemKey,
            reference: null,
            issuedOn: on,
            dueOn: on,
            amount: sek(100_000n),
            payTo: null,
            method: 'transfer' as const,
            discount: null,
            ready: true,
            holdReason: null,
          },
        ],
      }
    const key = `pay:${this.below(400)}`
    if (chance < 0.8)
      return { settled: [{ key, itemKey, amount: sek(amount), on, byId: null, how: 'payment' as const }] }
    return chance < 0.92 ? { settlementsWithdrawn: [{ key }] } : { itemsWithdrawn: [{ key: itemKey }] }
  }

  /** Does a step to its end, under one key however often its connection is cut. */
  async run(step: Step): Promise<void> {
    for (let tries = 0; ; tries++) {
      let outcome: Outcome
      try {
        outcome = await this.office.office.dispatch(step.command, step.input, this.office.elin, { key: step.key })
      } catch (error) {
        // a cut connection is all that may go wrong unexpectedly; whoever was cut tries again
        if (tries >= 8 || !/terminat|closed|reset|ended/i.test(String(error))) throw error
        continue
      }
      if (outcome.status === 'refused' && ['records-busy', 'fault'].includes(outcome.refusal.name) && tries < 8)
        continue
      return this.note(step, outcome)
    }
  }

  note(step: Step, outcome: Outcome): void {
    if (outcome.status === 'refused') {
      this.refused[outcome.refusal.name] = (this.refused[outcome.refusal.name] ?? 0) + 1
      return
    }
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    this.done++
    const posted = outcome.events.some(({ name }) => name === 'ledger.entry-posted')
    const counts = step.does === 'post' ? posted : step.does !== 'other'
    if (counts) this.history.push({ does: step.does, on: step.on, journal: outcome.journal! })
    if (step.command === postEntry) this.#entries.push((outcome.output as { id: string }).id)
  }

  /** Cuts the connection of whoever of the application is at work just now. */
  async cut(): Promise<void> {
    const { rows } = await this.office.office.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and datname = current_database() and usename <> current_user and xact_start is not null limit 1`,
    )
    this.cuts += rows.length
  }
}

/** Plays so many steps, `callers` at a time; a share of them has a connection cut beneath it. */
export async function simulate(
  office: BooksOffice,
  options: { seed: number; steps: number; callers?: number; cutShare?: number },
): Promise<Simulated> {
  const { seed, steps, callers = 4, cutShare = 0.01 } = options
  const recordId = await insertRecord(office.office, office.organisationId, 'bill', 'A bill')
  const simulation = new Simulation(office, seed, recordId)
  for (let played = 0; played < steps; ) {
    const many = Math.min(callers, steps - played)
    const batch = Array.from({ length: many }, () => simulation.step())
    // the same act twice at once, under one key: one effect
    if (simulation.random() < 0.1) batch.push(batch[0]!)
    const cutting = simulation.random() < cutShare * many ? simulation.cut() : null
    await Promise.all([...batch.map(step => simulation.run(step)), cutting])
    played += many
  }
  checkOrder(simulation.history)
  const held = await check(office)
  return { steps, done: simulation.done, refused: simulation.refused, cuts: simulation.cuts, ...held }
}

/** In the order of the journal nothing was ever posted in a month that was locked. */
function checkOrder(history: readonly Done[]): void {
  const locked = new Set<string>()
  const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)
  const endOf = (month: string) => {
    const first = Temporal.PlainDate.from(`${month}-01`)
    return first.with({ day: first.daysInMonth }).toString()
  }
  for (const { does, on, journal } of [...history].sort((a, b) => a.journal - b.journal)) {
    if (does === 'post' && locked.has(on.slice(0, 7)))
      throw new Error(`line ${journal} posted on ${on}, which was locked`)
    for (const month of months) {
      if (does === 'lock' && endOf(month) <= on) locked.add(month)
      if (does === 'unlock' && endOf(month) >= on) locked.delete(month)
    }
  }
}

const promises: Readonly<Record<string, string>> = {
  'every entry is whole and balanced': `
    select e.id from ledger.entry e left join ledger.posting p on p.organisation_id = e.organisation_id and p.entry_id = e.id
    group by e.id, e.line_count having coalesce(sum(p.amount_minor), 1) <> 0 or count(p.line) <> e.line_count`,
  'no series has a gap': `
    select s.code from ledger.series s left join ledger.entry e on e.organisation_id = s.organisation_id and e.year_id = s.year_id and e.series = s.code
    group by s.organisation_id, s.year_id, s.code, s.last_number having count(e.id) <> s.last_number or max(e.number) <> s.last_number`,
  'the sums are what was posted': `
    select 1 from (select organisation_id, account, period_on, debit_minor - credit_minor as amount from ledger.balance) b
    full join (select p.organisation_id, p.account, e.period_on, sum(p.amount_minor) as amount from ledger.posting p
      join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id group by 1, 2, 3) s using (organisation_id, account, period_on)
    where b.amount is distinct from s.amount`,
  'no item is settled by more than it is owed': `
    select i.key from ledger.item i left join ledger.settlement s on s.organisation_id = i.organisation_id and s.item_id = i.id and s.withdrawn_at is null
    group by i.organisation_id, i.id having coalesce(sum(s.amount_minor), 0) <> i.settled_minor or i.settled_minor > i.amount_minor
      or (i.withdrawn_at is not null and i.settled_minor <> 0)`,
  'no entry is reversed twice': `
    select reversal_of from ledger.entry where reversal_of is not null group by reversal_of having count(*) > 1`,
}

/** Everything the books promise, asked of the database itself. */
async function check({ office }: BooksOffice): Promise<{ entries: number; settlements: number }> {
  for (const [promise, wrong] of Object.entries(promises)) {
    const { rows } = await office.superuser.query(wrong)
    if (rows.length > 0) throw new Error(`not so: ${promise}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  const { rows } = await office.superuser.query(
    'select (select count(*)::int from ledger.entry) as entries, (select count(*)::int from ledger.settlement) as settlements',
  )
  return rows[0] as { entries: number; settlements: number }
}
