/** The subject that all mails of a thread share: without what programs put before it, folded. */

/** Re, Fwd and their like in the languages one meets. */
const before =
  /^\s*(\[[^\]]{1,40}\]\s*)?((re|sv|vs|ang|fw|fwd|vb|vid|antw|aw|betr|doorst|rif|rép|tr|enc|res|ref|răsp|odp|wg|vl)(\[\d+\])?\s*[:：]\s*)+/i

export const isAnswer = (subject: string): boolean => before.test(subject)

export function topicOf(subject: string): string {
  let rest = subject
  for (let cut = rest.replace(before, ''); cut !== rest; cut = rest.replace(before, '')) rest = cut
  return rest
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 200)
    .toWellFormed()
}
