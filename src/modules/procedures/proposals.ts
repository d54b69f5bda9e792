/**
 * Obligations that nearly every office of a country has, to be adopted at set-up and then looked at: how often, and on which
 * day, depends on the size and the choices of each, so what is shown says that it is a suggestion to be checked. The title is
 * worded in the catalogue; the source names the law, without its sections. Days are
 * those of a financial year that is the calendar year.
 */
import { translate } from '../../kernel/language/catalogue.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { Recurrence, Shift } from './contract.ts'
import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export type ProposalKey = 'vat' | 'employer' | 'accounts'

export interface Proposal {
  readonly key: ProposalKey
  readonly source: string
  readonly rrule: string
  readonly shift: Shift
  readonly leadDays: number
}

const monthly = (day: number): string => `FREQ=MONTHLY;BYMONTHDAY=${day}`
const yearly = (months: string, day: number): string => `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${day}`
const proposal = (
  key: ProposalKey,
  source: string,
  rrule: string,
  leadDays: number,
  shift: Shift = 'after',
): Proposal => ({
  key,
  source,
  rrule,
  shift,
  leadDays,
})

/** The 12th, in January and August the 17th. */
const swedishDays = `${yearly('2,3,4,5,6,7,9,10,11,12', 12)}\n${yearly('1,8', 17)}`

const proposals: Readonly<Record<string, readonly Proposal[]>> = {
  SE: [
    proposal('vat', 'Skatteförfarandelagen (2011:1244)', swedishDays, 7),
    proposal('employer', 'Skatteförfarandelagen (2011:1244)', swedishDays, 5),
    proposal('accounts', 'Årsredovisningslagen (1995:1554)', yearly('7', 31), 60, 'before'),
  ],
  NO: [
    proposal(
      'vat',
      'Skatteforvaltningsloven, skatteforvaltningsforskriften',
      `${yearly('2,4,6,10,12', 10)}\n${yearly('8', 31)}`,
      7,
    ),
    proposal('employer', 'A-opplysningsloven', monthly(5), 3),
    proposal('accounts', 'Regnskapsloven', yearly('7', 31), 60, 'before'),
  ],
  NL: [
    proposal('vat', 'Algemene wet inzake rijksbelastingen', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1', 10, 'before'),
    proposal('employer', 'Algemene wet inzake rijksbelastingen', 'FREQ=MONTHLY;BYMONTHDAY=-1', 7, 'before'),
    proposal('accounts', 'Burgerlijk Wetboek, boek 2', yearly('12', 31), 60, 'before'),
  ],
  RO: [
    proposal('vat', 'Codul fiscal (Legea 227/2015)', monthly(25), 7),
    proposal('employer', 'Codul fiscal (Legea 227/2015)', monthly(25), 7),
    proposal('accounts', 'Legea contabilității 82/1991', 'FREQ=YEARLY;BYYEARDAY=150', 60, 'before'),
  ],
  PT: [
    proposal('vat', 'Código do IVA', monthly(20), 7),
    proposal('employer', 'Código do IRS', monthly(10), 5),
    proposal('accounts', 'Código do IRC', yearly('7', 15), 60, 'before'),
  ],
  GB: [
    proposal('vat', 'Value Added Tax Regulations 1995', yearly('2,5,8,11', 7), 10, 'before'),
    proposal('employer', 'Income Tax (Pay As You Earn) Regulations 2003', monthly(22), 5, 'before'),
    proposal('accounts', 'Companies Act 2006', yearly('9', 30), 60, 'before'),
  ],
  IE: [
    proposal('vat', 'Value-Added Tax Consolidation Act 2010', yearly('1,3,5,7,9,11', 19), 7, 'before'),
    proposal('employer', 'Taxes Consolidation Act 1997', monthly(14), 5, 'before'),
  ],
}

export const proposalsFor = (country: string): readonly Proposal[] => proposals[country] ?? []

const catalogues = { en, sv, nb, nl, ro, pt }

/** What a proposal is called in a language. */
export function proposalTitle(key: ProposalKey, language: string): string {
  return translate(catalogues[language as Language][`proposal.${key}`], {}, language)
}

/** The rule of a proposal, counted from a day. */
export const proposedRule = ({ rrule, shift }: Proposal, fromOn: Temporal.PlainDate): Recurrence => ({
  rrule,
  fromOn,
  shift,
})
