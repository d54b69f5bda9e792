import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { TaskWish } from '../../work/contract.ts'
import { applyRules, applyRulesJob, fireRule, rulesFailed } from '../contract.ts'
import { registerOf, type Register } from '../register-row.ts'
import { type KeptRule, rulesOf } from '../rules.ts'
import type { RegistersTables } from '../tables.ts'
import { inOffice } from '../words.ts'

/** Happenings told in one act. */
const atOnce = 50
/** Rules that may lead to one another. */
const longestChain = 5

interface Happening {
  readonly id: string
  readonly row_id: string
  readonly what: 'added' | 'changed' | 'date'
  readonly field_ids: string[]
  readonly rule_id: string | null
  readonly chain: string[]
  readonly day: Temporal.PlainDate | null
}

/** What comes of a rule that is fired for a row: done, passed, unseen or the refusal's name; null where it did not apply. */
type Ended = string | null

export const applyRulesBody = implementCommand(applyRules, {
  async run(act, { registerId }) {
    const register = await registerOf(act, registerId)
    const happenings = await take(act, registerId)
    const rules = register.retired_at ? [] : (await rulesOf(act, registerId)).filter(rule => rule.enabled)
    const failed = new Map<KeptRule, Map<string, string>>()
    for (const happening of happenings) {
      for (const rule of rules.filter(one => isFor(one, happening))) {
        const ended = await fire(act, registerId, rule, happening)
        if (ended === null && happening.day === null) continue
        await keepRun(act, registerId, rule, happening, ended ?? 'passed')
        if (ended === null || ['done', 'unseen', 'passed'].includes(ended)) continue
        failed.set(rule, (failed.get(rule) ?? new Map()).set(happening.row_id, ended))
      }
    }
    await tellFailures(act, register, failed)
    await sql`delete from registers.happening where organisation_id = ${act.office.id}
      and id = any(${happenings.map(({ id }) => id)}::uuid[])`.execute(act.db())
    const left = await countLeft(act, registerId)
    if (left > 0) act.enqueue(applyRulesJob, { registerId })
    return { output: { handled: happenings.length, left } }
  },
})

/** Those that wait, oldest first; what another worker has in hand is left to it. */
async function take(act: Act, registerId: string): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    select h.id, h.row_id, h.what, h.field_ids, h.rule_id, h.chain,
      case when h.what = 'date' then (select v.day from registers.value v where v.organisation_id = h.organisation_id
        and v.row_id = h.row_id and v.field_id = h.field_ids[1] and v.ordinal = 0) end as day
    from registers.happening h where h.organisation_id = ${act.office.id} and h.register_id = ${registerId}
    order by h.id limit ${atOnce} for update of h skip locked`.execute(act.db())
  return rows
}

async function countLeft(act: Act, registerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from registers.happening
    where organisation_id = ${act.office.id} and register_id = ${registerId}`.execute(act.db())
  return rows[0]!.count
}

function isFor(rule: KeptRule, { what, field_ids, rule_id, day }: Happening): boolean {
  if (rule.rule.when.on !== what) return false
  if (what === 'date') return rule.id === rule_id && day !== null
  return what === 'added' || field_ids.includes(rule.triggerFieldId!)
}

/** A rule runs once in a chain, and a chain ends: rules that set each other off are told, not followed. */
async function fire(act: Act, registerId: string, rule: KeptRule, happening: Happening): Promise<Ended> {
  const { row_id: id, field_ids: fieldIds, chain } = happening
  if (chain.includes(rule.id)) return 'rule-loop'
  if (chain.length >= longestChain) return 'rule-chain'
  const outcome = await act.actAs(rule.authorId, fireRule, { id, registerId, ruleId: rule.id, fieldIds, chain })
  if (outcome.status === 'done') return outcome.output.fired ? 'done' : null
  if (outcome.status !== 'refused') return 'act-not-permitted'
  const { name, data } = outcome.refusal
  if (name === 'record-not-found') return 'unseen'
  return name === 'rule-action-refused' && typeof data['because'] === 'string' ? data['because'] : name
}

async function keepRun(act: Act, registerId: string, rule: KeptRule, { row_id, day }: Happening, outcome: string) {
  await act
    .db<RegistersTables>()
    .insertInto('registers.rule_run')
    .values({
      organisation_id: act.office.id,
      register_id: registerId,
      rule_id: rule.id,
      id: act.newId(),
      row_id,
      at: act.at,
      outcome,
      day,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Its author hears of it by a task, once a day for each rule; where he is no longer here, whoever runs the office does. */
async function tellFailures(act: Act, register: Register, failed: ReadonlyMap<KeptRule, ReadonlyMap<string, string>>) {
  for (const [{ id, rule, authorId }, rows] of failed) {
    const { rows: here } = await sql`select 1 from authority.role_holder
      where organisation_id = ${act.office.id} and principal_id = ${authorId} limit 1`.execute(act.db())
    const words = inOffice(act.office.language)
    const wish: TaskWish = {
      key: `registers:rule:${id}:${act.today}`,
      title: words('task.rule-failed', { rule: rule.name, register: register.plural }).slice(0, 300),
      reason: words('task.rule-failed.why', { count: rows.size }),
      sourceId: register.id,
      ...(here.length > 0 ? { ownerId: authorId } : { role: 'owner' }),
    }
    act.emit(rulesFailed, { id: register.id, name: register.plural, rule: rule.name, count: rows.size, work: [wish] }, [
      register.id,
    ])
  }
}
