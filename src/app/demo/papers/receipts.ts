import type { Chance } from './chance.ts'
import { amount, day, decimal, percent } from './formats.ts'
import { receiptWords, shops } from './receipt-shops.ts'
import { Sheet } from './sheet.ts'
import { truthOf } from './truth.ts'
import type { Language, Sheaf } from './types.ts'
import { rateOf } from './vat.ts'

const paper = 214
const edge = 14

/** A strip from a till: monospaced, 75 mm wide, as long as it needs. */
export const receipt = async (language: Language, issuedOn: string, chance: Chance): Promise<Sheaf> => {
  const w = receiptWords[language]
  const shop = chance.pick(shops[language])
  const bought = chance.some(shop.wares, chance.whole(1, shop.wares.length)).map(([name, price_minor, rate]) => ({
    name,
    rate: rateOf(shop.country, rate),
    count: rate === 'travel' ? 1 : chance.whole(1, 3),
    price_minor,
  }))
  const total_minor = bought.reduce((sum, one) => sum + one.count * one.price_minor, 0)
  const rates = [...new Set(bought.map(({ rate }) => rate))].map(rate => {
    const gross = bought.filter(one => one.rate === rate).reduce((sum, one) => sum + one.count * one.price_minor, 0)
    return { rate, vat_minor: gross - Math.round((gross * 1000) / (1000 + rate)) }
  })
  const vat_minor = rates.reduce((sum, one) => sum + one.vat_minor, 0)
  const number = `${chance.digits(2)}-${chance.digits(5)}`
  const sheet = new Sheet({
    title: w.receipt,
    author: shop.name,
    writtenAt: new Date(`${issuedOn}T11:00:00Z`),
    size: [paper, 330 + bought.length * 24],
    face: 'mono',
    ink: '#2b2b2b',
  })
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
  row(
    w.date,
    day(
      language,
      language === 'sv'
        ? 'iso'
        : language === 'nl'
          ? 'hyphens'
          : language === 'pt' || language === 'en'
            ? 'slashes'
            : 'points',
      issuedOn,
    ),
    121,
    'issuedOn',
    8.5,
  )
  sheet.rule(edge, 130, paper - edge, 130, { dash: 2 })
  let y = 146
  for (const one of bought) {
    row(one.name, amount(shop.country, one.count * one.price_minor), y)
    if (one.count > 1)
      sheet.text(`  ${one.count} x ${amount(shop.country, one.price_minor)}`, edge, y + 11, { size: 8 })
    y += one.count > 1 ? 24 : 14
  }
  sheet.rule(edge, y - 2, paper - edge, y - 2, { dash: 2 })
  const label = sheet.text(`${w.total} `, edge, y + 16, { size: 12.5, weight: 'bold' })
  sheet.text(shop.currency, edge + label, y + 16, { size: 12.5, weight: 'bold', field: 'currency' })
  sheet.text(amount(shop.country, total_minor), paper - edge, y + 16, {
    size: 12.5,
    weight: 'bold',
    align: 'right',
    field: 'total',
  })
  y += 38
  for (const one of rates) {
    row(
      w.vat(percent(shop.country, one.rate)),
      amount(shop.country, one.vat_minor),
      y,
      rates.length === 1 ? 'vat' : undefined,
      8.5,
    )
    y += 12
  }
  row(w.card, `**** ${chance.digits(4)}`, y + 8, undefined, 8.5)
  sheet.text(w.thanks, middle, y + 36, { size: 9, align: 'centre' })
  const drawn = await sheet.end()
  return {
    name: `${w.receipt.toLowerCase().replace(/\s/g, '_')}_${number}.pdf`,
    pdf: drawn.pdf,
    truth: truthOf(drawn, {
      kind: 'receipt',
      language,
      senderName: shop.name,
      organisationNumber: shop.organisation,
      number,
      issuedOn,
      currency: shop.currency,
      total: decimal(total_minor),
      vat: rates.length === 1 ? decimal(vat_minor) : null,
      net: null,
    }),
  }
}
