import { apart, folded } from '../../formats/proof/near.ts'

const parts = (name: string): string[] => folded(name).match(/\p{L}{2,}/gu) ?? []

/** Two people whom one takes for each other: one name, or one surname with nearly one first name, or the other way about. */
export function isNamesake(a: string, b: string): boolean {
  const [one, two] = [parts(a), parts(b)]
  if (one.length < 2 || two.length < 2) return false
  const [first, last] = [one[0]!, one.at(-1)!]
  const [otherFirst, otherLast] = [two[0]!, two.at(-1)!]
  if (last === otherLast) return first === otherFirst || apart(first, otherFirst, 2) <= 2 || first[0] === otherFirst[0]
  return first === otherFirst && apart(last, otherLast, 2) <= 2
}
