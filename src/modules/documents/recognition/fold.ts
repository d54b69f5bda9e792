import { fold } from '../../../kernel/language/fold.ts'

export { fold }

/** Folded letters and digits only: `Br utto-summe:` and `Bruttosumme` become the same key. */
export function squash(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '')
}
