import { billByMail, forwarded, hybridPaper, ublPaper, upload, zipPaper } from '../arrival.ts'
import { officeWear, scanned } from '../scanned.ts'
import { type Bill, billOf, line } from '../bill.ts'
import { drawBill } from '../layouts/index.ts'
import { partyOf } from '../parties/index.ts'
import type { Wear } from '../scans/wear.ts'
import type { Truth } from '../types.ts'
import { drawnBills } from './drawn-bills.ts'
import type { Arrival, MonthCall } from './types.ts'

/** What the office scans on the morning of the 24th: stamped, folded, punched. */
const stamped =
  (
    { chance, textOnly }: MonthCall,
    bill: Bill,
    serial: number,
    more: Partial<Truth> = {},
    wear: Partial<Wear> = {},
  ): Arrival['make'] =>
  async arrivedAt => {
    const sheaf = await drawBill(bill, more)
    const [, month, day] = arrivedAt.slice(0, 10).split('-')
    const stamp = `ANKOM ${Number(day)} ${month === '11' ? 'NOV' : 'DEC'} 2026`
    const own = chance.fork(`scan ${serial}`)
    return textOnly
      ? { ...upload(sheaf, arrivedAt), arrivesBy: 'scan' }
      : scanned(sheaf, { ...officeWear(own, stamp), dpi: 200, ...wear }, 'pdf', arrivedAt, serial, own)
  }

/** As drawn on the design's page: punched, folded, the stamp over the end of the due date, somebody's question in the margin. */
const underStamp: Partial<Wear> = {
  skew: -0.3,
  holes: true,
  folds: [0.335, 0.667],
  stamp: { text: 'ANKOM 2026 -11- 24', x: 0.735, y: 0.2, size: 9.5 },
  note: { text: '?', x: 0.925, y: 0.37 },
}

export const billArrivals = (call: MonthCall): Arrival[] => {
  const bills = drawnBills(call)
  const mailed = (bill: Bill, at: string, note: string | null = null): Arrival => ({
    at,
    make: async arrivedAt => billByMail(bill, await drawBill(bill, { note }), arrivedAt, { html: true }),
  })
  const plain = (bill: Bill, at: string, more: Partial<Truth> = {}): Arrival => ({
    at,
    make: async arrivedAt => upload(await drawBill(bill, more), arrivedAt),
  })
  const printing = (number: string, issuedOn: string, pieces: number): Bill =>
    billOf({
      seller: partyOf('kopiera'),
      buyer: call.office,
      number,
      issuedOn,
      lines: [line('TR-A0', 'Utskrift A0 färg, 120 g', pieces * 100, 'piece', 10900, 250)],
    })
  return [
    plain(bills.electricity, '2026-11-03T09:12'),
    { at: '2026-11-03T11:40', make: arrivedAt => Promise.resolve(ublPaper(bills.plotter, arrivedAt)) },
    { at: '2026-11-03T11:41', make: arrivedAt => Promise.resolve(ublPaper(bills.fibre, arrivedAt)) },
    mailed(bills.cleaning, '2026-11-03T13:05'),
    mailed(bills.alarm, '2026-11-04T08:15'),
    { at: '2026-11-05T10:02', make: arrivedAt => hybridPaper(bills.licences, arrivedAt) },
    {
      at: '2026-11-06T09:30',
      make: async arrivedAt =>
        zipPaper(
          'Kopiera_Vast_fakturor.zip',
          [
            await drawBill(printing('301984', '2026-11-03', 24)),
            await drawBill(printing('302040', '2026-11-05', 31)),
            await drawBill(printing('302051', '2026-11-05', 6)),
          ],
          arrivedAt,
          'sv',
        ),
    },
    { at: '2026-11-09T08:20', make: stamped(call, bills.ringon, 3) },
    plain(bills.telephones, '2026-11-11T07:58'),
    plain(bills.kranz, '2026-11-13T15:22', { note: 'German bill, another currency, intra-Union supply' }),
    {
      at: '2026-11-16T09:15',
      make: async arrivedAt =>
        upload(
          await drawBill(bills.electricity, {
            repeats: 'Faktura_85520418.pdf',
            note: 'the same bill uploaded a second time, byte for byte',
          }),
          arrivedAt,
        ),
    },
    { at: '2026-11-19T08:31', make: stamped(call, bills.flowers, 9) },
    {
      at: '2026-11-20T14:02',
      make: async arrivedAt =>
        billByMail(
          bills.hisingsFraud,
          await drawBill(bills.hisingsFraud, {
            note: 'changed bank account, other sender address, new telephone number',
          }),
          arrivedAt,
          {
            from: { name: 'Hisings Ventilation AB', address: 'ekonomi@hisings-vent.example' },
            text: 'Hej,\n\nbifogat finns faktura 88214. Observera att vi har bytt bank: betala till det nya kontot på fakturan.\n\nHisings Ventilation AB\n031-390 06 99',
          },
        ),
    },
    plain(bills.rent, '2026-11-20T16:10'),
    { at: '2026-11-24T08:24', make: stamped(call, bills.coffee, 21) },
    {
      at: '2026-11-24T08:26',
      make: stamped(
        call,
        bills.lindholmen,
        22,
        { note: 'the due date lies under the arrival stamp; three ink cartridges billed, two ordered' },
        underStamp,
      ),
    },
    {
      at: '2026-11-24T08:29',
      make: stamped(call, bills.noord, 25, { note: 'Dutch bill in euro, VAT reverse charged, EPC code' }),
    },
    { at: '2026-11-24T08:31', make: stamped(call, bills.credit, 27) },
    {
      at: '2026-11-25T08:22',
      make: stamped(call, bills.flowers, 35, {
        repeats: 'SCAN_20261119_0009.pdf',
        note: 'the same paper scanned a second time, turned and skewed otherwise',
      }),
    },
    {
      at: '2026-11-25T10:40',
      make: async arrivedAt =>
        forwarded(
          billByMail(
            bills.telephones,
            await drawBill(bills.telephones, { repeats: 'Faktura_177140332.pdf' }),
            arrivedAt,
          ),
          call.office,
          'Johan Almgren',
          arrivedAt,
        ),
    },
    {
      at: '2026-11-26T08:17',
      make: async arrivedAt => {
        const fee = line('PÅM', 'Påminnelseavgift', 100, 'piece', 6000, 0)
        const original = line('', 'Faktura 261104, förfallen 2026-11-20', 100, 'piece', 1875000, 0)
        const reminder = billOf({
          ...bills.cleaning,
          totals: {
            net_minor: 1881000,
            vatLines: [{ rate: 0, net_minor: 1881000, vat_minor: 0 }],
            vat_minor: 0,
            rounding_minor: 0,
            total_minor: 1881000,
          },
          kind: 'reminder',
          issuedOn: '2026-11-24',
          dueOn: '2026-12-04',
          lines: [original, fee],
          period: null,
          about: { number: '261104', issuedOn: '2026-10-31', dueOn: '2026-11-20' },
        })
        return upload(await drawBill(reminder, { note: 'reminder of the October cleaning bill' }), arrivedAt)
      },
    },
  ]
}
