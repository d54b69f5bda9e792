/** The rule of a kind as a sender's papers follow it: what a person chose for them stands in the place of the office's rule. */
import type { FileClass } from '../consequences.ts'
import type { RuleInForce } from '../plan-store.ts'
import { type FilingLesson, heldForSure } from './lesson.ts'

export interface TaughtRule {
  readonly rule: RuleInForce
  /** The lessons it follows. */
  readonly by: readonly FilingLesson[]
  /** Each has held so often that nobody needs to look. */
  readonly proven: boolean
}

export function taughtRule(
  rule: RuleInForce,
  lessons: readonly FilingLesson[],
  classes: ReadonlyMap<string, FileClass>,
): TaughtRule {
  const by: FilingLesson[] = []
  let taught = rule
  for (const lesson of lessons) {
    if (lesson.about === 'class') {
      // A class that was taken out of use holds no longer.
      const classCode = classes.get(lesson.says.classCodeId)
      if (!classCode) continue
      taught = { ...taught, classCode }
    } else if (!rule.makes_task) continue
    else if (lesson.about === 'owner') taught = { ...taught, owner_id: lesson.says.ownerId, role: lesson.says.role }
    else taught = { ...taught, title: lesson.says.title }
    by.push(lesson)
  }
  return { rule: taught, by, proven: by.every(({ held }) => held >= heldForSure) }
}

/** The facts of a paper that a task's wording may hold, as they are written there. */
export type WordingFacts = Readonly<Record<'sender' | 'number' | 'subject' | 'total' | 'due', string | null>>

/**
 * A title as a person wrote it for one paper, as wording for the next ones: facts of this paper become their places. Null where a
 * number stands in it that is none of them, for that would be said of every paper.
 */
export function wordingOfTitle(title: string, facts: WordingFacts): string | null {
  const known = Object.entries(facts)
    .filter((fact): fact is [string, string] => fact[1] !== null && fact[1].length >= 2)
    .toSorted((a, b) => b[1].length - a[1].length)
  let wording = title
  for (const [name, value] of known) wording = wording.split(value).join(`{${name}}`)
  return /\d{3}/.test(wording) || wording.length > 200 ? null : wording
}
