import type { Words } from './types.ts'

export const ro: Words = {
  title: {
    bill: 'FACTURĂ FISCALĂ', creditNote: 'FACTURĂ STORNO', reminder: 'SOMAȚIE DE PLATĂ', deliveryNote: 'AVIZ DE ÎNSOȚIRE A MĂRFII',
    order: 'CONFIRMARE DE COMANDĂ', quote: 'OFERTĂ DE PREȚ', statement: 'EXTRAS DE CONT',
  },
  number: { bill: 'Seria și numărul', creditNote: 'Seria și numărul', deliveryNote: 'Aviz nr.', order: 'Comanda nr.', quote: 'Oferta nr.' },
  date: {
    bill: 'Data emiterii', creditNote: 'Data emiterii', reminder: 'Data', deliveryNote: 'Data livrării', order: 'Data comenzii',
    quote: 'Data ofertei',
  },
  due: 'Data scadenței', validUntil: 'Valabilă până la', customer: 'Cod client', terms: 'Termen de plată',
  termDays: (days) => `${days} de zile de la emitere`,
  interest: 'Penalități de întârziere', interestRate: '0,1 % pe zi', yourReference: 'Persoana de contact', ourReference: 'Întocmit de',
  yourOrder: 'Comanda dvs.', delivered: 'Livrat la', period: 'Perioada',
  pageOf: (page, of) => `Pagina ${page} din ${of}`,
  code: 'Cod', what: 'Denumirea produselor sau a serviciilor', quantity: 'Cantitatea', unit: 'U.M.', price: 'Preț unitar (fără TVA)',
  amount: 'Valoarea', rate: 'Cota TVA',
  net: 'Total fără TVA', vat: (rate) => (rate === null ? 'Total TVA' : `TVA ${rate}%`), vatBasis: 'Baza de impozitare', rounding: 'Rotunjire',
  total: 'Total de plată', creditTotal: 'Total de restituit', toPayBefore: (date) => `Vă rugăm să achitați până la ${date}`,
  reference: 'Referința plății', quoteReference: 'La plată vă rugăm să menționați', account: 'Cont', iban: 'Cont IBAN', bic: 'SWIFT',
  organisation: 'Nr. Reg. Com.', vatNumber: 'CIF', phone: 'Telefon', mail: 'E-mail', web: 'Web', address: 'Sediul',
  seller: 'Furnizor', buyer: 'Client',
  status: 'Factura circulă fără semnătură și ștampilă, conform art. 319 alin. (29) din Legea nr. 227/2015 privind Codul fiscal.',
  reverseCharge: 'Taxare inversă', buyerVat: 'Cod TVA client', creditOf: 'Stornare factura',
  reminderText: (number, date) =>
    `Vă aducem la cunoștință că, potrivit evidențelor noastre contabile, factura ${number}, scadentă la ${date}, figurează ca neachitată. Vă rugăm să achitați suma datorată în termen de 10 zile de la primirea prezentei. În cazul în care ați efectuat deja plata, vă rugăm să nu țineți seama de această înștiințare.`,
  reminderFee: 'Penalități', originalTotal: 'Valoarea facturii', received: 'Am primit', parcels: 'Număr de colete',
  quoteText: 'Vă mulțumim pentru cererea dumneavoastră. Vă transmitem oferta noastră de preț, în condițiile de mai jos.',
  orderText: 'Vă mulțumim pentru comandă. O confirmăm după cum urmează; vă rugăm să ne anunțați dacă ceva nu corespunde.',
  thanks: 'Vă mulțumim pentru colaborare!', scan: 'Scanați și plătiți',
  units: {
    piece: 'buc.', pack: 'pachet', roll: 'rolă', hour: 'oră', month: 'lună', kwh: 'kWh', night: 'nopți', kilo: 'kg', metre: 'm', trip: 'curse',
    sum: 'serv.', licence: 'lic.',
  },
}
