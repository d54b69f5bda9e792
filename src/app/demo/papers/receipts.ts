import type { Chance } from './chance.ts'
import { norwegianOrganisation, portugueseNif, romanianCui, swedishOrganisation } from './check-digits.ts'
import { amount, decimal, day, percent } from './formats.ts'
import { Sheet } from './sheet.ts'
import { truthOf } from './truth.ts'
import type { Country, Currency, Language, Sheaf } from './types.ts'
import type { RateClass } from './trades/types.ts'
import { rateOf } from './vat.ts'

interface Shop {
  readonly name: string
  readonly street: string
  readonly town: string
  readonly organisation: string
  readonly country: Country
  readonly currency: Currency
  /** Name, price with VAT, rate. */
  readonly wares: readonly (readonly [string, number, RateClass])[]
}

interface ReceiptWords {
  readonly receipt: string
  readonly total: string
  readonly vat: (rate: string) => string
  readonly card: string
  readonly number: string
  readonly date: string
  readonly organisation: string
  readonly thanks: string
}

const words: Readonly<Record<Language, ReceiptWords>> = {
  sv: { receipt: 'KVITTO', total: 'TOTALT', vat: (rate) => `Moms ${rate}%`, card: 'Kortköp, kontaktlöst', number: 'Kvitto nr', date: 'Datum', organisation: 'Org.nr', thanks: 'Välkommen åter!' },
  nb: { receipt: 'SALGSKVITTERING', total: 'TOTALT', vat: (rate) => `Mva ${rate}%`, card: 'Bankkort kontaktløs', number: 'Bong nr', date: 'Dato', organisation: 'Org.nr', thanks: 'Velkommen tilbake!' },
  nl: { receipt: 'KASSABON', total: 'TOTAAL', vat: (rate) => `Btw ${rate}%`, card: 'Pinbetaling contactloos', number: 'Bonnr', date: 'Datum', organisation: 'KvK', thanks: 'Tot ziens!' },
  ro: { receipt: 'BON FISCAL', total: 'TOTAL', vat: (rate) => `TVA ${rate}%`, card: 'Card', number: 'Bon nr', date: 'Data', organisation: 'CIF', thanks: 'Vă mulțumim!' },
  pt: { receipt: 'FATURA SIMPLIFICADA', total: 'TOTAL', vat: (rate) => `IVA ${rate}%`, card: 'Multibanco', number: 'FS n.º', date: 'Data', organisation: 'NIF', thanks: 'Obrigado e volte sempre' },
  en: { receipt: 'RECEIPT', total: 'TOTAL', vat: (rate) => `VAT ${rate}%`, card: 'Contactless card', number: 'Receipt', date: 'Date', organisation: 'Company no', thanks: 'Thank you!' },
}

