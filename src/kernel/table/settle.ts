/** What a column of a table may mean, with how sure one is of it, the surest first. */
export interface ColumnGuess<Meaning> {
  readonly meaning: Meaning
  /** 0 to 1. */
  readonly confidence: number
}

export interface SettledGuess<Meaning> extends ColumnGuess<Meaning> {
  readonly others: readonly ColumnGuess<Meaning>[]
}

/**
 * Gives each meaning that may stand once to its surest column; those that lose it take their next guess, or what `spare`
 * says of the meaning that they lost.
 */
export function settleColumns<Meaning>(
  guesses: readonly SettledGuess<Meaning>[],
  mayRepeat: (meaning: Meaning) => boolean,
  spare: (lost: Meaning) => Meaning,
): SettledGuess<Meaning>[] {
  const settled = [...guesses]
  for (let round = 0; round < settled.length; round++) {
    const clash = settled.findIndex(
      (guess, at) =>
        !mayRepeat(guess.meaning) &&
        settled.some(
          (other, i) =>
            i !== at &&
            other.meaning === guess.meaning &&
            (other.confidence > guess.confidence || (other.confidence === guess.confidence && i < at)),
        ),
    )
    if (clash < 0) break
    const losing = settled[clash]!
    const next = losing.others.find(
      other =>
        other.meaning !== losing.meaning &&
        (mayRepeat(other.meaning) || settled.every(guess => guess.meaning !== other.meaning)),
    )
    settled[clash] = next
      ? { ...next, others: losing.others.filter(other => other !== next) }
      : { meaning: spare(losing.meaning), confidence: 0.3, others: [] }
  }
  return settled
}
