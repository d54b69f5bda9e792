/** The demo office's quotes and invoices since August: paid, part paid, credited, overdue and reminded of, and a pile to remind this week. */

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const hours = (text: string, quantity: string, more: object = {}) => ({
  text,
  quantity,
  unit: 'hour',
  price: '1150',
  vatCode: 'U25',
  ...more,
})
const flat = (text: string, price: string, more: object = {}) => ({
  text,
  quantity: '1',
  unit: 'flat',
  price,
  vatCode: 'U25',
  ...more,
})

const firms = {
  quay: { name: 'Lindholmen Fastigheter AB', street: 'Lindholmspiren 5', postcode: '417 56', city: 'Göteborg' },
  school: {
    name: 'Mölndals stad, lokalförvaltningen',
    street: 'Göteborgsvägen 11',
    postcode: '431 82',
    city: 'Mölndal',
  },
  homes: { name: 'Hisings Bostäder AB', street: 'Wieselgrensplatsen 6', postcode: '417 17', city: 'Göteborg' },
  court: { name: 'Brf Kaprifolen', street: 'Bangatan 22', postcode: '414 63', city: 'Göteborg' },
  hall: { name: 'Stiftelsen Skärgårdshuset', street: 'Hamnvägen 3', postcode: '475 42', city: 'Hönö' },
} as const
type Firm = keyof typeof firms

interface Wanted {
  readonly firm: Firm
  readonly daysAgo: number
  readonly subject: string
  readonly lines: readonly object[]
  /** What came in of it, and how many days ago. */
  readonly paid?: readonly (readonly [amount: string, daysAgo: number])[]
  readonly unsent?: true
}

const issued: readonly Wanted[] = [
  {
    firm: 'quay',
    daysAgo: 108,
    subject: 'Lindholmen quay, July',
    lines: [hours('Drawings', '64')],
    paid: [['92000.00', 80]],
  },
  {
    firm: 'school',
    daysAgo: 104,
    subject: 'School in Mölndal, July',
    lines: [hours('Drawings', '41.5'), flat('Model', '18500')],
    paid: [['82781.25', 74]],
  },
  { firm: 'homes', daysAgo: 96, subject: 'Survey of stairwells', lines: [flat('Survey', '24000')] },
  {
    firm: 'court',
    daysAgo: 90,
    subject: 'Roof terrace, sketch',
    lines: [hours('Sketch', '12')],
    paid: [['10000.00', 50]],
  },
  {
    firm: 'quay',
    daysAgo: 77,
    subject: 'Lindholmen quay, August',
    lines: [hours('Drawings', '80'), hours('Meetings', '9')],
    paid: [['127937.50', 45]],
  },
  {
    firm: 'hall',
    daysAgo: 70,
    subject: 'Accessibility review',
    lines: [hours('Review', '16', { discount: '10' })],
    paid: [['20700.00', 39]],
  },
  {
    firm: 'school',
    daysAgo: 68,
    subject: 'School in Mölndal, August',
    lines: [hours('Drawings', '52')],
    paid: [['74750.00', 36]],
  },
  {
    firm: 'homes',
    daysAgo: 61,
    subject: 'Stairwells, drawings',
    lines: [hours('Drawings', '22'), flat('Prints', '1840')],
  },
  { firm: 'court', daysAgo: 58, subject: 'Roof terrace, permit', lines: [flat('Application for the permit', '14500')] },
  { firm: 'quay', daysAgo: 46, subject: 'Lindholmen quay, September', lines: [hours('Drawings', '76')] },
  { firm: 'hall', daysAgo: 44, subject: 'Pier building, pre-study', lines: [flat('Pre-study', '46000')] },
  {
    firm: 'school',
    daysAgo: 40,
    subject: 'School in Mölndal, September',
    lines: [hours('Drawings', '60')],
    paid: [['86250.00', 9]],
  },
  { firm: 'homes', daysAgo: 33, subject: 'Laundry rooms', lines: [hours('Sketches', '14')] },
  {
    firm: 'court',
    daysAgo: 26,
    subject: 'Roof terrace, site visits',
    lines: [hours('Site visit', '6'), { text: 'Journeys', quantity: '84', unit: 'km', price: '3.5', vatCode: 'U25' }],
  },
  {
    firm: 'quay',
    daysAgo: 18,
    subject: 'Lindholmen quay, October',
    lines: [hours('Drawings', '88'), hours('Meetings', '7.5')],
  },
  { firm: 'hall', daysAgo: 12, subject: 'Pier building, sketches', lines: [hours('Sketches', '31')] },
  {
    firm: 'school',
    daysAgo: 8,
    subject: 'School in Mölndal, October',
    lines: [hours('Drawings', '57.5'), flat('Visualisation', '22000')],
  },
  { firm: 'homes', daysAgo: 2, subject: 'Laundry rooms, drawings', lines: [hours('Drawings', '19')], unsent: true },
]

