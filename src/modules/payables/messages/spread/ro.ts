import type { Messages } from '../../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const ro: Messages<Keys> = {
  'payables.spread-bill': 'Eșalonează pe luni',
  'payables.stop-spreading': 'Oprește eșalonarea',
  'refusal.bill-nothing-to-spread': 'Nimic din „{title}” nu poate fi eșalonat pe luni.',
  'refusal.bill-nothing-to-spread.todo':
    'Indicați perioada rândurilor: două luni sau mai mult, pe un cont de cheltuieli.',
  'refusal.bill-not-spread': 'Nimic din „{title}” nu se eșalonează.',
  'refusal.bill-not-spread.todo': 'A fost deja oprită sau înregistrarea a fost stornată.',
  'event.payables.bill-spread': '{who} a eșalonat „{title}” pe {months} luni',
  'event.payables.spreading-stopped': '{who} a oprit eșalonarea pentru „{title}”',
  'alarm.einvoice-wrong': 'Factura electronică încalcă regulile sub care este trimisă: {rules}',
  'alarm.einvoice-wrong.todo':
    'Vedeți mai jos ce este greșit. Cereți furnizorului una corectă sau acceptați-o cu un motiv.',
  'page.bill.spread': 'Eșalonare pe luni',
  'page.bill.spread.offer': '{text}: {amount} pentru {from} – {until}, {months} luni',
  'page.bill.spread.left': '{amount} pe {months} luni; au rămas {left}, următoarea la {on}',
  'page.bill.spread.done': '{amount} pe {months} luni, totul repartizat',
  'page.bill.spread.stopped': '{amount}: oprită',
  'page.bill.line.period': 'Perioada',
  'page.bill.line.from': '{line}, de la',
  'page.bill.line.until': '{line}, până la',
  'page.money.ahead.balance': 'În bancă la {on}: {amount}',
  'page.money.ahead.short': 'La {on} ies mai mulți bani decât există.',
  'page.money.ahead.left': 'Rămas',
  'page.money.ahead.no-balance': 'Niciun extras de cont nu a arătat încă un sold.',
}
