/**
 * Rates that Kontor knows by itself: few, dated, and with where they come from, for an office of that country. All others
 * an office sets, and those it sets go before these. They are what is free of tax or usual; as of 2026, check them.
 */
import type { RateOf } from './contract/shapes.ts'

export interface StandardRate {
  readonly office: string
  readonly what: RateOf
  /** The land of the allowance; empty for what is driven. */
  readonly country: string
  readonly fromOn: string
  readonly rate: string
  readonly source: string
}

export const standardRates: readonly StandardRate[] = [
  {
    office: 'SE',
    what: 'own-car',
    country: '',
    fromOn: '2023-01-01',
    rate: '2.50',
    source: 'Skatteverket, 25 kr/mil, 2023',
  },
  {
    office: 'SE',
    what: 'company-car',
    country: '',
    fromOn: '2023-01-01',
    rate: '1.20',
    source: 'Skatteverket, 12 kr/mil, 2023',
  },
  {
    office: 'SE',
    what: 'company-electric',
    country: '',
    fromOn: '2023-01-01',
    rate: '0.95',
    source: 'Skatteverket, 9,50 kr/mil, 2023',
  },
  { office: 'SE', what: 'per-diem', country: 'SE', fromOn: '2025-01-01', rate: '300', source: 'Skatteverket, 2025' },
  {
    office: 'NO',
    what: 'own-car',
    country: '',
    fromOn: '2022-01-01',
    rate: '3.50',
    source: 'Skatteetaten, trekkfri sats',
  },
  { office: 'NL', what: 'own-car', country: '', fromOn: '2024-01-01', rate: '0.23', source: 'Belastingdienst, 2024' },
  {
    office: 'NL',
    what: 'motorcycle',
    country: '',
    fromOn: '2024-01-01',
    rate: '0.23',
    source: 'Belastingdienst, 2024',
  },
  { office: 'NL', what: 'bicycle', country: '', fromOn: '2024-01-01', rate: '0.23', source: 'Belastingdienst, 2024' },
  {
    office: 'PT',
    what: 'own-car',
    country: '',
    fromOn: '2024-01-01',
    rate: '0.40',
    source: 'Autoridade Tributária, 2024',
  },
]