export async function seedInvoices(act: Act, ask: Ask, today: Temporal.PlainDate): Promise<void> {
  const on = (days: number) => today.add({ days }).toString()
  const must = (command: string, input: unknown) => act('Maria Lindqvist', command, input)
  await must('receivables.set-invoicing', {
    street: 'Stigbergsliden 18',
    postcode: '414 63',
    town: 'Göteborg',
    email: 'info@almgrentveit.example',
    phone: '031-12 34 56',
    companyNumber: '556036-0793',
    vatNumber: 'SE556036079301',
    taxNote: 'Godkänd för F-skatt',
    bankgiro: '5050-1055',
    iban: 'SE3550000000054910000003',
    bic: 'ESSESESS',
    peppolId: '0007:5560360793',
    interestRates: [{ fromOn: '2026-01-01', percent: '10' }],
  })
  for (const [text, unit, price] of [
    ['Drawings', 'hour', '1150'],
    ['Meetings', 'hour', '1150'],
    ['Site visit', 'hour', '1250'],
    ['Journeys', 'km', '3.5'],
    ['Model', 'flat', '18500'],
  ])
    await must('receivables.set-price', { text, unit, price, vatCode: 'U25' })
  const ids = new Map<Firm, string>()
  for (const [key, { name, ...address }] of Object.entries(firms)) {
    const facts = {
      name,
      addresses: [{ ...address, country: 'SE' }],
      emails: [{ email: `faktura@${key}.example` }],
    }
    ids.set(key as Firm, (await must('directory.create-organisation', facts)).id)
  }
  await must('receivables.set-terms', { id: ids.get('court'), sendBy: 'print' })
  await must('receivables.set-terms', { id: ids.get('quay'), reference: 'Anna Sandell', paymentDays: 30 })

  const made: string[] = []
  for (const { firm, daysAgo, subject, lines, paid = [], unsent } of issued) {
    const facts = { customerId: ids.get(firm), subject, lines, issuedOn: on(-daysAgo), ourReference: 'Maria Lindqvist' }
    const { id } = await must('receivables.create-invoice', facts)
    await must('receivables.issue-invoice', { id })
    if (!unsent) await must('receivables.send-invoice', { id, sendBy: 'print' })
    for (const [amount, ago] of paid) await must('receivables.note-payment', { id, amount: sek(amount), on: on(-ago) })
    made.push(id)
  }
  // one that the customer disputes, one credited in part
  const [disputed, credited] = [made[8]!, made[13]!]
  const { itemId } = (await ask('receivables.get-invoice', { id: disputed })) as { itemId: string }
  const why = { pauseReason: 'dispute', note: 'They say that the application was included in the sketch.' }
  await must('receivables.pause-reminders', { id: disputed, itemId, ...why })
  const { creditNoteId } = (await must('receivables.credit-invoice', {
    id: credited,
    reason: 'One site visit was a mistake of ours',
  })) as unknown as { creditNoteId: string }
  await must('receivables.change-invoice', { id: creditNoteId, lines: [hours('Site visit', '2')] })
  await must('receivables.issue-invoice', { id: creditNoteId })
  // reminded once; the others are the pile of this week
  await must('receivables.send-reminders', { customerIds: [ids.get('homes')], sendBy: 'print' })
  for (const [firm, subject, lines] of [
    ['quay', 'Lindholmen quay, November', [hours('Drawings', '23')]],
    ['hall', 'Pier building, drawings', [hours('Drawings', '8')]],
  ] as const)
    await must('receivables.create-invoice', { customerId: ids.get(firm), subject, lines })

  // what comes again: a room let out, care of drawings, a licence that follows the price list
  const again = async (firm: Firm, subject: string, more: object) =>
    (await must('receivables.create-recurring', { customerId: ids.get(firm), subject, ...more })).id
  const room = await again('hall', 'Room on the second floor', {
    rhythm: 'quarter',
    firstOn: on(9),
    period: 'following',
    way: 'send',
    lines: [flat('Rent, {period}', '14400'), flat('Heating and water', '1250')],
  })
  const index = { indexWas: '415.51', indexNow: '421.04', reason: 'Consumer price index, October' }
  await must('receivables.raise-recurring', {
    id: room,
    fromOn: today.with({ month: 1, day: 1 }).add({ years: 1 }).toString(),
    ...index,
  })
  await again('quay', 'Care of drawings', {
    rhythm: 'month',
    firstOn: on(6),
    period: 'current',
    lines: [{ text: 'Care of drawings', quantity: '3', unit: 'hour', price: '1150', vatCode: 'U25' }],
  })
  const paused = await again('school', 'Model server', {
    rhythm: 'year',
    firstOn: on(40),
    lines: [flat('Model server, a year', '9600')],
  })
  await must('receivables.pause-recurring', { id: paused })

  const quote = async (firm: Firm, subject: string, lines: readonly object[]) =>
    (await must('receivables.create-quote', { customerId: ids.get(firm), subject, lines })).id
  await must('receivables.send-quote', {
    id: await quote('court', 'Bicycle house', [flat('Sketch and permit', '38000')]),
  })
  const accepted = await quote('hall', 'Pier building, permit drawings', [hours('Drawings', '90')])
  await must('receivables.send-quote', { id: accepted })
  await must('receivables.accept-quote', { id: accepted })
  await quote('homes', 'Courtyard at Wieselgren', [hours('Sketches', '40'), flat('Model', '18500')])
}
