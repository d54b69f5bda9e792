import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { planSetUp, setUpPlan } from '../contract.ts'
import { catalogues } from '../messages/index.ts'
import { standardRule } from '../plan-store.ts'
import { accountingRetention, accountingRule, standardClasses, standardRules } from '../standard-plan.ts'
import type { DocumentsTables } from '../tables.ts'

type Words = (key: string) => string

function wordsOf(act: Act): Words {
  const messages: Readonly<Record<string, unknown>> = catalogues[nearestLanguage(act.office.language)]
  return key => String(messages[key])
}

/** The classes that are missing; gives all by their code. */
async function setUpClasses(act: Act, words: Words): Promise<{ ids: Map<string, string>; made: number }> {
  const db = act.db<DocumentsTables>()
  const have = await db
    .selectFrom('documents.class_code')
    .select(['id', 'code'])
    .where('organisation_id', '=', act.office.id)
    .execute()
  const ids = new Map(have.map(({ id, code }) => [code, id]))
  let made = 0
  for (const standard of standardClasses) {
    if (ids.has(standard.code)) continue
    const name = words(`plan.${standard.code}`)
    // The plan itself is open to everybody; `class` says what its papers are.
    const id = await act.createRecord({ kind: 'class-code', title: `${standard.code} ${name}`, class: 0 })
    await db
      .insertInto('documents.class_code')
      .values({
        organisation_id: act.office.id,
        id,
        code: standard.code,
        name,
        retention_years: standard.years === 'accounting' ? accountingRetention(act.office.country) : standard.years,
        retention_from: standard.from,
        retention_basis: standard.years === 'accounting' ? accountingRule(act.office.country) : null,
        class: standard.class,
      })
      .execute()
    ids.set(standard.code, id)
    made++
  }
  return { ids, made }
}

async function setUpRules(act: Act, words: Words, classes: ReadonlyMap<string, string>): Promise<number> {
  const db = act.db<DocumentsTables>()
  const have = await db
    .selectFrom('documents.intake_rule')
    .select('kind')
    .where('organisation_id', '=', act.office.id)
    .execute()
  const kinds = new Set(have.map(({ kind }) => kind))
  let made = 0
  for (const { kind, classCode } of standardRules) {
    if (kinds.has(kind)) continue
    const id = await act.createRecord({ kind: 'intake-rule', title: words(`choice.kind.${kind}`), class: 0 })
    await db
      .insertInto('documents.intake_rule')
      .values({
        organisation_id: act.office.id,
        id,
        kind,
        ...standardRule(kind),
        class_code_id: classes.get(classCode) ?? null,
      })
      .execute()
    made++
  }
  return made
}

/** Two that set it up at once meet at the unique codes: the later one is refused as a whole and finds it done. */
export const setUpPlanBody = implementCommand(setUpPlan, {
  async run(act) {
    const words = wordsOf(act)
    const { ids, made } = await setUpClasses(act, words)
    const rules = await setUpRules(act, words, ids)
    act.emit(planSetUp, { classCodes: made, rules })
    return { output: { classCodes: made, rules } }
  },
})
