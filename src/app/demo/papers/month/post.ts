import { addressPart, mailPaper, upload } from '../arrival.ts'
import { officeWear, scanned } from '../scanned.ts'
import { billOf, line } from '../bill.ts'
import { drawBill } from '../layouts/index.ts'
import { application, authorityLetter, healthLetter, lease, permit, plainLetter } from '../letters.ts'
import { type LetterCall, drawLetter } from '../letter.ts'
import { advertising, certificate, minutes, statement } from '../papers-other.ts'
import { partyOf } from '../parties/index.ts'
import { proseOf } from '../prose/index.ts'
import type { Sheaf } from '../types.ts'
import { officeFiles } from './office-files.ts'
import { receiptArrivals } from './receipts.ts'
import type { Arrival, MonthCall } from './types.ts'

const calling = (
  { office, chance }: MonthCall,
  issuedOn: string,
  until: string,
  number: string,
  more: Partial<LetterCall> = {},
): LetterCall => ({
  language: 'sv',
  office,
  issuedOn,
  until,
  from: '2026-11-01',
  number,
  chance: chance.fork(`letter ${number}`),
  ...more,
})

const noted = (sheaf: Sheaf, note: string): Sheaf => ({ ...sheaf, truth: { ...sheaf.truth, note } })

/** Paper post, opened and scanned at the front desk. */
const posted = ({ chance, textOnly }: MonthCall, at: string, serial: number, draw: () => Promise<Sheaf>): Arrival => ({
  at,
  make: async arrivedAt => {
    const sheaf = await draw()
    const own = chance.fork(`post ${serial}`)
    if (textOnly) return { ...upload(sheaf, arrivedAt), arrivesBy: 'scan' }
    const [, , day] = arrivedAt.slice(0, 10).split('-')
    return scanned(
      sheaf,
      {
        ...officeWear(own, `ANKOM ${Number(day)} NOV 2026`),
        dpi: 200,
        ...(serial % 9 === 0 ? { turn: 180 as const } : {}),
      },
      'pdf',
      arrivedAt,
      serial,
      own,
    )
  },
})

const uploaded = (at: string, draw: () => Promise<Sheaf>): Arrival => ({
  at,
  make: async arrivedAt => upload(await draw(), arrivedAt),
})

const deliveryNote = ({ office }: MonthCall): Promise<Sheaf> =>
  drawBill(
    billOf({
      kind: 'delivery-note',
      seller: partyOf('ringon'),
      buyer: office,
      number: 'FS-2904',
      issuedOn: '2026-11-23',
      dueOn: null,
      orderNumber: '1184',
      yourReference: 'Wilma Sand',
      lines: [
        line('MB-08', 'Kapaskiva 5 mm, 700 × 1000', 1600, 'piece', 26500, 250),
        line('MB-41', 'Balsaribbor, sorterade', 400, 'pack', 17200, 250),
      ],
      remark: 'Antal kollin: 2',
    }),
  )

const quote = ({ office }: MonthCall): Promise<Sheaf> =>
  drawBill(
    billOf({
      kind: 'quote',
      seller: partyOf('ringoluft'),
      buyer: office,
      number: '47',
      issuedOn: '2026-11-17',
      dueOn: '2026-12-31',
      yourReference: 'Per-Olof Gran',
      lines: [line('BS-6', 'Byte av brandventiler, sex stycken, inklusive provning', 600, 'piece', 816000, 250)],
    }),
  )

const order = ({ office }: MonthCall): Promise<Sheaf> =>
  drawBill(
    billOf({
      kind: 'order',
      seller: partyOf('lindholmen'),
      buyer: office,
      number: '1182',
      issuedOn: '2026-11-05',
      dueOn: null,
      yourReference: 'Oskar Nyström',
      lines: [
        line('PL-914', 'Plotterpapper 90 g, 914 mm × 50 m', 1200, 'roll', 18900, 250),
        line('KP-A3', 'Kopieringspapper A3 80 g', 2000, 'pack', 9450, 250),
        line('BL-775K', 'Bläckpatron svart 775 ml', 200, 'piece', 164500, 250),
        line('SK-50', 'Skissrulle 50 cm × 100 m, gul', 800, 'roll', 21200, 250),
      ],
    }),
  )

/** What the alarm company did on its yearly visit. */
const serviceReport = (call: MonthCall): Promise<Sheaf> =>
  drawLetter(
    calling(call, '2026-11-19', '2026-11-19', 'SR-60933'),
    {
      sender: {
        name: 'Norrsken Larm AB',
        street: 'Exportgatan 38',
        town: '422 46 Hisings Backa',
        phone: '031-390 06 47',
        mail: 'service@norrskenlarm.example',
        signer: 'Therese Palm',
        role: 'Servicetekniker',
      },
      subject: 'Servicerapport: inbrottslarm och brandlarm, plan 2 och 3',
      paragraphs: () => [
        'Årlig genomgång utförd på plats. 14 rökdetektorer och 9 rörelsedetektorer provade, alla fungerar. Batteri i centralapparaten bytt, nästa byte 2029.',
        'Anmärkning: dörrkontakten till modellverkstaden glappar och bör bytas. Offert skickas separat.',
        'Tid på plats: 2,5 timmar. Ingår i serviceavtalet.',
      ],
    },
    { kind: 'report', mark: 'key', colour: '#1e3a8a', face: 'arimo' },
  )

