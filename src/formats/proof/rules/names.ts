/** Names that are spelled unlike the directory. */
import { found, type Prepared, type ProofFinding } from '../model.ts'
import { apart, folded } from '../near.ts'

/** Words that begin large and are a letter or two from a name that the office knows. */
export function names(prepared: Prepared): ProofFinding[] {
  const known = prepared.question.names
  if (known.length === 0) return []
  const parts = new Map<string, string>()
  for (const name of known)
    for (const part of name.match(/[\p{L}'’-]{3,}/gu) ?? [])
      if (/^\p{Lu}/u.test(part)) parts.set(part.toLowerCase(), part)
  const phrases = known.map(name => name.toLowerCase())
  const findings: ProofFinding[] = []
  for (const passage of prepared.passages) {
    for (const match of passage.text.matchAll(
      /(?<![\p{L}\p{N}@._/-])(\p{Lu}[\p{L}'’-]{2,})(?:\s+(\p{Lu}[\p{L}'’-]{1,}))?(?:\s+(\p{Lu}[\p{L}'’-]{1,}))?/gu,
    )) {
      const written = match.slice(1).filter(part => part !== undefined)
      // beside a name that is right, one that is nearly right
      for (const [index, part] of written.entries()) {
        if (parts.has(part.toLowerCase())) continue
        const beside = [written[index - 1], written[index + 1]].filter(one => one !== undefined)
        const near = nearName(part, beside, known, parts)
        if (!near) continue
        const bare = near.toLowerCase()
        if (
          part.toLowerCase() === `${bare}s` ||
          part.toLowerCase() === `${bare}’s` ||
          part.toLowerCase() === `${bare}'s`
        )
          continue
        const start = match.index + match[0].indexOf(part)
        if (phrases.includes(part.toLowerCase())) continue
        findings.push(
          found(passage, start, start + part.length, {
            rule: 'name',
            severity: 'quiet',
            data: { name: near },
            suggestion: near,
          }),
        )
      }
    }
  }
  return findings.filter((one, index, all) => all.findIndex(other => other.words === one.words) === index).slice(0, 6)
}

/** The name meant: one whose other part stands beside it; alone only where it is long and a letter away. */
function nearName(
  part: string,
  beside: readonly string[],
  known: readonly string[],
  parts: ReadonlyMap<string, string>,
): string | null {
  const lower = part.toLowerCase()
  for (const name of known) {
    const of = name.match(/[\p{L}'’-]{2,}/gu) ?? []
    if (of.length < 2) continue
    for (const [index, one] of of.entries()) {
      const neighbours = [of[index - 1], of[index + 1]]
        .filter(other => other !== undefined)
        .map(other => other.toLowerCase())
      if (
        one.length < 3 ||
        Math.abs(one.length - part.length) > 2 ||
        !beside.some(other => neighbours.includes(other.toLowerCase()))
      )
        continue
      const distance = apart(lower, one.toLowerCase(), 2)
      if (distance > 0 && distance <= (one.length > 5 ? 2 : 1) && lower !== `${one.toLowerCase()}s`) return one
    }
  }
  if (part.length < 6) return null
  for (const [key, name] of parts) {
    if (key.length < 6 || Math.abs(key.length - lower.length) > 1 || key[0] !== lower[0]) continue
    if (apart(lower, key, 1) === 1 && !inflected(lower, key)) return name
    if (folded(lower) === folded(key)) return name
  }
  return null
}

/** A name with an ending: Hisings, Löfs, Annas, Annei. */
const inflected = (written: string, name: string): boolean =>
  written.startsWith(name) || written.slice(0, -1) === name.slice(0, -1)
