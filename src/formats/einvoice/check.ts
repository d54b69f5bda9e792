import { XmlRefused } from '../xml/refused.ts'
import { isZugferd1, readInvoiceFile } from './read.ts'
import type { ReadInvoice, Syntax } from './reading.ts'
import { categoryRules } from './rules/categories.ts'
import { codeRules } from './rules/codes.ts'
import { documentRules } from './rules/document.ts'
import { isXrechnung, peppolGermanRules, xrechnungRules } from './rules/germany.ts'
import { isNlcius, nlciusRules, peppolDutchRules } from './rules/netherlands.ts'
import { nordicRules } from './rules/nordic.ts'
import { peppolRules } from './rules/peppol.ts'
import { isRomanian, romanianRules } from './rules/romania.ts'
import type { Finding, RuleGroup } from './rules/rule.ts'
import { southernRules } from './rules/south.ts'
import { totalRules } from './rules/totals.ts'
import { ublRules } from './rules/ubl-syntax.ts'

/** EN 16931-1 with its binding to UBL, as of the official artefacts of 2025. */
export const en16931: readonly RuleGroup[] = [
  ...documentRules,
  ...totalRules,
  ...categoryRules,
  ...codeRules,
  ...ublRules,
]

/** Peppol BIS Billing 3 with the national rules in it. */
export const peppol: readonly RuleGroup[] = [
  ...peppolRules,
  ...nordicRules,
  ...southernRules,
  ...peppolDutchRules,
  ...peppolGermanRules,
]

/** What an invoice says it keeps to, and so is checked by. */
export type Profile =
  | 'en16931'
  | 'peppol-bis-3'
  | 'cius-ro'
  | 'nlcius'
  | 'xrechnung'
  | 'factur-x'
  | 'factur-x-minimum'
  | 'factur-x-extended'
  | 'zugferd-1'

export interface Check {
  readonly syntax: Syntax
  readonly profile: Profile
  readonly findings: readonly Finding[]
}

/** The profile by the specification identifier (BT-24); without one that is known it is EN 16931 itself. */
export function profileOf(read: ReadInvoice): Profile {
  const specification = read.invoice.specification?.text ?? ''
  if (isZugferd1(read.root)) return 'zugferd-1'
  if (isRomanian(read)) return 'cius-ro'
  if (isNlcius(read)) return 'nlcius'
  if (isXrechnung(read)) return 'xrechnung'
  if (/urn:fdc:peppol\.eu:2017:poacc:(?:self)?billing/.test(specification)) return 'peppol-bis-3'
  if (/:(?:minimum|basicwl)$/.test(specification)) return 'factur-x-minimum'
  if (/:extended$/.test(specification)) return 'factur-x-extended'
  return /factur-x|zugferd/.test(specification) ? 'factur-x' : 'en16931'
}

const more: Readonly<Record<Profile, readonly RuleGroup[] | null>> = {
  en16931: [],
  'factur-x': [],
  'peppol-bis-3': peppol,
  'cius-ro': romanianRules,
  nlcius: nlciusRules,
  xrechnung: xrechnungRules,
  // These say less or more than EN 16931: there is nothing to hold them against but that they can be read.
  'factur-x-minimum': null,
  'factur-x-extended': null,
  'zugferd-1': null,
}

/** Checks an invoice by EN 16931 and what it says it keeps to beyond that. */
export function checkInvoice(read: ReadInvoice): Check {
  const profile = profileOf(read)
  const own = more[profile]
  return { syntax: read.syntax, profile, findings: own ? findingsBy([...en16931, ...own], read) : [] }
}

/** As `checkInvoice`, from bytes; null when the file is no e-invoice, a refusal's name when it is not read as XML. */
export function checkInvoiceFile(bytes: Uint8Array | string): Check | string | null {
  try {
    const read = readInvoiceFile(bytes)
    return read && checkInvoice(read)
  } catch (thrown) {
    if (thrown instanceof XmlRefused) return thrown.message
    throw thrown
  }
}

/** All findings of an invoice by the rules given. */
export function findingsBy(sets: readonly RuleGroup[], read: ReadInvoice): Finding[] {
  const found: Finding[] = []
  for (const set of sets) set(read, found)
  return found
}
