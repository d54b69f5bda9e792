/** Lines of a vCard that the directory has no place for (RFC 6350, 3.3): kept as they were, and given back. */

/** What the directory writes by itself; a group (`item1.`) goes with its property. */
const known = new Set([
  'BEGIN',
  'END',
  'VERSION',
  'PRODID',
  'UID',
  'FN',
  'N',
  'KIND',
  'ORG',
  'TITLE',
  'ROLE',
  'TEL',
  'EMAIL',
  'ADR',
  'URL',
  'LANG',
  'NOTE',
  'REV',
  'X-ABSHOWAS',
  'X-KONTOR-COMPANY-NUMBER',
  'X-KONTOR-VAT-NUMBER',
  'X-KONTOR-COUNTRY',
  'X-KONTOR-LANGUAGE',
  'X-KONTOR-PREFERRED-WAY',
  'X-KONTOR-ACCOUNT',
])

const nameOf = (line: string): { group: string | null; name: string } => {
  const found = /^(?:([\w-]+)\.)?([\w-]+)/.exec(line)
  return { group: found?.[1]?.toLowerCase() ?? null, name: found?.[2]?.toUpperCase() ?? '' }
}

/** Physical lines of each content line together, as they stand. */
const contentLines = (card: string): string[] => card.split(/\r?\n(?![ \t])/).filter(line => line.trim() !== '')

/** The lines nobody here knows, with the workplace where the directory does not know it; a label of a property that is known (`item1.X-ABLabel`) goes with it. */
export function extraOf(card: string, { withOrganisation = false } = {}): string {
  const lines = contentLines(card).map(line => ({ line, ...nameOf(line) }))
  const ownGroups = new Set(lines.filter(({ name }) => known.has(name)).flatMap(({ group }) => group ?? []))
  return lines
    .filter(
      ({ name, group }) =>
        (withOrganisation && name === 'ORG') || (!known.has(name) && !(group && ownGroups.has(group))),
    )
    .map(({ line }) => line.replace(/\r?\n/g, '\r\n'))
    .join('\r\n')
}

/** The directory's card with the lines that were kept, under the name by which its program knows it. */
export function withExtra(card: string, { uid, extra }: { uid: string | null; extra: string }): string {
  let text = card.trimEnd()
  if (uid) text = text.replace(/^UID(?:;[^:\r\n]*)?:.*$/im, () => `UID:${uid}`)
  if (!extra) return `${text}\r\n`
  return text.replace(/\r?\nEND:VCARD$/i, () => `\r\n${extra}\r\nEND:VCARD`) + '\r\n'
}