const shops: Readonly<Record<Language, readonly Shop[]>> = {
  sv: [
    { name: 'Café Kringlan', street: 'Haga Nygata 13', town: '413 01 Göteborg', organisation: swedishOrganisation('556655082'), country: 'SE', currency: 'SEK', wares: [['Kaffe latte', 5200, 'dining'], ['Kardemummabulle', 4500, 'dining'], ['Smörgås ost', 7900, 'dining'], ['Räksallad', 14900, 'dining']] },
    { name: 'Järnia Majorna', street: 'Mariaplan 4', town: '414 78 Göteborg', organisation: swedishOrganisation('556431907'), country: 'SE', currency: 'SEK', wares: [['Skruv 4,2x42 200 st', 14900, 'standard'], ['Batterier AA 12-pack', 11900, 'standard'], ['LED-lampa E27', 7990, 'standard'], ['Gaffatejp svart', 8900, 'standard']] },
    { name: 'Taxi Hisingen', street: 'Hjalmar Brantingsplatsen 1', town: '417 06 Göteborg', organisation: swedishOrganisation('769633211'), country: 'SE', currency: 'SEK', wares: [['Taxiresa 11,4 km', 31900, 'travel'], ['Framkörning', 5900, 'travel']] },
  ],
  nb: [
    { name: 'Kaffebaren Bakklandet', street: 'Nedre Bakklandet 20', town: '7014 Trondheim', organisation: norwegianOrganisation('91466230'), country: 'NO', currency: 'NOK', wares: [['Kaffe', 4900, 'dining'], ['Skillingsbolle', 5200, 'dining'], ['Rekesmørbrød', 17900, 'dining']] },
    { name: 'Byggmakker Lade', street: 'Haakon VIIs gate 25', town: '7041 Trondheim', organisation: norwegianOrganisation('98177420'), country: 'NO', currency: 'NOK', wares: [['Målebånd 5 m', 14900, 'standard'], ['Skruer 4x40', 9900, 'standard'], ['Malertape', 6900, 'standard']] },
  ],
  nl: [
    { name: 'Broodje Blaak', street: 'Blaak 31', town: '3011 GA Rotterdam', organisation: '24501187', country: 'NL', currency: 'EUR', wares: [['Broodje kaas', 595, 'dining'], ['Cappuccino', 385, 'dining'], ['Jus d’orange', 425, 'dining']] },
    { name: 'Kantoorvakhandel De Pen', street: 'Hoogstraat 110', town: '3011 PV Rotterdam', organisation: '24277095', country: 'NL', currency: 'EUR', wares: [['Notitieblok A5', 495, 'standard'], ['Viltstiften set', 1295, 'standard'], ['Plakband', 275, 'standard']] },
  ],
  ro: [
    { name: 'Cofetăria Armenească', street: 'Str. Armenească nr. 9', town: 'București', organisation: `RO${romanianCui('1840213')}`, country: 'RO', currency: 'RON', wares: [['Cafea espresso', 1200, 'dining'], ['Savarină', 2400, 'dining'], ['Apă minerală', 900, 'dining']] },
    { name: 'Librăria Cărturești', street: 'Str. Pictor Verona nr. 13', town: 'București', organisation: `RO${romanianCui('1309774')}`, country: 'RO', currency: 'RON', wares: [['Caiet de schițe', 5900, 'standard'], ['Creion mecanic', 3450, 'standard'], ['Radieră', 690, 'standard']] },
  ],
  pt: [
    { name: 'Pastelaria Estrela', street: 'Rua da Estrela, 12', town: '1200-668 Lisboa', organisation: portugueseNif('50733081'), country: 'PT', currency: 'EUR', wares: [['Bica', 90, 'dining'], ['Pastel de nata', 130, 'dining'], ['Tosta mista', 380, 'dining'], ['Sumo de laranja', 290, 'dining']] },
    { name: 'Táxis Colina', street: 'Largo da Graça, 8', town: '1170-165 Lisboa', organisation: portugueseNif('51022947'), country: 'PT', currency: 'EUR', wares: [['Serviço de táxi', 1240, 'travel'], ['Bagagem', 160, 'travel']] },
  ],
  en: [
    { name: 'Exmouth Coffee Rooms', street: '23 Exmouth Market', town: 'London EC1R 4QL', organisation: '08811430', country: 'GB', currency: 'GBP', wares: [['Flat white', 380, 'dining'], ['Cheese toastie', 690, 'dining'], ['Carrot cake', 420, 'dining']] },
    { name: 'Farringdon Hardware', street: '8 Farringdon Lane', town: 'London EC1R 3AU', organisation: '04420975', country: 'GB', currency: 'GBP', wares: [['Masking tape', 450, 'standard'], ['AA batteries x8', 899, 'standard'], ['Scalpel blades', 625, 'standard']] },
  ],
}

const paper = 214
const edge = 14

