/** The check before sending: every rule over what was written; what matters most stands first. */
import type { Prepared, ProofFinding, ProofQuestion, Rule } from './model.ts'
import { prepare } from './prepare.ts'
import { attachments } from './rules/attachments.ts'
import { days } from './rules/days.ts'
import { numbers } from './rules/numbers.ts'
import { people } from './rules/people.ts'
import { sums } from './rules/sums.ts'
import { times } from './rules/times.ts'
import { wording } from './rules/wording.ts'

const rules: readonly Rule[] = [people, sums, numbers, attachments, days, times, wording]

export interface Checked {
  readonly prepared: Prepared
  readonly findings: readonly ProofFinding[]
}

export function check(question: ProofQuestion): Checked {
  const prepared = prepare(question)
  const findings = rules.flatMap(rule => rule(prepared))
  return { prepared, findings: onceEach(findings).sort(order) }
}

const order = (a: ProofFinding, b: ProofFinding): number =>
  Number(a.severity === 'quiet') - Number(b.severity === 'quiet') ||
  Number(a.at !== null) - Number(b.at !== null) ||
  Number(a.at?.field === 'text') - Number(b.at?.field === 'text') ||
  (a.at?.start ?? 0) - (b.at?.start ?? 0)

/** One rule says one thing of a place. */
const onceEach = (findings: readonly ProofFinding[]): ProofFinding[] =>
  findings.filter(
    (one, index) =>
      findings.findIndex(
        other =>
          other.rule === one.rule &&
          other.at?.field === one.at?.field &&
          (other.at?.start ?? other.words) === (one.at?.start ?? one.words),
      ) === index,
  )
