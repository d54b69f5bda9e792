import type { Unit } from '../words/types.ts'

export const trades = [
  'paper',
  'cleaning',
  'energy',
  'telephone',
  'rent',
  'hotel',
  'models',
  'software',
  'coffee',
  'service',
  'courier',
  'printing',
  'survey',
  'flowers',
] as const
export type Trade = (typeof trades)[number]

/** Which of the country's VAT rates a thing is sold under. */
export type RateClass = 'standard' | 'food' | 'lodging' | 'dining' | 'travel' | 'exempt'

export interface Ware {
  readonly code: string
  readonly unit: Unit
  /** Cents of euro; other currencies by a fixed, round factor. */
  readonly price_minor: number
  readonly rate: RateClass
  readonly from: number
  readonly to: number
}

/** What each trade sells; the descriptions stand by language, in the same order. */
export const wares: Readonly<Record<Trade, readonly Ware[]>> = {
  paper: [
    { code: 'PL-914', unit: 'roll', price_minor: 1720, rate: 'standard', from: 2, to: 16 },
    { code: 'KP-A3', unit: 'pack', price_minor: 860, rate: 'standard', from: 5, to: 30 },
    { code: 'KP-A4', unit: 'pack', price_minor: 495, rate: 'standard', from: 10, to: 60 },
    { code: 'BL-775K', unit: 'piece', price_minor: 14950, rate: 'standard', from: 1, to: 4 },
    { code: 'SK-50', unit: 'roll', price_minor: 1925, rate: 'standard', from: 2, to: 10 },
  ],
  cleaning: [
    { code: 'ST-100', unit: 'month', price_minor: 118000, rate: 'standard', from: 1, to: 1 },
    { code: 'ST-210', unit: 'hour', price_minor: 3850, rate: 'standard', from: 2, to: 12 },
    { code: 'ST-305', unit: 'sum', price_minor: 14500, rate: 'standard', from: 1, to: 1 },
    { code: 'ST-411', unit: 'pack', price_minor: 1290, rate: 'standard', from: 2, to: 8 },
  ],
  energy: [
    { code: 'E1', unit: 'kwh', price_minor: 14, rate: 'standard', from: 2400, to: 5900 },
    { code: 'E2', unit: 'month', price_minor: 4900, rate: 'standard', from: 1, to: 1 },
    { code: 'E3', unit: 'kwh', price_minor: 6, rate: 'standard', from: 2400, to: 5900 },
  ],
  telephone: [
    { code: 'T-10', unit: 'licence', price_minor: 590, rate: 'standard', from: 18, to: 26 },
    { code: 'T-22', unit: 'month', price_minor: 3900, rate: 'standard', from: 1, to: 1 },
    { code: 'T-31', unit: 'sum', price_minor: 1845, rate: 'standard', from: 1, to: 1 },
    { code: 'T-40', unit: 'piece', price_minor: 990, rate: 'standard', from: 1, to: 3 },
  ],
  rent: [
    { code: 'H-1', unit: 'month', price_minor: 685000, rate: 'standard', from: 1, to: 1 },
    { code: 'H-2', unit: 'month', price_minor: 42000, rate: 'standard', from: 1, to: 1 },
    { code: 'H-3', unit: 'month', price_minor: 9500, rate: 'standard', from: 2, to: 6 },
  ],
  hotel: [
    { code: 'R1', unit: 'night', price_minor: 12900, rate: 'lodging', from: 1, to: 4 },
    { code: 'R2', unit: 'piece', price_minor: 2450, rate: 'dining', from: 1, to: 6 },
    { code: 'R3', unit: 'night', price_minor: 1800, rate: 'standard', from: 1, to: 3 },
  ],
  models: [
    { code: 'MB-08', unit: 'piece', price_minor: 2340, rate: 'standard', from: 4, to: 20 },
    { code: 'MB-17', unit: 'piece', price_minor: 3120, rate: 'standard', from: 2, to: 12 },
    { code: 'MB-30', unit: 'hour', price_minor: 6400, rate: 'standard', from: 3, to: 18 },
    { code: 'MB-41', unit: 'pack', price_minor: 1560, rate: 'standard', from: 1, to: 9 },
  ],
  software: [
    { code: 'SW-A', unit: 'licence', price_minor: 16500, rate: 'standard', from: 2, to: 14 },
    { code: 'SW-B', unit: 'month', price_minor: 8900, rate: 'standard', from: 1, to: 3 },
    { code: 'SW-C', unit: 'hour', price_minor: 11000, rate: 'standard', from: 1, to: 8 },
  ],
  coffee: [
    { code: 'K-110', unit: 'kilo', price_minor: 1390, rate: 'food', from: 4, to: 16 },
    { code: 'K-204', unit: 'pack', price_minor: 745, rate: 'food', from: 2, to: 8 },
    { code: 'K-330', unit: 'pack', price_minor: 520, rate: 'food', from: 3, to: 12 },
    { code: 'K-900', unit: 'month', price_minor: 5400, rate: 'standard', from: 1, to: 1 },
  ],
  service: [
    { code: 'V-01', unit: 'piece', price_minor: 44000, rate: 'standard', from: 1, to: 3 },
    { code: 'V-02', unit: 'hour', price_minor: 8150, rate: 'standard', from: 2, to: 16 },
    { code: 'V-03', unit: 'piece', price_minor: 90500, rate: 'standard', from: 1, to: 1 },
    { code: 'V-09', unit: 'trip', price_minor: 3650, rate: 'standard', from: 1, to: 4 },
  ],
  courier: [
    { code: 'B-1', unit: 'trip', price_minor: 1480, rate: 'standard', from: 2, to: 14 },
    { code: 'B-2', unit: 'piece', price_minor: 890, rate: 'standard', from: 1, to: 12 },
    { code: 'B-7', unit: 'sum', price_minor: 650, rate: 'standard', from: 1, to: 1 },
  ],
  printing: [
    { code: 'TR-A0', unit: 'piece', price_minor: 990, rate: 'standard', from: 6, to: 60 },
    { code: 'TR-A1', unit: 'piece', price_minor: 640, rate: 'standard', from: 6, to: 60 },
    { code: 'TR-B', unit: 'piece', price_minor: 1875, rate: 'standard', from: 2, to: 20 },
    { code: 'TR-L', unit: 'metre', price_minor: 2210, rate: 'standard', from: 1, to: 9 },
  ],
  survey: [
    { code: 'G-1', unit: 'sum', price_minor: 186000, rate: 'standard', from: 1, to: 1 },
    { code: 'G-2', unit: 'hour', price_minor: 10900, rate: 'standard', from: 6, to: 38 },
    { code: 'G-3', unit: 'piece', price_minor: 27500, rate: 'standard', from: 2, to: 8 },
    { code: 'G-4', unit: 'trip', price_minor: 5200, rate: 'standard', from: 1, to: 3 },
  ],
  flowers: [
    { code: 'BL-1', unit: 'piece', price_minor: 2850, rate: 'standard', from: 1, to: 5 },
    { code: 'BL-2', unit: 'month', price_minor: 6400, rate: 'standard', from: 1, to: 1 },
    { code: 'BL-3', unit: 'piece', price_minor: 1450, rate: 'standard', from: 1, to: 8 },
  ],
}

/** Descriptions of one language, trade by trade, ware by ware. */
export type Descriptions = Readonly<Record<Trade, readonly string[]>>
