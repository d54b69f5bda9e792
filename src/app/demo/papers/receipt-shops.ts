import { norwegianOrganisation, portugueseNif, romanianCui, swedishOrganisation } from './check-digits.ts'
import type { RateClass } from './trades/types.ts'
import type { Country, Currency, Language } from './types.ts'

export interface Shop {
  readonly name: string
  readonly street: string
  readonly town: string
  readonly organisation: string
  readonly country: Country
  readonly currency: Currency
  /** Name, price with VAT, rate. */
  readonly wares: readonly (readonly [string, number, RateClass])[]
}

export interface ReceiptWords {
  readonly receipt: string
  readonly total: string
  readonly vat: (rate: string) => string
  readonly card: string
  readonly number: string
  readonly date: string
  readonly organisation: string
  readonly thanks: string
}

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = {
  sv: {
    receipt: 'KVITTO',
    total: 'TOTALT',
    vat: rate => `Moms ${rate}%`,
    card: 'Kortköp, kontaktlöst',
    number: 'Kvitto nr',
    date: 'Datum',
    organisation: 'Org.nr',
    thanks: 'Välkommen åter!',
  },
  nb: {
    receipt: 'SALGSKVITTERING',
    total: 'TOTALT',
    vat: rate => `Mva ${rate}%`,
    card: 'Bankkort kontaktløs',
    number: 'Bong nr',
    date: 'Dato',
    organisation: 'Org.nr',
    thanks: 'Velkommen tilbake!',
  },
  nl: {
    receipt: 'KASSABON',
    total: 'TOTAAL',
    vat: rate => `Btw ${rate}%`,
    card: 'Pinbetaling contactloos',
    number: 'Bonnr',
    date: 'Datum',
    organisation: 'KvK',
    thanks: 'Tot ziens!',
  },
  ro: {
    receipt: 'BON FISCAL',
    total: 'TOTAL',
    vat: rate => `TVA ${rate}%`,
    card: 'Card',
    number: 'Bon nr',
    date: 'Data',
    organisation: 'CIF',
    thanks: 'Vă mulțumim!',
  },
  pt: {
    receipt: 'FATURA SIMPLIFICADA',
    total: 'TOTAL',
    vat: rate => `IVA ${rate}%`,
    card: 'Multibanco',
    number: 'FS n.º',
    date: 'Data',
    organisation: 'NIF',
    thanks: 'Obrigado e volte sempre',
  },
  en: {
    receipt: 'RECEIPT',
    total: 'TOTAL',
    vat: rate => `VAT ${rate}%`,
    card: 'Contactless card',
    number: 'Receipt',
    date: 'Date',
    organisation: 'Company no',
    thanks: 'Thank you!',
  },
}

