/**
 * The file plan and the intake rules an organisation starts with; it changes them as it likes. Names stand in the
 * catalogues under `plan.<code>`, the wording of tasks under `task.<kind>`.
 */
import type { Consequence, Urgency } from '../work/contract.ts'
import type { DocumentKind, RetentionStart } from './contract/words.ts'

export interface StandardClass {
  readonly code: string
  /** `accounting`: as long as the country's bookkeeping law says. Null: for good. */
  readonly years: number | null | 'accounting'
  readonly from: RetentionStart
  readonly class: 0 | 1 | 2 | 3
}

/**
 * Years for which vouchers are kept after the calendar year: SE bokföringslagen 7:2, NO bokføringsloven § 13, NL AWR
 * art. 52, RO Legea 82/1991 art. 25, PT CIVA art. 52, GB Companies Act s. 388 with HMRC's six years, IE TCA s. 886,
 * DE § 147 AO, DK bogføringsloven § 12, FI kirjanpitolaki 2:10.
 */
const accountingYears: Readonly<Record<string, number>> = {
  SE: 7,
  NO: 5,
  NL: 7,
  RO: 5,
  PT: 10,
  GB: 6,
  IE: 6,
  DE: 8,
  DK: 5,
  FI: 6,
}

/** Where those years are laid down, as it is cited there. */
const accountingRules: Readonly<Record<string, string>> = {
  SE: 'Bokföringslagen (1999:1078) 7 kap. 2 §',
  NO: 'Bokføringsloven § 13',
  NL: 'Algemene wet inzake rijksbelastingen art. 52',
  RO: 'Legea contabilității nr. 82/1991 art. 25',
  PT: 'Código do IVA art. 52.º',
  GB: 'Companies Act 2006 s. 388, HMRC',
  IE: 'Taxes Consolidation Act 1997 s. 886',
  DE: '§ 147 AO',
  DK: 'Bogføringsloven § 12',
  FI: 'Kirjanpitolaki 2:10',
}

/** The rule behind `accountingRetention`; null where it is not known here. */
export function accountingRule(country: string): string | null {
  return accountingRules[country] ?? null
}

/** The longest of these where a country's rule is not known here: too long is put right, too short cannot be. */
export function accountingRetention(country: string): number {
  return accountingYears[country] ?? 10
}

const code = (
  number: string,
  years: StandardClass['years'],
  from: RetentionStart = 'year-end',
  level: StandardClass['class'] = 1,
): StandardClass => ({ code: number, years, from, class: level })

export const standardClasses: readonly StandardClass[] = [
  code('1', null),
  code('1.1', null),
  code('1.2', null),
  code('1.3', 10, 'validity-end'),
  code('1.4', 10, 'validity-end'),
  code('2', 10, 'year-end', 2),
  code('2.1', 2, 'document-day', 2),
  code('2.2', 10, 'year-end', 2),
  code('2.3', 5, 'validity-end', 2),
  code('3', 'accounting'),
  code('3.1', 'accounting'),
  code('3.2', 'accounting'),
  code('3.3', 'accounting'),
  code('3.4', 'accounting'),
  code('3.5', 'accounting'),
  code('3.6', 'accounting'),
  code('4', 3),
  code('4.1', 3),
  code('4.2', 2),
  code('5', 5),
  code('5.1', 10, 'validity-end'),
  code('5.2', 5),
  code('6', 2),
  code('6.1', 2),
  code('6.2', 2),
  code('6.3', 5),
  code('6.9', 0, 'document-day', 0),
]

export interface StandardRule {
  readonly kind: DocumentKind
  readonly classCode: string
  readonly task?: {
    readonly role: string
    readonly daysBeforeDue?: number
    readonly daysAfterArrival?: number
    readonly urgency?: Urgency
    readonly ifLate?: Consequence
    readonly effortMinutes: number
  }
  readonly class?: 0 | 1 | 2 | 3
  readonly discard?: true
}

export const standardRules: readonly StandardRule[] = [
  {
    kind: 'bill',
    classCode: '3.2',
    task: { role: 'bookkeeper', daysBeforeDue: 3, daysAfterArrival: 10, ifLate: 'costs-money', effortMinutes: 5 },
  },
  { kind: 'credit-note', classCode: '3.2', task: { role: 'bookkeeper', daysAfterArrival: 14, effortMinutes: 5 } },
  {
    kind: 'reminder',
    classCode: '3.2',
    task: {
      role: 'bookkeeper',
      daysBeforeDue: 3,
      daysAfterArrival: 1,
      urgency: 'urgent',
      ifLate: 'costs-money',
      effortMinutes: 10,
    },
  },
  {
    kind: 'receipt',
    classCode: '3.4',
    task: { role: 'bookkeeper', daysAfterArrival: 14, urgency: 'low', effortMinutes: 3 },
  },
  {
    kind: 'contract',
    classCode: '1.3',
    task: { role: 'manager', daysBeforeDue: 100, ifLate: 'costs-money', effortMinutes: 30 },
  },
  {
    kind: 'application',
    classCode: '2.1',
    class: 2,
    task: { role: 'manager', daysAfterArrival: 5, effortMinutes: 20 },
  },
  {
    kind: 'permit',
    classCode: '1.4',
    task: { role: 'clerk', daysBeforeDue: 60, ifLate: 'breaks-rule', effortMinutes: 60 },
  },
  {
    kind: 'letter',
    classCode: '6.1',
    task: { role: 'clerk', daysBeforeDue: 3, daysAfterArrival: 5, ifLate: 'holds-others', effortMinutes: 15 },
  },
  {
    kind: 'delivery-note',
    classCode: '4.2',
    task: { role: 'clerk', daysAfterArrival: 2, urgency: 'low', effortMinutes: 5 },
  },
  {
    kind: 'order',
    classCode: '4.1',
    task: { role: 'clerk', daysAfterArrival: 1, ifLate: 'holds-others', effortMinutes: 15 },
  },
  {
    kind: 'quote',
    classCode: '4.1',
    task: { role: 'clerk', daysBeforeDue: 3, daysAfterArrival: 7, effortMinutes: 10 },
  },
  {
    kind: 'statement',
    classCode: '3.5',
    task: { role: 'bookkeeper', daysAfterArrival: 7, urgency: 'low', effortMinutes: 10 },
  },
  { kind: 'certificate', classCode: '2.3' },
  { kind: 'report', classCode: '6.3' },
  { kind: 'minutes', classCode: '1.1' },
  { kind: 'mail', classCode: '6.2' },
  { kind: 'advertising', classCode: '6.9', discard: true },
  { kind: 'form', classCode: '6.1', task: { role: 'clerk', daysBeforeDue: 3, daysAfterArrival: 5, effortMinutes: 15 } },
  { kind: 'other', classCode: '6.1' },
]
