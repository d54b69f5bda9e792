/**
 * How the numbers of matters are written, purely. A pattern holds one run of n in braces (its least width) and at most
 * one year: `{yyyy}-{nnn}` gives 2026-014, `A{yy}/{n}` gives A26/3. With a year the count begins anew each year.
 */
const token = /\{(yyyy|yy|n{1,6})\}/g
const plain = /^[\p{L}\d./_-]*$/u

/** The pattern of an office that has said nothing. */
export const standardPattern = '{yyyy}-{nnn}'

/** Whether numbers can be written by it. */
export function isPattern(pattern: string): boolean {
  const tokens = [...pattern.matchAll(token)].map(([, name]) => name!)
  const numbers = tokens.filter(name => name.startsWith('n')).length
  return (
    numbers === 1 && tokens.length - numbers <= 1 && plain.test(pattern.replaceAll(token, '')) && pattern.length <= 40
  )
}

/** The pattern without the width of its number: two series that share it would write the same numbers. */
export const skeletonOf = (pattern: string): string => pattern.replace(/\{n+\}/, '{n}').toLowerCase()

/** The year that a number of today counts in; 0 where the series runs on through the years. */
export const yearOf = (pattern: string, today: Temporal.PlainDate): number => (/\{yy/.test(pattern) ? today.year : 0)

export function writeNumber(pattern: string, today: Temporal.PlainDate, serial: bigint): string {
  return pattern.replaceAll(token, (_whole, name: string) => {
    if (name === 'yyyy') return String(today.year).padStart(4, '0')
    if (name === 'yy') return String(today.year % 100).padStart(2, '0')
    return String(serial).padStart(name.length, '0')
  })
}