export const shops: Readonly<Record<Language, readonly Shop[]>> = {
  sv: [
    {
      name: 'Café Kringlan',
      street: 'Haga Nygata 13',
      town: '413 01 Göteborg',
      organisation: swedishOrganisation('556655082'),
      country: 'SE',
      currency: 'SEK',
      wares: [
        ['Kaffe latte', 5200, 'dining'],
        ['Kardemummabulle', 4500, 'dining'],
        ['Smörgås ost', 7900, 'dining'],
        ['Räksallad', 14900, 'dining'],
      ],
    },
    {
      name: 'Järnia Majorna',
      street: 'Mariaplan 4',
      town: '414 78 Göteborg',
      organisation: swedishOrganisation('556431907'),
      country: 'SE',
      currency: 'SEK',
      wares: [
        ['Skruv 4,2x42 200 st', 14900, 'standard'],
        ['Batterier AA 12-pack', 11900, 'standard'],
        ['LED-lampa E27', 7990, 'standard'],
        ['Gaffatejp svart', 8900, 'standard'],
      ],
    },
    {
      name: 'Taxi Hisingen',
      street: 'Hjalmar Brantingsplatsen 1',
      town: '417 06 Göteborg',
      organisation: swedishOrganisation('769633211'),
      country: 'SE',
      currency: 'SEK',
      wares: [
        ['Taxiresa 11,4 km', 31900, 'travel'],
        ['Framkörning', 5900, 'travel'],
      ],
    },
  ],
  nb: [
    {
      name: 'Kaffebaren Bakklandet',
      street: 'Nedre Bakklandet 20',
      town: '7014 Trondheim',
      organisation: norwegianOrganisation('91466230'),
      country: 'NO',
      currency: 'NOK',
      wares: [
        ['Kaffe', 4900, 'dining'],
        ['Skillingsbolle', 5200, 'dining'],
        ['Rekesmørbrød', 17900, 'dining'],
      ],
    },
    {
      name: 'Byggmakker Lade',
      street: 'Haakon VIIs gate 25',
      town: '7041 Trondheim',
      organisation: norwegianOrganisation('98177420'),
      country: 'NO',
      currency: 'NOK',
      wares: [
        ['Målebånd 5 m', 14900, 'standard'],
        ['Skruer 4x40', 9900, 'standard'],
        ['Malertape', 6900, 'standard'],
      ],
    },
  ],
  nl: [
    {
      name: 'Broodje Blaak',
      street: 'Blaak 31',
      town: '3011 GA Rotterdam',
      organisation: '24501187',
      country: 'NL',
      currency: 'EUR',
      wares: [
        ['Broodje kaas', 595, 'dining'],
        ['Cappuccino', 385, 'dining'],
        ['Jus d’orange', 425, 'dining'],
      ],
    },
    {
      name: 'Kantoorvakhandel De Pen',
      street: 'Hoogstraat 110',
      town: '3011 PV Rotterdam',
      organisation: '24277095',
      country: 'NL',
      currency: 'EUR',
      wares: [
        ['Notitieblok A5', 495, 'standard'],
        ['Viltstiften set', 1295, 'standard'],
        ['Plakband', 275, 'standard'],
      ],
    },
  ],
  ro: [
    {
      name: 'Cofetăria Armenească',
      street: 'Str. Armenească nr. 9',
      town: 'București',
      organisation: `RO${romanianCui('1840213')}`,
      country: 'RO',
      currency: 'RON',
      wares: [
        ['Cafea espresso', 1200, 'dining'],
        ['Savarină', 2400, 'dining'],
        ['Apă minerală', 900, 'dining'],
      ],
    },
    {
      name: 'Librăria Cărturești',
      street: 'Str. Pictor Verona nr. 13',
      town: 'București',
      organisation: `RO${romanianCui('1309774')}`,
      country: 'RO',
      currency: 'RON',
      wares: [
        ['Caiet de schițe', 5900, 'standard'],
        ['Creion mecanic', 3450, 'standard'],
        ['Radieră', 690, 'standard'],
      ],
    },
  ],
  pt: [
    {
      name: 'Pastelaria Estrela',
      street: 'Rua da Estrela, 12',
      town: '1200-668 Lisboa',
      organisation: portugueseNif('50733081'),
      country: 'PT',
      currency: 'EUR',
      wares: [
        ['Bica', 90, 'dining'],
        ['Pastel de nata', 130, 'dining'],
        ['Tosta mista', 380, 'dining'],
        ['Sumo de laranja', 290, 'dining'],
      ],
    },
    {
      name: 'Táxis Colina',
      street: 'Largo da Graça, 8',
      town: '1170-165 Lisboa',
      organisation: portugueseNif('51022947'),
      country: 'PT',
      currency: 'EUR',
      wares: [
        ['Serviço de táxi', 1240, 'travel'],
        ['Bagagem', 160, 'travel'],
      ],
    },
  ],
  en: [
    {
      name: 'Exmouth Coffee Rooms',
      street: '23 Exmouth Market',
      town: 'London EC1R 4QL',
      organisation: '08811430',
      country: 'GB',
      currency: 'GBP',
      wares: [
        ['Flat white', 380, 'dining'],
        ['Cheese toastie', 690, 'dining'],
        ['Carrot cake', 420, 'dining'],
      ],
    },
    {
      name: 'Farringdon Hardware',
      street: '8 Farringdon Lane',
      town: 'London EC1R 3AU',
      organisation: '04420975',
      country: 'GB',
      currency: 'GBP',
      wares: [
        ['Masking tape', 450, 'standard'],
        ['AA batteries x8', 899, 'standard'],
        ['Scalpel blades', 625, 'standard'],
      ],
    },
  ],
}
