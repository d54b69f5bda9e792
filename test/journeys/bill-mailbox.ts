/** A mailbox of twenty bills in six languages: scans, PDFs and e-invoices; one came twice, one wants another account, one reminds, one credits. */
import { addressPart, ciiPaper, hybridPaper, mailPaper, ublPaper } from '../../src/app/demo/papers/arrival.ts'
import { type Bill, billOf, line, linesOf } from '../../src/app/demo/papers/bill.ts'
import { chanceFrom } from '../../src/app/demo/papers/chance.ts'
import { drawBill } from '../../src/app/demo/papers/layouts/index.ts'
import { drawnBills } from '../../src/app/demo/papers/month/drawn-bills.ts'
import { almgrenTveit } from '../../src/app/demo/papers/offices.ts'
import { partyOf } from '../../src/app/demo/papers/parties/index.ts'
import { officeWear, scanned } from '../../src/app/demo/papers/scanned.ts'
import type { Paper } from '../../src/app/demo/papers/types.ts'

export type Way = 'pdf' | 'scan' | 'ubl' | 'cii' | 'hybrid'

/** What the office should see in it. */
export type Oddity = 'duplicate' | 'changed-account' | 'reminder' | 'credit-note'

export interface MailedBill {
  readonly bill: Bill
  readonly way: Way
  readonly odd: Oddity | null
  readonly mail: Paper
}

const chance = chanceFrom('a mailbox of twenty bills')
const office = almgrenTveit
const drawn = drawnBills({ office, chance, textOnly: false })

/** The day of the papers' own calendar on which the mailbox is opened. */
const opened = Temporal.PlainDate.from('2026-11-24')

/** The same bill as if today were the day it was drawn for. */
function asOf(bill: Bill, today: Temporal.PlainDate): Bill {
  const move = <Day extends string | null>(on: Day): Day =>
    (on === null ? null : Temporal.PlainDate.from(on).add(opened.until(today)).toString()) as Day
  return {
    ...bill,
    issuedOn: move(bill.issuedOn),
    dueOn: move(bill.dueOn),
    deliveredOn: move(bill.deliveredOn),
    period: bill.period && [move(bill.period[0]), move(bill.period[1])],
    about: bill.about && { ...bill.about, issuedOn: move(bill.about.issuedOn), dueOn: move(bill.about.dueOn) },
  }
}

const abroad = (key: string, number: string, issuedOn: string): Bill => {
  const seller = partyOf(key)
  return billOf({ seller, buyer: office, number, issuedOn, lines: linesOf(seller, chance.fork(number)) })
}

const reminderOf = (bill: Bill): Bill =>
  billOf({
    ...bill,
    kind: 'reminder',
    issuedOn: '2026-11-24',
    dueOn: '2026-12-04',
    lines: [line('', `Faktura ${bill.number}`, 100, 'piece', bill.totals.total_minor, 0)],
    totals: {
      net_minor: bill.totals.total_minor,
      vatLines: [{ rate: 0, net_minor: bill.totals.total_minor, vat_minor: 0 }],
      vat_minor: 0,
      rounding_minor: 0,
      total_minor: bill.totals.total_minor,
    },
    period: null,
    about: { number: bill.number, issuedOn: bill.issuedOn, dueOn: bill.dueOn ?? bill.issuedOn },
  })

const inbox: readonly (readonly [bill: Bill, way: Way, odd?: Oddity])[] = [
  [drawn.lindholmen, 'pdf'],
  [drawn.cleaning, 'scan'],
  [drawn.electricity, 'ubl'],
  [drawn.hisingsFraud, 'pdf', 'changed-account'],
  [abroad('nidaros', '10872', '2026-11-02'), 'pdf'],
  [abroad('fjordlys', '204418', '2026-11-06'), 'scan'],
  [abroad('modellverk', '1288', '2026-11-10'), 'hybrid'],
  [abroad('koerier', 'F9021', '2026-11-16'), 'pdf'],
  [abroad('vandijk', '260914', '2026-11-06'), 'ubl'],
  [drawn.licences, 'scan'],
  [abroad('carpati', 'AVC 1047', '2026-11-05'), 'pdf'],
  [abroad('somes', 'HBS 22918', '2026-11-13'), 'scan'],
  [abroad('macheta', 'MS 388', '2026-11-11'), 'cii'],
  [abroad('cortica', 'FT 2026A/1284', '2026-11-03'), 'hybrid'],
  [abroad('ribeira', 'FR A26/9207', '2026-11-17'), 'scan'],
  [abroad('finch', 'HF-3318', '2026-11-09'), 'pdf'],
  [abroad('liffey', 'LS-2026-2207', '2026-11-01'), 'hybrid'],
  [drawn.credit, 'pdf', 'credit-note'],
  [drawn.lindholmen, 'scan', 'duplicate'],
  [reminderOf(drawn.cleaning), 'pdf', 'reminder'],
]

async function paperOf(bill: Bill, way: Way, at: string, serial: number): Promise<Paper> {
  if (way === 'ubl') return ublPaper(bill, at)
  if (way === 'cii') return ciiPaper(bill, at)
  if (way === 'hybrid') return hybridPaper(bill, at)
  const sheaf = await drawBill(bill)
  if (way === 'pdf')
    return {
      name: sheaf.name,
      mediaType: 'application/pdf',
      bytes: sheaf.pdf,
      truth: sheaf.truth,
      arrivesBy: 'mail',
      arrivedAt: at,
    }
  const own = chance.fork(`scan ${serial}`)
  return scanned(sheaf, { ...officeWear(own, null), dpi: 200 }, 'pdf', at, serial, own)
}

/** The twenty mails as they would lie there today, each with its bill as one attachment, in the order in which they came. */
export async function billMailbox(today: Temporal.PlainDate): Promise<MailedBill[]> {
  const mails: MailedBill[] = []
  for (const [serial, [asDrawn, way, odd = null]] of inbox.entries()) {
    const bill = asOf(asDrawn, today)
    const at = `${today}T08:${10 + serial}:00+01:00`
    const { name, mediaType, bytes } = await paperOf(bill, way, at, serial)
    const { seller } = bill
    const mail = mailPaper(
      {
        language: seller.language === 'de' ? 'en' : seller.language,
        from: { name: seller.name, address: `${addressPart(seller.person)}@${seller.web.slice(4)}` },
        to: { name: office.name, address: office.mail },
        subject: `${seller.name} ${bill.number} (${serial + 1})`,
        text: bill.number,
        more: [{ name, mediaType, bytes }],
      },
      at,
    )
    mails.push({ bill, way, odd, mail })
  }
  return mails
}
