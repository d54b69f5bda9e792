import { type Bill, billOf, line } from '../bill.ts'
import { partyOf } from '../parties/index.ts'
import type { MonthCall } from './types.ts'

const ownerOf = 'Maria Lindqvist'

/** The bills that the design's pages show, to the öre. */
export const drawnBills = ({ office }: MonthCall) => {
  const bill = (
    key: string,
    number: string,
    issuedOn: string,
    dueOn: string,
    lines: Bill['lines'],
    more: Partial<Bill> = {},
  ): Bill =>
    billOf({ seller: partyOf(key), buyer: office, number, issuedOn, dueOn, lines, yourReference: ownerOf, ...more })
  const hisings = partyOf('hisings')
  return {
    lindholmen: bill(
      'lindholmen',
      '40718',
      '2026-11-11',
      '2026-12-11',
      [
        line('PL-914', 'Plotterpapper 90 g, 914 mm × 50 m', 1200, 'roll', 18900, 250),
        line('KP-A3', 'Kopieringspapper A3 80 g', 2000, 'pack', 9450, 250),
        line('BL-775K', 'Bläckpatron svart 775 ml', 300, 'piece', 164500, 250),
        line('SK-50', 'Skissrulle 50 cm × 100 m, gul', 800, 'roll', 21200, 250),
        line('', 'Frakt och miljöavgift', 100, 'piece', 39500, 250),
      ],
      {
        yourReference: 'Oskar N.',
        orderNumber: '1182',
        deliveredOn: '2026-11-09',
        reference: '4071811261',
        customer: '2207',
      },
    ),
    hisingsFraud: bill(
      'hisings',
      '88214',
      '2026-10-28',
      '2026-11-27',
      [
        line('F-01', 'Filterbyte ventilationsaggregat FTX plan 1–3', 300, 'piece', 485000, 250),
        line('F-02', 'Injustering av luftflöden, plan 3', 1400, 'hour', 89500, 250),
        line('F-03', 'Fläktmotor EC 2,4 kW', 100, 'piece', 997000, 250),
        line('F-09', 'Resa, servicebil', 400, 'trip', 40000, 250),
      ],
      {
        seller: {
          ...hisings,
          mail: 'ekonomi@hisings-vent.example',
          phone: '031-390 06 99',
          bank: { name: 'Revolut Bank UAB', iban: 'LT773990001482230517', bic: 'REVOLT21', account: null },
        },
        bank: { name: 'Revolut Bank UAB', iban: 'LT773990001482230517', bic: 'REVOLT21', account: null },
        reference: '8812700261',
        orderNumber: '1167',
        yourReference: 'Per-Olof Gran',
        remark: 'OBS! Vi har bytt bank. Betala endast till kontot på denna faktura.',
      },
    ),
    cleaning: bill(
      'vastkust',
      '261104',
      '2026-10-31',
      '2026-11-20',
      [line('ST-100', 'Kontorsstädning oktober enligt avtal', 100, 'month', 1500000, 250)],
      { period: ['2026-10-01', '2026-10-31'] },
    ),
    electricity: bill(
      'alvstaden',
      '85520418',
      '2026-11-02',
      '2026-12-02',
      [
        line('E1', 'Elenergi, rörligt pris', 402300, 'kwh', 102, 250),
        line('E2', 'Abonnemangsavgift, säkring 63 A', 100, 'month', 61394, 250),
        line('E3', 'Elöverföring och energiskatt', 402300, 'kwh', 60, 250),
      ],
      { period: ['2026-10-01', '2026-10-31'] },
    ),
    kranz: bill('kranz', '2026-1187', '2026-11-12', '2026-12-03', [
      line('4410', 'Absaugung für Modellwerkstatt mit Rückschlagventil, DN 80', 100, 'piece', 119800, 190),
      line('9001', 'Versand nach Schweden', 100, 'sum', 8660, 190),
    ]),
    ringon: bill(
      'ringon',
      'F-2871',
      '2026-11-07',
      '2026-12-07',
      [
        line('MB-08', 'Kapaskiva 5 mm, 700 × 1000', 1200, 'piece', 26500, 250),
        line('MB-17', 'Akrylskiva 3 mm, klar, laserskuren', 1000, 'piece', 27100, 250),
      ],
      { orderNumber: '1179', yourReference: 'Mira Jokinen', remark: 'Avser Kv. Hajen.' },
    ),
    flowers: bill('alvsborg', '913', '2026-11-18', '2026-12-08', [
      line('BL-1', 'Bukett, säsongens blommor', 400, 'piece', 17300, 250),
      line('BL-2', 'Växtskötsel november', 100, 'month', 30000, 250),
    ]),
    coffee: bill('majnabbe', '11672', '2026-11-11', '2026-12-11', [
      line('K-110', 'Mörkrost hela bönor, Majnabbe', 800, 'kilo', 9625, 60),
      line('K-204', 'Havredryck barista, 6 × 1 l', 400, 'pack', 4250, 60),
      line('K-330', 'Te, blandad låda', 200, 'pack', 6000, 60),
      line('K-900', 'Hyra kaffemaskin', 100, 'month', 59872, 250),
    ]),
    plotter: bill(
      'kopiera',
      '302217',
      '2026-10-31',
      '2026-11-30',
      [line('HY-1', 'Hyra plotter december', 100, 'month', 499600, 250)],
      { period: ['2026-12-01', '2026-12-31'] },
    ),
    fibre: bill(
      'bredband',
      '47118022',
      '2026-10-31',
      '2026-11-30',
      [
        line('FB-1G', 'Fiber Företag 1 Gbit/s, december', 100, 'month', 249200, 250),
        line('IP-8', 'Fasta adresser, åtta', 100, 'month', 30000, 250),
      ],
      { period: ['2026-12-01', '2026-12-31'] },
    ),
    alarm: bill(
      'norrsken',
      'NL60933',
      '2026-11-01',
      '2026-12-01',
      [line('L-4', 'Larm och utryckning, fjärde kvartalet', 100, 'sum', 330000, 250)],
      { period: ['2026-10-01', '2026-12-31'] },
    ),
    licences: bill(
      'plancert',
      'PC264107',
      '2026-11-04',
      '2026-12-04',
      [line('SW-A', 'Licentie tekenprogramma, jaarabonnement', 1400, 'licence', 16500, 210)],
      { yourReference: 'Johan Almgren' },
    ),
    telephones: bill(
      'telefoni',
      '177140332',
      '2026-11-10',
      '2026-12-10',
      [
        line('T-10', 'Mobilabonnemang Företag 20 GB', 1600, 'licence', 6900, 250),
        line('T-22', 'Växel i molnet, grundavgift', 100, 'month', 49000, 250),
        line('T-31', 'Samtal till utlandet', 100, 'sum', 15000, 250),
      ],
      { period: ['2026-11-01', '2026-11-30'] },
    ),
    rent: bill(
      'kustfast',
      'H26411',
      '2026-11-20',
      '2026-12-31',
      [
        line('H-1', 'Hyra lokal, plan 2 och 3, 612 m², första kvartalet 2027', 100, 'sum', 21750000, 250),
        line('H-2', 'Fastighetsskatt och driftstillägg', 100, 'sum', 1010000, 250),
      ],
      { period: ['2027-01-01', '2027-03-31'] },
    ),
    noord: bill(
      'noord',
      '2026-318',
      '2026-11-19',
      '2026-12-19',
      [
        line('B-01', 'Visualisatie binnenhof Kv. Hajen, avondbeeld', 200, 'piece', 40000, 210),
        line('B-02', 'Correctieronde', 200, 'hour', 8000, 210),
      ],
      { yourReference: 'Karin Öberg' },
    ),
    credit: bill(
      'telefoni',
      '177140391',
      '2026-11-20',
      '2026-12-10',
      [line('T-31', 'Rättelse: samtal till utlandet, oktober', 100, 'sum', 32960, 250)],
      { kind: 'credit-note', dueOn: null, about: { number: '177139120', issuedOn: '2026-10-10', dueOn: '2026-11-09' } },
    ),
  }
}
