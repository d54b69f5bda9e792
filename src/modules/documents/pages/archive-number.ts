/** Archive numbers: as they are printed on a label, found by search, and read out of a code. */

/** `A000412`: six digits, so that a shelf of them stands in order. */
export const archiveName = (number: number): string => `A${String(number).padStart(6, '0')}`

/** What a search finds a paper by beside its text: as printed, and without the zeros. */
export function searchBody(name: string, text: string, archiveNumber: number | null): string {
  const number = archiveNumber === null ? '' : `${archiveName(archiveNumber)} A${archiveNumber}\n`
  return `${name}\n${number}${text}`
}

export interface OfficeMark {
  readonly token: string
  readonly kind: 'separator' | 'label'
}

/** Splits `KTR:TOKEN` and `KTR:TOKEN:412`. */
export function partsOfMark(text: string): { readonly token: string; readonly number: number | null } {
  const [, token = '', number] = text.split(':')
  return { token, number: number === undefined ? null : Number(number) }
}
