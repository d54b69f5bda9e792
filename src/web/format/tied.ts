/** Titles hold amounts as they were typed or written by others: `Pay 48 312,50 SEK`. A line must not break inside one. */

const nbsp = '\u00a0'

/** ISO 4217 codes and the marks that offices write behind a sum. */
const unit = '(?:[A-Z]{3}|kr|lei|RON|€|£|%)'

/** Within a figure (`48 312`), and between it and what it counts (`312,50 SEK`). */
const within = /(?<=\d)[ \u202f](?=\d{3}(?!\d))/g
const before = new RegExp(`(?<=\\d)[ \\u202f](?=${unit}(?![\\p{L}\\d]))`, 'gu')

/** The same words with no-break spaces inside amounts. */
export const tied = (text: string): string => text.replace(within, nbsp).replace(before, nbsp)
