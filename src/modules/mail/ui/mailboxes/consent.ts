/** What was typed of a mailbox before one left for the consent: kept in this window until one is back. */
const place = 'kontor.mail-consent'

export const keepConsentFacts = (facts: Readonly<Record<string, unknown>>): void =>
  sessionStorage.setItem(place, JSON.stringify(facts))

export function takeConsentFacts(): Record<string, unknown> {
  const kept = sessionStorage.getItem(place)
  sessionStorage.removeItem(place)
  try {
    return kept ? (JSON.parse(kept) as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
