import type { AccountType } from './model.ts'

/** The first figures that tell the type of an account in a country's chart; the longest that fits says it. */
const charts: Readonly<Record<string, Readonly<Record<string, AccountType>>>> = {
  // NS 4102
  NO: {
    '1': 'asset',
    '2': 'liability',
    '20': 'equity',
    '3': 'income',
    '4': 'cost',
    '5': 'cost',
    '6': 'cost',
    '7': 'cost',
    '8': 'cost',
    '80': 'income',
    '88': 'equity',
    '89': 'equity',
  },
  // SNC (Portaria 218/2015): 2 holds both claims and debts
  PT: {
    '1': 'asset',
    '2': 'liability',
    '21': 'asset',
    '3': 'asset',
    '4': 'asset',
    '5': 'equity',
    '6': 'cost',
    '7': 'income',
    '8': 'equity',
  },
  // OMFP 1802/2014: 1 holds capital, provisions and loans; 4 both claims and debts
  RO: {
    '1': 'equity',
    '15': 'liability',
    '16': 'liability',
    '2': 'asset',
    '3': 'asset',
    '4': 'liability',
    '409': 'asset',
    '41': 'asset',
    '419': 'liability',
    '425': 'asset',
    '4282': 'asset',
    '4424': 'asset',
    '4426': 'asset',
    '4428': 'asset',
    '445': 'asset',
    '456': 'asset',
    '461': 'asset',
    '471': 'asset',
    '5': 'asset',
    '519': 'liability',
    '6': 'cost',
    '7': 'income',
    '8': 'equity',
  },
}

/** The type by the number, for files that do not say it. */
export function typeByNumber(country: string, number: string): AccountType | null {
  const chart = charts[country]
  if (!chart) return null
  for (let length = Math.min(number.length, 4); length > 0; length -= 1) {
    const type = chart[number.slice(0, length)]
    if (type) return type
  }
  return null
}
