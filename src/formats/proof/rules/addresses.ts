/** Addresses of mail: an unknown one a letter away from a known one, one that is made of another's names. */
import { foundOfAll, type Prepared, type ProofFinding, type ProofRecipient } from '../model.ts'
import { apart, folded } from '../near.ts'
import { mayBe } from './short-names.ts'

export const tokens = (text: string): string[] => folded(text).match(/[\p{L}]{2,}/gu) ?? []
export const localOf = (email: string) => email.slice(0, email.indexOf('@'))
export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
export const shown = (one: ProofRecipient) => one.knownName ?? one.name ?? one.email ?? ''

export const isPerson = (one: ProofRecipient): boolean => {
  const name = one.knownName ?? one.name
  if (name && tokens(name).length >= 1) return true
  return one.email !== null && /^[a-z]{2,}[._-][a-z]{2,}/i.test(localOf(one.email)) && !role.test(localOf(one.email))
}
const role =
  /^(?:info|kontakt|contact|post|office|admin|faktura|invoice|ekonomi|support|sales|order|hello|hej|mail|reception|regnskap|factuur|facturi|contabilitate|geral|financeiro|no-?reply|noreply|hr|kundtjanst|service|team|styrelsen|bestuur)/i

const freemail = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'live.com',
  'telia.com',
  'hotmail.se',
  'live.se',
  'online.no',
  'ziggo.nl',
  'kpnmail.nl',
  'sapo.pt',
  'yahoo.ro',
  'protonmail.com',
  'gmx.net',
]

export function addresses(prepared: Prepared): ProofFinding[] {
  const known = new Set([...prepared.question.domains.map(one => one.toLowerCase()), ...freemail])
  return prepared.question.recipients.flatMap(one => {
    if (!one.email?.includes('@')) return []
    const domain = domainOf(one.email)
    const findings: ProofFinding[] = []
    if (!known.has(domain)) {
      const near = [...known].find(other => other.length >= 6 && domain.length >= 5 && looksLike(domain, other))
      if (near)
        findings.push(
          foundOfAll({
            rule: 'similar-domain',
            severity: 'loud',
            words: one.email,
            data: { email: one.email, domain: near },
          }),
        )
    }
    const name = one.knownName ?? one.name
    const local = localOf(one.email)
    if (name && !role.test(local) && unlikeName(name, local, domain))
      findings.push(
        foundOfAll({ rule: 'address-name', severity: 'quiet', words: one.email, data: { email: one.email, name } }),
      )
    return findings
  })
}

/** One letter more, less, changed or swapped; or letters that look alike. */
function looksLike(domain: string, known: string): boolean {
  if (domain === known) return false
  const alike = (text: string) =>
    text.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1|]/g, 'l').replace(/-/g, '')
  if (alike(domain) === alike(known)) return true
  const [name = '', ...rest] = domain.split('.')
  const [other = '', ...others] = known.split('.')
  // one firm may well have its name in two countries
  if (name === other) return apart(rest.join('.'), others.join('.')) === 1 && freemail.includes(known)
  if (rest.join('.') !== others.join('.')) return false
  return (
    apart(name, other) <= (Math.min(name.length, other.length) > 8 ? 2 : 1) && Math.min(name.length, other.length) >= 4
  )
}

/** `Anna Berg <bo.ek@…>`: an address made of a person's names, none of them hers. */
function unlikeName(name: string, local: string, domain: string): boolean {
  const parts = tokens(local.replace(/\d+/g, ' '))
  if (parts.length < 2 || tokens(name).length < 2) return false
  const names = tokens(name)
  const related = (part: string) =>
    names.some(one => mayBe(part, one) || one.startsWith(part) || apart(part, one) <= 1) || domain.includes(part)
  return !parts.some(related)
}
