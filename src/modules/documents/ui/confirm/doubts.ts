/** Which fields a paper shows, which of them are doubtful, and where the keyboard begins. */
import type { Consequence, DocumentDetail, Edits, FieldName, ReadField } from './confirmTypes.ts'

export type Asked = DocumentDetail['asked']
export type Doubts = ReadonlySet<FieldName>

const openStates: ReadonlySet<string> = new Set(['to-confirm', 'needs-help', 'set-aside'])
/** Whether it can still be confirmed. */
export const isOpen = (detail: DocumentDetail | undefined): boolean => openStates.has(detail?.row.state ?? '')

/** What is asked of it: of the kind it was read as, or of the one a person chose. */
export const askedOf = (detail: DocumentDetail, edits: Edits, effect: Consequence | null): Asked =>
  effect && (edits.kind ? effect.kind === edits.kind : edits.ownKindId !== undefined) ? effect.asked : detail.asked

const unshown: Doubts = new Set(['kind', 'currency'])
/** The sender’s numbers stand at its name; they are shown where they are doubtful alone. */
const quiet: Doubts = new Set(['senderVatNumber', 'senderOrganisationNumber', 'bic', 'payable'])
/** Below this a reading is doubtful, where the server has not been asked yet. */
const surely = 0.9

/** What keeps the paper from being sure, as the server counts it; until it has answered, as it was read. */
export function doubtsOf(detail: DocumentDetail, asked: Asked, effect: Consequence | null): Doubts {
  if (effect) return new Set([...effect.doubts, ...effect.missing])
  const needed = new Set(asked.filter(one => one.needed).map(({ name }) => name))
  const read = new Set(detail.fields.map(({ name }) => name))
  return new Set([
    ...detail.fields.filter(field => isUnsure(field, needed.has(field.name))).map(({ name }) => name),
    ...[...needed].filter(name => !read.has(name)),
  ])
}

const isUnsure = ({ correctedFrom, sure, confidence }: ReadField, needed: boolean): boolean =>
  correctedFrom === null && (needed ? !sure : confidence < surely)

/** The fields of its kind that were read or are needed, then whatever else was read; the empty ones that nobody needs come last. */
export function fieldsToShow(detail: DocumentDetail, asked: Asked, doubts: Doubts): FieldName[] {
  const shown = (name: FieldName) => name !== 'kind' && (doubts.has(name) || !unshown.has(name))
  const loud = (name: FieldName) => doubts.has(name) || !quiet.has(name)
  const read = new Set(detail.fields.map(({ name }) => name))
  const names = asked.map(({ name }) => name).filter(shown)
  const needed = new Set(asked.filter(one => one.needed).map(({ name }) => name))
  const others = [...read].filter(name => shown(name) && loud(name) && !names.includes(name))
  const standing = names.filter(name => needed.has(name) || (read.has(name) && loud(name)))
  const empty = names.filter(name => !standing.includes(name) && !quiet.has(name))
  return [...new Set([...standing, ...others, ...empty])]
}

/** Which field stands first in line: the first doubtful one, else the first. */
export function firstField(detail: DocumentDetail, effect: Consequence | null): FieldName | null {
  const doubts = doubtsOf(detail, detail.asked, effect)
  const names = fieldsToShow(detail, detail.asked, doubts)
  return names.find(name => doubts.has(name)) ?? names[0] ?? null
}

/** Where on the paper the value stands that is chosen now: another reading of it may stand elsewhere. */
export function placeOf(field: ReadField, edited: string | null | undefined): Pick<ReadField, 'page' | 'box'> {
  const other = edited ? field.alternatives.find(({ value }) => value === edited) : undefined
  return other?.box ? other : field
}
