/**
 * What a line of the minutes means, as it is typed: "d …" is a decision, "a karin fri: …" something that Karin does by Friday,
 * anything else a note. Purely; whom a name means is found by whoever asks.
 */
import { readQuickEntry, type WorkingCalendar } from '../work/contract.ts'
import type { LineKind } from './contract/shapes.ts'

export interface TypedLine {
  readonly kind: LineKind
  readonly text: string
  readonly who: string | null
  readonly dueOn: Temporal.PlainDate | null
}

export interface TypedSettings {
  readonly today: Temporal.PlainDate
  readonly language: string
  readonly calendar: WorkingCalendar
}

/** Small letters, since a sentence may begin with "A"; who and when stand before the colon, and are few words. */
const actionLine = /^a\s+([^:\n]{1,60}?)\s*:\s+(\S.*)$/su
const decisionLine = /^d\s+(\S.*)$/su

export function readTypedLine(typed: string, settings: TypedSettings): TypedLine {
  const line = typed.trim()
  const decided = decisionLine.exec(line)
  if (decided) return { kind: 'decision', text: decided[1]!, who: null, dueOn: null }
  const [, head, text] = actionLine.exec(line) ?? []
  if (head === undefined || text === undefined) return { kind: 'note', text: line, who: null, dueOn: null }
  const { title, dueOn, person } = readQuickEntry(head, settings)
  const who = (person ?? title).replace(/^@/, '').replaceAll('_', ' ').trim().slice(0, 120)
  return { kind: 'action', text, who: who || null, dueOn }
}
