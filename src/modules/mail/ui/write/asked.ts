/** A saved answer that is asked for in a text: `;` at the beginning of a word and what follows it up to the caret. */
export interface Asked {
  readonly text: string
  readonly from: number
  readonly to: number
}

export function asked(text: string, caret: number): Asked | null {
  const match = /(?:^|[\s(])(;([\p{L}\p{N}-]{0,30}))$/u.exec(text.slice(0, caret))
  if (!match) return null
  return { text: match[2]!, from: caret - match[1]!.length, to: caret }
}
