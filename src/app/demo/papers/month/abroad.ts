import { addressPart, billByMail, hybridPaper, mailPaper, ublPaper, upload } from '../arrival.ts'
import { officeWear, scanned } from '../scanned.ts'
import { type Bill, billOf, linesOf } from '../bill.ts'
import { drawBill } from '../layouts/index.ts'
import { application, authorityLetter, permit } from '../letters.ts'
import { advertising, certificate, minutes } from '../papers-other.ts'
import { partyOf } from '../parties/index.ts'
import { proseOf } from '../prose/index.ts'
import type { Language } from '../types.ts'
import type { Arrival, MonthCall } from './types.ts'

/** Projects in Trondheim and Lisbon, partners in Amsterdam, Cluj, London and Dublin: their bills. */
const bills: readonly (readonly [
  at: string,
  seller: string,
  number: string,
  issuedOn: string,
  way: 'mail' | 'upload' | 'scan' | 'ubl' | 'hybrid',
  person: string,
])[] = [
  ['2026-11-04T10:12', 'nidaros', '10872', '2026-11-02', 'mail', 'Björn Aasen'],
  ['2026-11-09T12:30', 'fjordlys', '204418', '2026-11-06', 'upload', 'Ingrid Tveit'],
  ['2026-11-25T12:05', 'fjordlys', '204877', '2026-11-24', 'scan', 'Björn Aasen'],
  ['2026-11-12T09:02', 'modellverk', '1288', '2026-11-10', 'mail', 'Wilma Sand'],
  ['2026-11-18T11:11', 'koerier', 'F9021', '2026-11-16', 'upload', 'Karin Öberg'],
  ['2026-11-10T14:44', 'vandijk', '260914', '2026-11-06', 'ubl', 'Wilma Sand'],
  ['2026-11-06T13:20', 'carpati', 'AVC 1047', '2026-11-05', 'mail', 'Andrei Munteanu'],
  ['2026-11-20T13:25', 'carpati', 'AVC 1052', '2026-11-19', 'mail', 'Andrei Munteanu'],
  ['2026-11-16T08:50', 'somes', 'HBS 22918', '2026-11-13', 'scan', 'Andrei Munteanu'],
  ['2026-11-13T10:10', 'macheta', 'MS 388', '2026-11-11', 'upload', 'Leo Ambjörn'],
  ['2026-11-05T09:40', 'cortica', 'FT 2026A/1284', '2026-11-03', 'hybrid', 'Sofia Carvalho'],
  ['2026-11-19T12:15', 'ribeira', 'FR A26/9207', '2026-11-17', 'scan', 'Sofia Carvalho'],
  ['2026-11-23T10:20', 'topolisboa', 'FT T/640', '2026-11-20', 'mail', 'Sofia Carvalho'],
  ['2026-11-11T16:30', 'finch', 'HF-3318', '2026-11-09', 'mail', 'Johan Almgren'],
  ['2026-11-17T15:05', 'pennine', '20461', '2026-11-13', 'upload', 'Johan Almgren'],
  ['2026-11-02T09:00', 'liffey', 'LS-2026-2207', '2026-11-01', 'hybrid', 'Viktor Blom'],
  ['2026-11-27T09:00', 'corrib', '71183', '2026-11-24', 'upload', 'Johan Almgren'],
  ['2026-11-26T11:48', 'albion', 'INV118094', '2026-11-23', 'mail', 'Elin Bergqvist'],
]

const billArrival = (
  call: MonthCall,
  [at, key, number, issuedOn, way, person]: (typeof bills)[number],
  index: number,
): Arrival => ({
  at,
  make: async arrivedAt => {
    const own = call.chance.fork(`abroad ${number}`)
    const seller = partyOf(key)
    const bill: Bill = billOf({
      seller,
      buyer: call.office,
      number,
      issuedOn,
      lines: linesOf(seller, own),
      yourReference: person,
    })
    if (way === 'ubl') return ublPaper(bill, arrivedAt)
    if (way === 'hybrid') return hybridPaper(bill, arrivedAt)
    const sheaf = await drawBill(bill)
    if (way === 'mail') return billByMail(bill, sheaf, arrivedAt, { html: own.happens(0.5) })
    return way === 'upload' || call.textOnly
      ? upload(sheaf, arrivedAt)
      : scanned(
          sheaf,
          { ...officeWear(own, null), dpi: 200 },
          own.pick(['pdf', 'tiff', 'jpeg'] as const),
          arrivedAt,
          60 + index,
          own,
        )
  },
})

const requests: readonly (readonly [at: string, language: Language, key: string])[] = [
  ['2026-11-10T08:45', 'nb', 'nidaros'],
  ['2026-11-17T12:02', 'nl', 'noord'],
  ['2026-11-18T17:10', 'ro', 'carpati'],
  ['2026-11-19T10:35', 'pt', 'cortica'],
  ['2026-11-23T11:50', 'en', 'finch'],
]

const requestArrival = (call: MonthCall, [at, language, key]: (typeof requests)[number]): Arrival => ({
  at,
  make: arrivedAt => {
    const { mail } = proseOf(language)
    const from = partyOf(key)
    return Promise.resolve(
      mailPaper(
        {
          language,
          from: { name: from.person, address: `${addressPart(from.person)}@${from.web.slice(4)}` },
          to: { name: call.office.name, address: call.office.mail },
          subject: mail.request[0],
          text: `${mail.hello}\n\n${mail.request[1]}`,
          html: language !== 'nb',
        },
        arrivedAt,
      ),
    )
  },
})

export const abroadArrivals = (call: MonthCall): Arrival[] => {
  const letter = (language: Language, issuedOn: string, until: string, number: string) => ({
    language,
    office: call.office,
    issuedOn,
    until,
    from: '2026-11-01',
    number,
    chance: call.chance.fork(`letter ${number}`),
    person: 'Björn Aasen',
  })
  const drawn = (at: string, draw: () => ReturnType<typeof permit>): Arrival => ({
    at,
    make: async arrivedAt => upload(await draw(), arrivedAt),
  })
  return [
    ...bills.map((bill, index) => billArrival(call, bill, index)),
    ...requests.map(one => requestArrival(call, one)),
    drawn('2026-11-11T10:30', () => authorityLetter(letter('nb', '2026-11-09', '2026-12-04', '2026/20417'))),
    drawn('2026-11-20T09:45', () => permit(letter('nb', '2026-11-18', '2026-12-18', '2026/20990'))),
    drawn('2026-11-16T13:00', () => certificate(letter('nb', '2026-11-12', '2031-11-12', 'VA-88140'))),
    drawn('2026-11-18T16:20', () => minutes(letter('nb', '2026-11-18', '2026-12-09', 'BM-6'))),
    drawn('2026-11-19T09:30', () => application(letter('nl', '2026-11-17', '2026-12-15', 'A-2'))),
    drawn('2026-11-21T20:15', () => application(letter('ro', '2026-11-21', '2026-12-15', 'A-3'))),
    drawn('2026-11-22T18:40', () => application(letter('pt', '2026-11-22', '2026-12-15', 'A-4'))),
    drawn('2026-11-23T07:55', () => application(letter('en', '2026-11-20', '2026-12-15', 'A-5'))),
    drawn('2026-11-16T10:15', () => application(letter('nb', '2026-11-15', '2026-12-15', 'A-6'))),
    drawn('2026-11-12T07:20', () => advertising(letter('en', '2026-11-12', '2026-12-31', 'R-2'))),
    drawn('2026-11-25T07:25', () => advertising(letter('nb', '2026-11-25', '2026-12-31', 'R-3'))),
  ]
}
