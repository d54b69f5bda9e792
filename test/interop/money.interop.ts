/**
 * From a mailbox to a closed period: twenty bills in six languages (scans, PDFs, e-invoices) are confirmed, coded, approved and carried
 * to payment files; the bank's statements are read back; the books close with the VAT report. Keys alone; the clock and the strokes
 * are printed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handsOn, Stopwatch } from '../journeys/hands.ts'
import { closeBooks, payBills, readBack } from '../journeys/money-bank.ts'
import { approveBills, codeBills, confirmBills, takeFromMailbox } from '../journeys/money-bills.ts'
import { furnishMoney } from '../journeys/money-office.ts'
import { windowOf } from '../journeys/small-office.ts'
import { openStage } from '../journeys/stage.ts'
import { pictured, watch } from '../journeys/watch.ts'

const { server, browser, office } = await openStage(({ server, browser }) => furnishMoney(server, browser))

test('twenty bills from the mailbox to the payment file, the statement and the closed books', {
  timeout: 280_000,
}, async t => {
  const page = await (await windowOf(browser, server, office.elin)).newPage()
  const watched = watch(page)
  const hands = handsOn(page)
  const clock = new Stopwatch(hands)
  pictured(t, page)

  await takeFromMailbox(page, hands, office)
  clock.part('twenty mails taken in and read')
  await confirmBills(page, hands, office)
  clock.part('papers confirmed, page beside fields')
  await codeBills(page, hands, office)
  clock.part('coded, the odd ones looked at')
  await approveBills(page, hands, office)
  clock.part('approved')
  const files = await payBills(page, hands, office)
  clock.part('carried to the payment files')
  await readBack(page, hands, office, files)
  clock.part('statements read back and matched')
  await closeBooks(page, hands, office)
  clock.part('VAT settled, the time locked')

  for (const line of clock.lines()) t.diagnostic(line)
  assert.deepEqual(watched.wrongs(), [])
})
