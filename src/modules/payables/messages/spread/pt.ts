import type { Messages } from '../../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const pt: Messages<Keys> = {
  'payables.spread-bill': 'Diferir por meses',
  'payables.stop-spreading': 'Parar o diferimento',
  'refusal.bill-nothing-to-spread': 'Nada de «{title}» pode ser diferido por meses.',
  'refusal.bill-nothing-to-spread.todo':
    'Indique a que período respeitam as linhas: dois meses ou mais, numa conta de gastos.',
  'refusal.bill-not-spread': 'Nada de «{title}» está a ser diferido.',
  'refusal.bill-not-spread.todo': 'Já foi parado, ou o lançamento foi estornado.',
  'event.payables.bill-spread': '{who} diferiu «{title}» por {months} meses',
  'event.payables.spreading-stopped': '{who} parou o diferimento de «{title}»',
  'alarm.einvoice-wrong': 'A fatura eletrónica não cumpre as regras com que foi enviada: {rules}',
  'alarm.einvoice-wrong.todo':
    'Veja abaixo o que está errado. Peça ao fornecedor uma correta, ou aceite-a com um motivo.',
  'page.bill.spread': 'Diferimento por meses',
  'page.bill.spread.offer': '{text}: {amount} respeita a {from} – {until}, {months} meses',
  'page.bill.spread.left': '{amount} em {months} meses; faltam {left}, o próximo a {on}',
  'page.bill.spread.done': '{amount} em {months} meses, tudo repartido',
  'page.bill.spread.stopped': '{amount}: parado',
  'page.bill.line.period': 'Período',
  'page.bill.line.from': '{line}, de',
  'page.bill.line.until': '{line}, até',
  'page.money.ahead.balance': 'No banco a {on}: {amount}',
  'page.money.ahead.short': 'A {on} sai mais do que existe.',
  'page.money.ahead.left': 'Resta',
  'page.money.ahead.no-balance': 'Nenhum extrato mostrou ainda um saldo.',
}
