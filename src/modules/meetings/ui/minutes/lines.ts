/**
 * Lines of minutes while they are typed: what stands on the screen, what the server has, what is still to be sent. Pure, so that
 * nothing that was typed can be lost in between.
 */
export interface Line {
  readonly lineId: string
  readonly itemId: string | null
  readonly position: number
  readonly typed: string
}

export interface Sheet {
  readonly lines: readonly Line[]
  /** As the server has confirmed them. */
  readonly kept: ReadonlyMap<string, Line>
  /** Sent, and no answer came: the server may have them. */
  readonly tried: ReadonlySet<string>
}

const gap = 1000

export const same = (a: Line | undefined, b: Line): boolean =>
  a !== undefined && a.typed === b.typed && a.position === b.position && a.itemId === b.itemId

const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => a.position - b.position || (a.lineId < b.lineId ? -1 : 1))

/** What is to be sent: lines that are new or changed, and those that are gone. Empty ones that nobody has sent wait. */
export function unsent({ lines, kept, tried }: Sheet): { lines: Line[]; removed: string[] } {
  const here = new Set(lines.map(line => line.lineId))
  return {
    lines: lines.filter(
      line => !same(kept.get(line.lineId), line) && (line.typed.trim() !== '' || kept.has(line.lineId)),
    ),
    removed: [...new Set([...kept.keys(), ...tried])].filter(id => !here.has(id)),
  }
}

/** Before lines are sent. */
export const trying = (sheet: Sheet, lines: readonly Line[]): Sheet => ({
  ...sheet,
  tried: new Set([...sheet.tried, ...lines.map(line => line.lineId)]),
})

/** After an answer: what was sent is kept, also where it has been typed on since. */
export function confirmed(sheet: Sheet, sent: readonly Line[], removed: readonly string[]): Sheet {
  const kept = new Map(sheet.kept)
  for (const line of sent) kept.set(line.lineId, line)
  for (const id of removed) kept.delete(id)
  const answered = new Set([...sent.map(line => line.lineId), ...removed])
  return { ...sheet, kept, tried: new Set([...sheet.tried].filter(id => !answered.has(id))) }
}

/** What the server has now, others' lines among it: taken over, but for what was typed here and is not sent. */
export function merged(sheet: Sheet, server: readonly Line[]): Sheet {
  const waiting = unsent(sheet)
  const mine = new Map(waiting.lines.map(line => [line.lineId, line]))
  const gone = new Set(waiting.removed)
  const empty = sheet.lines.filter(line => line.typed.trim() === '' && !sheet.kept.has(line.lineId))
  const taken = server.filter(line => !gone.has(line.lineId)).map(line => mine.get(line.lineId) ?? line)
  const there = new Set(server.map(line => line.lineId))
  const added = [...mine.values(), ...empty].filter(line => !there.has(line.lineId))
  const lines = inOrder([...taken, ...added])
  return {
    lines: sameLines(lines, sheet.lines) ? sheet.lines : lines,
    kept: new Map(server.map(line => [line.lineId, line])),
    tried: sheet.tried,
  }
}

const sameLines = (a: readonly Line[], b: readonly Line[]): boolean =>
  a.length === b.length && a.every((line, at) => same(b[at], line) && b[at]!.lineId === line.lineId)

/** A new line after another of the same item, or at its end; where two stand too close, all get room again. */
export function inserted(
  lines: readonly Line[],
  { lineId, itemId, after }: { lineId: string; itemId: string | null; after: string | null },
): Line[] {
  const before = lines.find(line => line.lineId === after)
  const ordered = inOrder(lines)
  const from =
    before?.position ?? Math.max(0, ...ordered.filter(line => line.itemId === itemId).map(line => line.position))
  const next = ordered.find(line => line.position > from)
  const position = next ? Math.floor((from + next.position) / 2) : from + gap
  const line = { lineId, itemId, position, typed: '' }
  if (position !== from && position <= 1_000_000) return inOrder([...lines, line])
  const spread = (all: readonly Line[]) =>
    all.map((one, at) => ({ ...one, position: (at + 1) * Math.min(gap, Math.floor(1_000_000 / (all.length + 1))) }))
  return inserted(spread(ordered), { lineId, itemId, after })
}

export const changed = (lines: readonly Line[], lineId: string, typed: string): Line[] =>
  lines.map(line => (line.lineId === lineId ? { ...line, typed } : line))

export const without = (lines: readonly Line[], lineId: string): Line[] => lines.filter(line => line.lineId !== lineId)

/** What a line looks like being, before the server has said: the same marks. */
export const kindOf = (typed: string): 'note' | 'decision' | 'action' =>
  /^\s*d\s+\S/.test(typed) ? 'decision' : /^\s*a\s+[^:\n]{1,60}:\s+\S/.test(typed) ? 'action' : 'note'
