import type { Messages } from '../../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const nb: Messages<Keys> = {
  'payables.spread-bill': 'Periodiser',
  'payables.stop-spreading': 'Stopp periodiseringen',
  'refusal.bill-nothing-to-spread': 'Ingenting i «{title}» kan periodiseres.',
  'refusal.bill-nothing-to-spread.todo': 'Si hvilken tid linjene gjelder: to måneder eller mer, på en kostnadskonto.',
  'refusal.bill-not-spread': 'Ingenting i «{title}» periodiseres.',
  'refusal.bill-not-spread.todo': 'Den er allerede stoppet, eller bilaget er tilbakeført.',
  'event.payables.bill-spread': '{who} periodiserte «{title}» over {months} måneder',
  'event.payables.spreading-stopped': '{who} stoppet periodiseringen av «{title}»',
  'alarm.einvoice-wrong': 'E-fakturaen bryter reglene den er sendt under: {rules}',
  'alarm.einvoice-wrong.todo':
    'Se under hva som er galt. Be leverandøren om en riktig, eller godta den med en begrunnelse.',
  'page.bill.spread': 'Periodisering',
  'page.bill.spread.offer': '{text}: {amount} gjelder {from} – {until}, {months} måneder',
  'page.bill.spread.left': '{amount} over {months} måneder; {left} gjenstår, neste {on}',
  'page.bill.spread.done': '{amount} over {months} måneder, alt fordelt',
  'page.bill.spread.stopped': '{amount}: stoppet',
  'page.bill.line.period': 'Periode',
  'page.bill.line.from': '{line}, fra',
  'page.bill.line.until': '{line}, til',
  'page.money.ahead.balance': 'I banken {on}: {amount}',
  'page.money.ahead.short': '{on} går det ut mer enn det som finnes.',
  'page.money.ahead.left': 'Igjen',
  'page.money.ahead.no-balance': 'Ingen kontoutskrift har vist noen saldo ennå.',
}
