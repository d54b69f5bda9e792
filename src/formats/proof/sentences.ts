/** The sentence around a place: what else it says decides whether a day or a sum is meant as it stands. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { readonly from: number; readonly text: string } {
  const stops = /[.!?…](?=\s+["“”«»'(]?\p{Lu})|\n/gu
  let from = 0
  let until = text.length
  for (const stop of text.matchAll(stops)) {
    if (stop.index < start) {
      // a short word before a full stop is an abbreviation: `kl.`, `nr.`, `Dr.`
      if (stop[0] === '.' && /(?<!\p{L})\p{L}{1,3}$/u.test(text.slice(0, stop.index))) continue
      from = stop.index + 1
    } else if (stop.index >= end) {
      if (stop[0] === '.' && /(?<!\p{L})\p{L}{1,3}$/u.test(text.slice(0, stop.index))) continue
      until = stop.index
      break
    }
  }
  return { from, text: text.slice(from, until) }
}

/** Sentences and lines, each at its place. */
export function sentencesOf(text: string): { readonly start: number; readonly text: string }[] {
  const all: { start: number; text: string }[] = []
  let from = 0
  for (const stop of text.matchAll(/[.!?…]+(?=\s)|\n|$/gu)) {
    const until = stop.index + stop[0].length
    const raw = text.slice(from, until)
    const lead = raw.length - raw.trimStart().length
    if (raw.trim()) all.push({ start: from + lead, text: raw.trim() })
    from = until
  }
  return all
}
