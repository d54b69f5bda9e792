/** What strangers wrote, made fit to be kept: PostgreSQL holds no NUL, JSON no half characters. */

/** One line, trimmed, without control characters and without what turns text round. */
export const cleanLine = (text: string | null | undefined, most: number): string =>
  (text ?? '')
    .slice(0, most * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

/** Many lines. */
export const cleanText = (text: string, most: number): string =>
  text
    .slice(0, most)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')

/** A file name without folders: it was chosen by a stranger. */
export const cleanName = (name: string | null | undefined): string => cleanLine((name ?? '').split(/[\\/]/).at(-1), 200)
