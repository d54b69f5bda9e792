/** Under which heading of the statements an account stands, by the first figures of its number in the chart; else by its type. */
import type { AccountType } from '../contract/shapes.ts'
import type { StatementGroup } from '../contract/report-queries.ts'

type Prefixes = Readonly<Record<string, StatementGroup>>

const charts: Readonly<Record<string, Prefixes>> = {
  // BAS
  SE: {
    '10': 'fixed',
    '11': 'fixed',
    '12': 'fixed',
    '13': 'fixed',
    '14': 'stock',
    '15': 'claims',
    '16': 'claims',
    '17': 'claims',
    '18': 'cash',
    '19': 'cash',
    '20': 'equity',
    '21': 'untaxed',
    '22': 'provisions',
    '23': 'long-debt',
    '2': 'short-debt',
    '3': 'sales',
    '38': 'other-income',
    '39': 'other-income',
    '4': 'goods',
    '5': 'external-costs',
    '6': 'external-costs',
    '7': 'staff',
    '77': 'depreciation',
    '78': 'depreciation',
    '79': 'external-costs',
    '8': 'financial',
    '88': 'appropriations',
    '89': 'tax',
    '899': 'result',
  },
  // NS 4102
  NO: {
    '10': 'fixed',
    '11': 'fixed',
    '12': 'fixed',
    '13': 'fixed',
    '14': 'stock',
    '15': 'claims',
    '16': 'claims',
    '17': 'claims',
    '18': 'cash',
    '19': 'cash',
    '20': 'equity',
    '21': 'provisions',
    '22': 'long-debt',
    '2': 'short-debt',
    '3': 'sales',
    '38': 'other-income',
    '39': 'other-income',
    '4': 'goods',
    '5': 'staff',
    '6': 'external-costs',
    '60': 'depreciation',
    '7': 'external-costs',
    '8': 'financial',
    '83': 'tax',
    '88': 'result',
    '89': 'result',
  },
  // OMFP 1802/2014
  RO: {
    '10': 'equity',
    '11': 'equity',
    '12': 'equity',
    '14': 'equity',
    '15': 'provisions',
    '16': 'long-debt',
    '2': 'fixed',
    '3': 'stock',
    '5': 'cash',
    '519': 'short-debt',
    '70': 'sales',
    '71': 'other-income',
    '72': 'other-income',
    '74': 'other-income',
    '75': 'other-income',
    '76': 'financial',
    '78': 'other-income',
    '60': 'goods',
    '61': 'external-costs',
    '62': 'external-costs',
    '63': 'external-costs',
    '64': 'staff',
    '65': 'external-costs',
    '66': 'financial',
    '68': 'depreciation',
    '69': 'tax',
  },
  // SNC
  PT: {
    '1': 'cash',
    '25': 'long-debt',
    '29': 'provisions',
    '3': 'stock',
    '4': 'fixed',
    '5': 'equity',
    '71': 'sales',
    '72': 'sales',
    '7': 'other-income',
    '79': 'financial',
    '61': 'goods',
    '62': 'external-costs',
    '63': 'staff',
    '64': 'depreciation',
    '6': 'external-costs',
    '69': 'financial',
    '81': 'result',
    '812': 'tax',
  },
}

/** Which headings belong to a type: a prefix that says otherwise is not believed. */
const allowed: Readonly<Record<AccountType, ReadonlySet<StatementGroup>>> = {
  asset: new Set(['fixed', 'stock', 'claims', 'cash']),
  liability: new Set(['untaxed', 'provisions', 'long-debt', 'short-debt']),
  equity: new Set(['equity']),
  income: new Set(['sales', 'other-income', 'financial', 'appropriations', 'tax', 'result']),
  cost: new Set(['goods', 'external-costs', 'staff', 'depreciation', 'financial', 'appropriations', 'tax', 'result']),
}
const usual: Readonly<Record<AccountType, StatementGroup>> = {
  asset: 'claims',
  liability: 'short-debt',
  equity: 'equity',
  income: 'sales',
  cost: 'external-costs',
}

export function groupOf(chart: string, number: string, type: AccountType): StatementGroup {
  const prefixes = charts[chart] ?? {}
  for (let length = Math.min(3, number.length); length > 0; length -= 1) {
    const group = prefixes[number.slice(0, length)]
    if (group && allowed[type].has(group)) return group
  }
  return usual[type]
}
