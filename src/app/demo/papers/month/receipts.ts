import { upload } from '../arrival.ts'
import { receipt } from '../receipts.ts'
import { receiptPhoto, receiptsTogether } from '../scanned.ts'
import type { Arrival, MonthCall } from './types.ts'

/** Receipts photographed with a telephone in the evening, and three that somebody laid on one glass. */
export const receiptArrivals = (call: MonthCall): Arrival[] => [
  ...['2026-11-04', '2026-11-10', '2026-11-13', '2026-11-17', '2026-11-26'].map(
    (day, i): Arrival => ({
      at: `${day}T17:2${i}`,
      make: async arrivedAt => {
        const own = call.chance.fork(`receipt ${i}`)
        const sheaf = await receipt(i === 2 ? 'nb' : i === 4 ? 'nl' : 'sv', day, own)
        return call.textOnly ? upload(sheaf, arrivedAt) : receiptPhoto(sheaf, arrivedAt, i, own)
      },
    }),
  ),
  {
    at: '2026-11-24T08:33',
    make: async arrivedAt => {
      const own = call.chance.fork('three receipts')
      const sheaves = [
        await receipt('sv', '2026-11-19', own),
        await receipt('sv', '2026-11-20', own.fork('b')),
        await receipt('sv', '2026-11-22', own.fork('c')),
      ]
      return receiptsTogether(sheaves, arrivedAt, 29, own)
    },
  },
]
