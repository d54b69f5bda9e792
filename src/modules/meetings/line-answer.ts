import type { Named } from '../../kernel/shapes.ts'
import type { LineRow } from './meeting-row.ts'

/** A line as it is answered. */
export const lineAnswer = (line: LineRow, name: (id: string | null) => Named | null, number: string | null = null) => ({
  lineId: line.id,
  itemId: line.item_id,
  position: line.position,
  typed: line.typed,
  kind: line.kind,
  text: line.body,
  who: line.who,
  owner: name(line.owner_id),
  dueOn: line.due_on,
  number,
})
