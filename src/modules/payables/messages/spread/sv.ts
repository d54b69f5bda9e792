import type { Messages } from '../../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const sv: Messages<Keys> = {
  'payables.spread-bill': 'Periodisera',
  'payables.stop-spreading': 'Avbryt periodiseringen',
  'refusal.bill-nothing-to-spread': 'Inget i ”{title}” kan periodiseras.',
  'refusal.bill-nothing-to-spread.todo': 'Ange vilken tid raderna avser: två månader eller mer, på ett kostnadskonto.',
  'refusal.bill-not-spread': 'Inget i ”{title}” periodiseras.',
  'refusal.bill-not-spread.todo': 'Det är redan avbrutet, eller verifikationen är rättad.',
  'event.payables.bill-spread': '{who} periodiserade ”{title}” på {months} månader',
  'event.payables.spreading-stopped': '{who} avbröt periodiseringen av ”{title}”',
  'alarm.einvoice-wrong': 'E-fakturan bryter mot reglerna den skickas under: {rules}',
  'alarm.einvoice-wrong.todo': 'Se nedan vad som är fel. Be leverantören om en riktig, eller godta den med skäl.',
  'page.bill.spread': 'Periodisering',
  'page.bill.spread.offer': '{text}: {amount} avser {from} – {until}, {months} månader',
  'page.bill.spread.left': '{amount} på {months} månader; {left} återstår, nästa {on}',
  'page.bill.spread.done': '{amount} på {months} månader, allt fördelat',
  'page.bill.spread.stopped': '{amount}: avbruten',
  'page.bill.line.period': 'Period',
  'page.bill.line.from': '{line}, från',
  'page.bill.line.until': '{line}, till',
  'page.money.ahead.balance': 'På banken {on}: {amount}',
  'page.money.ahead.short': 'Den {on} går det ut mer än det finns.',
  'page.money.ahead.left': 'Kvar',
  'page.money.ahead.no-balance': 'Inget kontoutdrag har visat något saldo än.',
}
