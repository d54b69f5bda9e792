import { billByMail, upload } from '../arrival.ts'
import { officeWear, scanned } from '../scanned.ts'
import { billOf, linesOf } from '../bill.ts'
import { after } from '../formats.ts'
import { drawBill } from '../layouts/index.ts'
import { partyOf } from '../parties/index.ts'
import type { Arrival, MonthCall } from './types.ts'

/** Who delivers again and again, and how often a bill comes: days between. */
const rhythm: readonly (readonly [key: string, days: number, first: string, way: 'mail' | 'upload' | 'scan'])[] = [
  ['budpojken', 4, '2026-11-03', 'upload'],
  ['majnabbe', 7, '2026-11-02', 'mail'],
  ['kopiera', 5, '2026-11-09', 'mail'],
  ['lindholmen', 8, '2026-11-03', 'scan'],
  ['alvsborg', 7, '2026-11-04', 'scan'],
  ['ringon', 6, '2026-11-12', 'mail'],
  ['vastkust', 12, '2026-11-13', 'upload'],
  ['hisings', 20, '2026-11-06', 'upload'],
  ['ringoluft', 11, '2026-11-10', 'upload'],
]

/** The small bills between the large ones. */
export const weeklyArrivals = (call: MonthCall): Arrival[] =>
  rhythm.flatMap(([key, days, first, way]) => {
    const arrivals: Arrival[] = []
    for (let round = 1, day = first; day <= '2026-11-27'; round++, day = after(day, days)) {
      const weekday = Temporal.PlainDate.from(day).dayOfWeek
      const arrivesOn = weekday > 5 ? after(day, 8 - weekday) : day
      const issuedOn = after(day, -2)
      arrivals.push({
        at: `${arrivesOn}T${way === 'scan' ? '08' : '11'}:${String(11 + ((round * 7 + key.length * 3) % 45))}`,
        make: async arrivedAt => {
          const own = call.chance.fork(`weekly ${key} ${round}`)
          const seller = partyOf(key)
          const bill = billOf({
            seller,
            buyer: call.office,
            number: `${seller.series}${seller.nextNumber + round * 13}`,
            issuedOn,
            lines: linesOf(seller, own),
            yourReference: own.pick(call.office.people).name,
            deliveredOn: after(issuedOn, -1),
          })
          const sheaf = await drawBill(bill)
          if (way === 'mail') return billByMail(bill, sheaf, arrivedAt, { html: own.happens(0.7) })
          return way === 'upload' || call.textOnly
            ? upload(sheaf, arrivedAt)
            : scanned(
                sheaf,
                { ...officeWear(own, null), dpi: 200 },
                'pdf',
                arrivedAt,
                100 + round * 10 + key.length,
                own,
              )
        },
      })
    }
    return arrivals
  })
