import type { OrganisationRow } from './first-run.ts'

/** Names under which organisations are addressed by machines: `almgren-tveit`; with the end of the id where two are alike. */
export function addressesOf(organisations: readonly OrganisationRow[]): Map<string, string> {
  const slugs = organisations.map(({ name }) => slugOf(name))
  return new Map(
    organisations.map(({ id }, i) => {
      const slug = slugs[i]!
      return [slugs.filter(other => other === slug).length > 1 ? `${slug}-${id.slice(-6)}` : slug, id]
    }),
  )
}

function slugOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
  return (
    folded
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'office'
  )
}
