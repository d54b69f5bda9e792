import type { Messages } from '../../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const nl: Messages<Keys> = {
  'payables.spread-bill': 'Over maanden spreiden',
  'payables.stop-spreading': 'Spreiden stoppen',
  'refusal.bill-nothing-to-spread': 'Van “{title}” kan niets over maanden worden gespreid.',
  'refusal.bill-nothing-to-spread.todo':
    'Geef aan voor welke periode de regels zijn: twee maanden of meer, op een kostenrekening.',
  'refusal.bill-not-spread': 'Van “{title}” wordt niets gespreid.',
  'refusal.bill-not-spread.todo': 'Het is al gestopt, of de boeking is teruggedraaid.',
  'event.payables.bill-spread': '{who} spreidde “{title}” over {months} maanden',
  'event.payables.spreading-stopped': '{who} stopte het spreiden van “{title}”',
  'alarm.einvoice-wrong': 'De e-factuur voldoet niet aan de regels waaronder zij is verstuurd: {rules}',
  'alarm.einvoice-wrong.todo':
    'Zie hieronder wat er mis is. Vraag de leverancier om een juiste, of accepteer deze met een reden.',
  'page.bill.spread': 'Over maanden gespreid',
  'page.bill.spread.offer': '{text}: {amount} is voor {from} – {until}, {months} maanden',
  'page.bill.spread.left': '{amount} in {months} maanden; nog {left}, volgende {on}',
  'page.bill.spread.done': '{amount} in {months} maanden, alles verdeeld',
  'page.bill.spread.stopped': '{amount}: gestopt',
  'page.bill.line.period': 'Periode',
  'page.bill.line.from': '{line}, van',
  'page.bill.line.until': '{line}, tot en met',
  'page.money.ahead.balance': 'Op de bank op {on}: {amount}',
  'page.money.ahead.short': 'Op {on} gaat er meer uit dan er is.',
  'page.money.ahead.left': 'Over',
  'page.money.ahead.no-balance': 'Nog geen afschrift heeft een saldo laten zien.',
}
