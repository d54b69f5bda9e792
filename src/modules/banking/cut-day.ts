/**
 * A bank may cut a day: its second statement of the day begins where the first one ended. Equal lines in both are twins then, not
 * the same line told twice, and are counted on.
 */
export interface DayPart {
  readonly statementId: string
  readonly opening: string | null
  readonly closing: string
}

/** The statements that a statement of this opening balance goes on from, back to the one that began the day. */
export function followed(parts: readonly DayPart[], opening: string): ReadonlySet<string> {
  const before = new Set<string>()
  let at: string | null = opening
  while (at !== null) {
    const next: DayPart | undefined = parts.find(
      part => part.closing === at && part.opening !== at && !before.has(part.statementId),
    )
    if (!next) break
    before.add(next.statementId)
    at = next.opening
  }
  return before
}