/** A strip from a till: monospaced, 75 mm wide, as long as it needs. */
export const receipt = async (language: Language, issuedOn: string, chance: Chance): Promise<Sheaf> => {
  const w = words[language]
  const shop = chance.pick(shops[language])
  const bought = chance.some(shop.wares, chance.whole(1, shop.wares.length)).map(([name, price_minor, rate]) => ({ name, rate: rateOf(shop.country, rate), count: rate === 'travel' ? 1 : chance.whole(1, 3), price_minor }))
  const total_minor = bought.reduce((sum, one) => sum + one.count * one.price_minor, 0)
  const rates = [...new Set(bought.map(({ rate }) => rate))].map((rate) => {
    const gross = bought.filter((one) => one.rate === rate).reduce((sum, one) => sum + one.count * one.price_minor, 0)
    return { rate, vat_minor: gross - Math.round((gross * 1000) / (1000 + rate)) }
  })
  const vat_minor = rates.reduce((sum, one) => sum + one.vat_minor, 0)
  const number = `${chance.digits(2)}-${chance.digits(5)}`
  const sheet = new Sheet({ title: w.receipt, author: shop.name, writtenAt: new Date(`${issuedOn}T11:00:00Z`), size: [paper, 330 + bought.length * 24], face: 'mono', ink: '#2b2b2b' })
  const middle = paper / 2
  const row = (label: string, value: string, y: number, field?: string, size = 9): void => {
    sheet.text(label, edge, y, { size, weight: size > 10 ? 'bold' : 'regular' })
    sheet.text(value, paper - edge, y, { size, align: 'right', weight: size > 10 ? 'bold' : 'regular', field })
  }
  sheet.text(shop.name, middle, 34, { size: 12, weight: 'bold', align: 'centre', field: 'senderName' })
  sheet.text(shop.street, middle, 48, { size: 8.5, align: 'centre' })
  sheet.text(shop.town, middle, 59, { size: 8.5, align: 'centre' })
  row(w.organisation, shop.organisation, 74, 'organisationNumber', 8.5)
  sheet.text(w.receipt, middle, 94, { size: 10.5, weight: 'bold', align: 'centre' })
  row(w.number, number, 110, 'number', 8.5)
  row(w.date, day(language, language === 'sv' ? 'iso' : language === 'nl' ? 'hyphens' : language === 'pt' || language === 'en' ? 'slashes' : 'points', issuedOn), 121, 'issuedOn', 8.5)
  sheet.rule(edge, 130, paper - edge, 130, { dash: 2 })
  let y = 146
  for (const one of bought) {
    row(one.name, amount(shop.country, one.count * one.price_minor), y)
    if (one.count > 1) sheet.text(`  ${one.count} x ${amount(shop.country, one.price_minor)}`, edge, y + 11, { size: 8 })
    y += one.count > 1 ? 24 : 14
  }
  sheet.rule(edge, y - 2, paper - edge, y - 2, { dash: 2 })
  const label = sheet.text(`${w.total} `, edge, y + 16, { size: 12.5, weight: 'bold' })
  sheet.text(shop.currency, edge + label, y + 16, { size: 12.5, weight: 'bold', field: 'currency' })
  sheet.text(amount(shop.country, total_minor), paper - edge, y + 16, { size: 12.5, weight: 'bold', align: 'right', field: 'total' })
  y += 38
  for (const one of rates) {
    row(w.vat(percent(shop.country, one.rate)), amount(shop.country, one.vat_minor), y, rates.length === 1 ? 'vat' : undefined, 8.5)
    y += 12
  }
  row(w.card, `**** ${chance.digits(4)}`, y + 8, undefined, 8.5)
  sheet.text(w.thanks, middle, y + 36, { size: 9, align: 'centre' })
  const drawn = await sheet.end()
  return {
    name: `${w.receipt.toLowerCase().replace(/\s/g, '_')}_${number}.pdf`, pdf: drawn.pdf,
    truth: truthOf(drawn, {
      kind: 'receipt', language, senderName: shop.name, organisationNumber: shop.organisation, number, issuedOn, currency: shop.currency,
      total: decimal(total_minor), vat: rates.length === 1 ? decimal(vat_minor) : null, net: null,
    }),
  }
}