const drawingReminder = ({ office }: MonthCall): Arrival => ({
  at: '2026-11-24T08:15',
  make: arrivedAt =>
    Promise.resolve(
      mailPaper(
        {
          language: 'sv',
          from: { name: 'Gunilla Westman', address: 'gunilla.westman@goteborg.example' },
          to: { name: 'Karin Öberg', address: `karin.oberg@${office.domain}` },
          subject: 'Påminnelse 3: ritning A-40.1-02, Kv. Hajen',
          text: 'Hej Karin,\n\nvi saknar fortfarande reviderad ritning A-40.1-02 med schaktet i sektion B. Den behövs före torsdag klockan 12, annars går ärendet till nämnden som det är. En PDF med e-post räcker.\n\nGunilla Westman\nBygglovshandläggare, Stadsbyggnadsförvaltningen\n031-390 06 55',
          html: true,
          note: 'third reminder from the city, answer one day late',
        },
        arrivedAt,
      ),
    ),
})

const colleagueMail = ({ office }: MonthCall, at: string, person: string, subject: string, text: string): Arrival => ({
  at,
  make: arrivedAt =>
    Promise.resolve(
      mailPaper(
        {
          language: 'sv',
          from: { name: person, address: `${addressPart(person)}@${office.domain}` },
          to: { name: office.name, address: office.mail },
          subject,
          text: `Hej,\n\n${text}\n\n${person}`,
        },
        arrivedAt,
      ),
    ),
})

export const postArrivals = (call: MonthCall): Arrival[] => {
  const health = { ...proseOf('sv').labels }
  return [
    uploaded('2026-11-05T15:40', () => order(call)),
    uploaded('2026-11-17T11:20', () => quote(call)),
    uploaded('2026-11-09T16:00', () => minutes(calling(call, '2026-11-09', '2026-12-07', 'M-14'))),
    uploaded('2026-11-23T16:45', () => minutes(calling(call, '2026-11-23', '2026-12-07', 'M-15'))),
    posted(call, '2026-11-10T08:40', 5, () => certificate(calling(call, '2026-09-17', '2029-09-17', 'OVK-2026-0917'))),
    posted(call, '2026-11-12T08:25', 6, () =>
      lease(calling(call, '2025-04-15', '2031-04-14', '2025-118', { from: '2025-04-15' })),
    ),
    posted(call, '2026-11-24T08:10', 20, async () =>
      noted(
        await authorityLetter(calling(call, '2026-11-20', '2026-12-11', '2026/1188 402')),
        'registered letter, confidential',
      ),
    ),
    posted(call, '2026-11-24T08:27', 23, async () =>
      noted(
        await permit(calling(call, '2026-11-19', '2026-11-30', 'TK 2026-4471')),
        'parking permit that ends within a week',
      ),
    ),
    posted(call, '2026-11-24T08:28', 24, () => plainLetter(calling(call, '2026-11-20', '2026-12-04', 'F-2026-88'))),
    posted(call, '2026-11-24T08:34', 30, async () =>
      noted(
        await application(calling(call, '2026-11-20', '2026-12-15', 'A-1')),
        'application for the open job of model maker',
      ),
    ),
    posted(call, '2026-11-24T08:35', 31, () => deliveryNote(call)),
    posted(call, '2026-11-24T08:36', 32, () => serviceReport(call)),
    posted(call, '2026-11-24T08:38', 36, () => advertising(calling(call, '2026-11-16', '2027-02-11', 'R-1'))),
    posted(call, '2026-11-18T08:24', 12, async () =>
      noted(
        await healthLetter(calling(call, '2026-11-16', '2026-12-31', 'FH-2026-311')),
        `health of an employee: ${health.confidential.toLowerCase()}`,
      ),
    ),
    uploaded('2026-11-27T07:30', () =>
      statement(
        calling(call, '2026-11-26', '2026-11-26', 'K-11'),
        { name: 'Handelsbanken', iban: 'SE4560000000000430018822', bic: 'HANDSESS', account: null },
        'SEK',
      ),
    ),
    drawingReminder(call),
    ...officeFiles(call),
    ...receiptArrivals(call),
    colleagueMail(
      call,
      '2026-11-24T09:31',
      'Samir Haddad',
      'Två stolar till plan 2',
      'kan vi beställa två kontorsstolar till Tilde och Amanda? De jag hittade kostar 9 980 kronor tillsammans, med moms.',
    ),
    colleagueMail(
      call,
      '2026-11-24T09:12',
      'Hugo Lindgren',
      'Kaffemaskinen visar E04',
      'maskinen på plan 2 är fortfarande trasig. Kan någon ringa servicen?',
    ),
    colleagueMail(
      call,
      '2026-11-18T10:05',
      'Frida Hallberg',
      'Ledighet 21–23 december',
      'jag vill gärna vara ledig den 21 till 23 december. Ingen annan i gruppen är borta då.',
    ),
    {
      at: '2026-11-24T09:31',
      make: arrivedAt =>
        Promise.resolve(
          mailPaper(
            {
              language: 'sv',
              from: { name: 'Ester Nylund', address: 'ester.nylund@student.chalmers.example' },
              to: { name: call.office.name, address: call.office.mail },
              subject: proseOf('sv').mail.request[0],
              text: `Hej,\n\n${proseOf('sv').mail.request[1]}`,
              charset: 'iso-8859-1',
            },
            arrivedAt,
          ),
        ),
    },
  ]
}
