import { euCountries } from './parties/index.ts'
import type { Office, Party } from './parties/types.ts'
import type { RateClass } from './trades/types.ts'
import type { Country } from './types.ts'

/**
 * VAT rates of November 2026, in tenths of a per cent. Sweden: food 6 from 1 April 2026; Netherlands: lodging 21 from
 * 1 January 2026; Romania: 21 and 11 from 1 August 2025.
 */
const rates: Readonly<Record<Country, Readonly<Record<RateClass, number>>>> = {
  SE: { standard: 250, food: 60, lodging: 120, dining: 120, travel: 60, exempt: 0 },
  NO: { standard: 250, food: 150, lodging: 120, dining: 250, travel: 120, exempt: 0 },
  NL: { standard: 210, food: 90, lodging: 210, dining: 90, travel: 90, exempt: 0 },
  RO: { standard: 210, food: 110, lodging: 110, dining: 110, travel: 210, exempt: 0 },
  PT: { standard: 230, food: 60, lodging: 60, dining: 130, travel: 60, exempt: 0 },
  GB: { standard: 200, food: 0, lodging: 200, dining: 200, travel: 0, exempt: 0 },
  IE: { standard: 230, food: 0, lodging: 135, dining: 90, travel: 0, exempt: 0 },
  DE: { standard: 190, food: 70, lodging: 70, dining: 70, travel: 70, exempt: 0 },
}

export const rateOf = (country: Country, rate: RateClass): number => rates[country][rate]

/** Between companies over a border the buyer accounts for the VAT, save for what is tied to a place. */
export const isReverseCharged = (seller: Party, buyer: Office): boolean =>
  seller.country !== buyer.country && seller.onSite !== true

/** Within the Union the paper says so by its law; outside it is simply not taxed. */
export const isWithinUnion = (seller: Party, buyer: Office): boolean =>
  euCountries.includes(seller.country) && euCountries.includes(buyer.country)
