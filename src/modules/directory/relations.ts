import { otherDirection, type RelationKind, relations, type SaidRelation } from './contract/shapes.ts'

export interface KeptRelation {
  readonly from: string
  readonly to: string
  readonly relation: RelationKind
}

/** What one says of another from their own side, as it is kept: one row, whichever side it was said from. */
export function keptAs(id: string, said: SaidRelation, otherId: string): KeptRelation {
  const forth = relations.find(relation => relation === said)
  if (forth === 'spouse-of')
    return { from: id < otherId ? id : otherId, to: id < otherId ? otherId : id, relation: forth }
  if (forth) return { from: id, to: otherId, relation: forth }
  const back = relations.find(relation => otherDirection[relation] === said)!
  return { from: otherId, to: id, relation: back }
}

/** A kept relation as one of its two sides says it. */
export function saidFrom(isFrom: boolean, relation: RelationKind): SaidRelation {
  return isFrom ? relation : otherDirection[relation]
}
