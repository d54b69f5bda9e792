/**
 * A year of the drawn office's post: each supplier's bills in its own rhythm, reminders of those that were not paid, and what else
 * comes (permits, contracts, applications, minutes, mails), on working days, in the order of its arrival.
 */
import { billByMail, instantAt, upload } from './arrival.ts'
import { billOf, linesOf } from './bill.ts'
import { bulkPaper } from './bulk.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { after, monthEnd } from './formats.ts'
import { drawBill } from './layouts/index.ts'
import { almgrenTveit } from './offices.ts'
import { parties, partiesByLanguage } from './parties/index.ts'
import type { Party } from './parties/types.ts'
import type { Arrival } from './month/types.ts'
import { officeWear, scanned } from './scanned.ts'
import type { Paper } from './types.ts'

export interface YearCall {
  readonly seed: string | number
  readonly count: number
  /** The year's last day, YYYY-MM-DD. */
  readonly until: string
  /** One paper in forty comes as a picture; without, all have their text. */
  readonly scans?: boolean
}

const office = almgrenTveit
/** Bills that come again and again are at most this part of the post. */
const rhythmicShare = 0.5
const remindedShare = 0.04
const scannedShare = 0.025

/** Working days of the year that ends on `until`. */
function workingDays(until: string): string[] {
  const last = Temporal.PlainDate.from(until)
  const before = last.subtract({ years: 1 })
  return Array.from({ length: before.until(last).days }, (_, i) => before.add({ days: i + 1 }))
    .filter(on => on.dayOfWeek <= 5)
    .map(String)
}

/** Days between two bills of a supplier: rent, energy and telephones monthly, goods as they are ordered. */
function rhythmOf({ trade }: Party, chance: Chance): number {
  return trade === 'rent' || trade === 'energy' || trade === 'telephone' ? 30 : chance.pick([4, 5, 7, 7, 10, 14, 30])
}

interface Turn {
  readonly seller: Party
  readonly round: number
  readonly issuedOn: string
}

/** Every bill that would come in the year, of Swedish suppliers and a few foreign ones. */
function turnsOf(call: YearCall, chance: Chance): Turn[] {
  const first = Temporal.PlainDate.from(call.until).subtract({ years: 1 }).toString()
  const foreign = chance.some(
    parties.filter(({ country, language }) => country !== 'SE' && language !== 'de'),
    6,
  )
  return [...partiesByLanguage.sv, ...foreign].flatMap(seller => {
    const every = rhythmOf(seller, chance)
    const turns: Turn[] = []
    let issuedOn = after(first, chance.whole(0, every))
    for (let round = 1; issuedOn < call.until; round++, issuedOn = after(issuedOn, every))
      turns.push({ seller, round, issuedOn })
    return turns
  })
}

const billOfTurn = ({ seller, round, issuedOn }: Turn, chance: Chance) => {
  const monthly = seller.trade === 'rent' || seller.trade === 'energy' || seller.trade === 'telephone'
  return billOf({
    seller,
    buyer: office,
    number: `${seller.series}${seller.nextNumber + round * 13}`,
    issuedOn,
    lines: linesOf(seller, chance.fork('lines')),
    yourReference: chance.fork('reference').pick(office.people).name,
    deliveredOn: monthly ? null : after(issuedOn, -1),
    ...(monthly ? { period: [`${issuedOn.slice(0, 7)}-01`, monthEnd(issuedOn)] as const } : {}),
  })
}

const firstWorkday = (days: readonly string[], from: string): string | undefined => days.find(on => on >= from)

/** One after another through the day, from a quarter past eight. */
const minuteOf = (n: number): string => {
  const minutes = 8 * 60 + 15 + ((n * 7) % 470)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** What arrives in the year, `count` papers; each is made only when its turn comes. */
export function yearArrivals(call: YearCall): Arrival[] {
  const chance = chanceFrom(`year ${call.seed}`)
  const days = workingDays(call.until)
  const all = turnsOf(call, chance.fork('rhythms'))
  const turns = chance.some(all, Math.min(all.length, Math.floor(call.count * rhythmicShare)))
  const arrivals: Arrival[] = []
  const add = (on: string, make: (arrivedAt: string, at: string) => Promise<Paper>): void => {
    const at = `${on}T${minuteOf(arrivals.length)}`
    arrivals.push({ at, make: arrivedAt => make(arrivedAt, at) })
  }
  for (const turn of turns) {
    const own = chance.fork(`turn ${turn.seller.key} ${turn.round}`)
    const comesOn = firstWorkday(days, after(turn.issuedOn, own.whole(1, 3)))
    if (!comesOn) continue
    add(comesOn, arrivedAt => arrive(turn, own, arrivedAt, call.scans ?? false))
    const remindedOn = firstWorkday(days, after(turn.issuedOn, turn.seller.termDays + 12))
    if (remindedOn && own.happens(remindedShare)) add(remindedOn, arrivedAt => remind(turn, own, arrivedAt))
  }
  for (let serial = 400; arrivals.length < call.count; serial++) {
    const own = chance.fork(`other ${serial}`)
    const on = own.pick(days)
    const wrap = call.scans && own.happens(scannedShare) ? 'scan' : 'text'
    const language = own.happens(0.85) ? 'sv' : own.pick(['en', 'nb', 'nl', 'pt', 'ro'] as const)
    add(on, (_, at) => bulkPaper({ chance, serial, wrap, at, language, office }))
  }
  return arrivals.slice(0, call.count).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

async function arrive(turn: Turn, own: Chance, arrivedAt: string, scans: boolean): Promise<Paper> {
  const bill = billOfTurn(turn, own)
  const sheaf = await drawBill(bill)
  if (scans && own.happens(scannedShare))
    return scanned(sheaf, { ...officeWear(own, null), dpi: 200 }, 'pdf', arrivedAt, turn.round, own)
  return own.happens(0.4) ? billByMail(bill, sheaf, arrivedAt, { html: own.happens(0.6) }) : upload(sheaf, arrivedAt)
}

/** The bill was not paid in time: the supplier writes again. */
async function remind(turn: Turn, own: Chance, arrivedAt: string): Promise<Paper> {
  const bill = billOfTurn(turn, own)
  const issuedOn = after(arrivedAt.slice(0, 10), -2)
  const about = { number: bill.number, issuedOn: bill.issuedOn, dueOn: after(bill.issuedOn, bill.seller.termDays) }
  return upload(
    await drawBill(billOf({ ...bill, kind: 'reminder', issuedOn, dueOn: after(issuedOn, 10), period: null, about })),
    arrivedAt,
  )
}

/** The papers of the year, one at a time; names that come twice are made different, as an upload folder would. */
export async function* yearPapers(call: YearCall): AsyncGenerator<Paper> {
  const taken = new Map<string, number>()
  for (const arrival of yearArrivals(call)) {
    const paper = await arrival.make(instantAt(arrival.at, office.zone))
    const times = taken.get(paper.name) ?? 0
    taken.set(paper.name, times + 1)
    const dot = paper.name.lastIndexOf('.')
    yield times === 0 ? paper : { ...paper, name: `${paper.name.slice(0, dot)} (${times + 1})${paper.name.slice(dot)}` }
  }
}
