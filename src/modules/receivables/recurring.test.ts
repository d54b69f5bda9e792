import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { JobRun } from '../../kernel/implement.ts'
import { setMailDoor, type OutgoingMail } from '../../kernel/mail/door.ts'
import { listTasks } from '../work/contract.ts'
import fc from 'fast-check'
import * as r from './contract.ts'
import { turnsJobBody } from './jobs/turns.ts'
import { refusalOf, sek, sellingOffice, type SellingOffice } from './testing.ts'
import {
  indexPercent,
  monthsFor,
  monthsWords,
  pricedOn,
  raisedPrice,
  turnDay,
  turnsBefore,
  withPeriod,
} from './turn.ts'

let it: SellingOffice
const sent: OutgoingMail[] = []
before(async () => {
  it = await sellingOffice()
  it.goTo('2026-11-24')
  setMailDoor({ send: async (mail: OutgoingMail) => void sent.push(mail) } as never)
})
after(async () => {
  setMailDoor(null)
  await it.office.close()
})

const rent = { text: 'Rent', quantity: '1', unit: 'month', price: '10000', vatCode: 'U25' } as const
const setUp = async (more: object = {}) =>
  (
    await it.office.done(
      r.createRecurring,
      {
        customerId: it.customer,
        rhythm: 'month',
        firstOn: '2026-12-01',
        subject: 'Shop',
        period: 'current',
        lines: [rent],
        ...more,
      },
      it.elin,
    )
  ).id
const get = async (id: string) => {
  const answer = await it.office.query(r.getRecurring, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
let runs = 0
/** As the worker would, when its hour strikes. */
const turns = async () => {
  const { office, system } = it
  const key = `job:${++runs}`
  await turnsJobBody.run(
    {
      dispatch: (command, input, step) => office.dispatch(command, input, system, { key: `${key}:${step}` }),
      query: async (query, input) => {
        const answer = await office.query(query, input, system)
        assert.ok(answer.status === 'done', JSON.stringify(answer))
        return query.output.decode(answer.output as never)
      },
    } as JobRun,
    {},
  )
  await office.runJobs()
}
const made = async (id: string) => {
  const { turns: behind } = await get(id)
  return it.see(behind[0]!.invoice!.id)
}
const tasks = async (about: string) => {
  const answer = await it.office.query(listTasks, { states: ['open'], limit: 100 }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(task => task.title.includes(about)).map(task => task.title)
}

test('a turn that has come makes a draft with its month and a task, once; issuing it does the task', async () => {
  const id = await setUp({ subject: 'Attic' })
  await turns()
  assert.equal((await get(id)).turnCount, 0)
  it.goTo('2026-12-01')
  await turns()
  await turns()
  const seen = await get(id)
  assert.deepEqual([seen.turnCount, seen.nextOn, seen.turns[0]?.total?.amount], [1, '2027-01-01', '12500.00'])
  const invoice = await it.see(seen.turns[0]!.invoice!.id)
  assert.deepEqual(
    [invoice.record.state, invoice.content.subject, invoice.recurring?.id],
    ['draft', 'Attic, December 2026', id],
  )
  assert.deepEqual((await tasks('Attic')).length, 1)
  await it.office.done(r.issueInvoice, { id: invoice.record.id }, it.elin)
  assert.deepEqual(await tasks('Attic'), [])
})

test('issued and sent by itself, in the name of whoever set it up and within their limits', async () => {
  const { office, colleague } = { office: it.office, colleague: it.colleague }
  const id = await setUp({ subject: 'Lift', firstOn: '2026-12-02', way: 'send' })
  const small = await colleague('Karin Karlsson', {
    permissions: new Map([
      ['*', null],
      ['receivables.issue-invoice', { minor: 1_000_000n, currency: 'SEK' }],
    ]),
  })
  const above = (
    await office.done(
      r.createRecurring,
      {
        customerId: it.customer,
        rhythm: 'quarter',
        firstOn: '2026-12-02',
        subject: 'Roof',
        way: 'issue',
        lines: [rent],
      },
      small,
    )
  ).id
  it.goTo('2026-12-02')
  await turns()
  const invoice = await made(id)
  assert.deepEqual(
    [invoice.record.state, invoice.mail, invoice.number?.slice(0, 5), invoice.mailTo],
    ['sent', 'sent', '2026-', 'invoices@example.org'],
  )
  assert.equal(sent.length, 1)
  assert.deepEqual(await tasks('Lift'), [])
  // 12,500 is above the 10,000 of its author: a draft, and a task
  assert.equal((await made(above)).record.state, 'draft')
  assert.equal((await tasks('Roof')).length, 1)
  // the next who changes it issues it in their own name
  await office.done(r.changeRecurring, { id: above, nextOn: '2026-12-03' }, it.elin)
  it.goTo('2026-12-03')
  await turns()
  assert.equal((await made(above)).record.state, 'issued')
})

test('prices rise once, from their day on; the price list goes its own way', async () => {
  const { office, elin } = it
  const { priceId } = await office.done(
    r.setPrice,
    { text: 'Service', unit: 'piece', price: '500', vatCode: 'U25' },
    elin,
  )
  const id = await setUp({
    subject: 'Yard',
    firstOn: '2026-12-04',
    lines: [rent, { ...rent, text: 'Service', price: '500', priceId }],
  })
  const both = { id, fromOn: '2027-01-01', percent: '2', indexWas: '400', indexNow: '410' }
  assert.equal(refusalOf(await office.dispatch(r.raiseRecurring, both, elin)), 'raise-not-clear')
  const raised = await office.done(
    r.raiseRecurring,
    { id, fromOn: '2027-01-01', indexWas: '400', indexNow: '410' },
    elin,
  )
  assert.equal(raised.percent, '2.5')
  it.goTo('2026-12-04')
  await turns()
  assert.deepEqual(
    (await made(id)).content.lines?.map(line => line.price),
    ['10000', '500'],
  )
  await office.done(r.setPrice, { priceId, text: 'Service', unit: 'piece', price: '550', vatCode: 'U25' }, elin)
  assert.deepEqual((await get(id)).paper?.net, sek('10800.00'))
  it.goTo('2027-01-04')
  await turns()
  assert.deepEqual(
    (await made(id)).content.lines?.map(line => line.price),
    ['10250.00', '550'],
  )
  it.goTo('2027-02-04')
  await turns()
  const seen = await get(id)
  assert.deepEqual(
    (await made(id)).content.lines?.map(line => line.price),
    ['10250.00', '550'],
  )
  assert.deepEqual([seen.raises[0]?.percent, seen.raises[0]?.appliedOn], ['2.5', '2027-01-04'])
  const late = { id, fromOn: '2027-01-01', percent: '9' }
  assert.equal(refusalOf(await office.dispatch(r.raiseRecurring, late, elin)), 'raise-not-ahead')
  assert.equal(refusalOf(await office.dispatch(r.removeRaise, { id, fromOn: '2027-01-01' }, elin)), 'raise-not-ahead')
})

test('left out and brought back, at rest and going on, ended by its last day', async () => {
  const { office, elin } = it
  it.goTo('2027-02-10')
  const id = await setUp({ subject: 'Cellar', firstOn: '2027-02-28', untilOn: '2027-05-30' })
  await office.done(r.skipTurn, { id }, elin)
  assert.deepEqual([(await get(id)).nextOn, (await get(id)).turns[0]?.skipped], ['2027-03-28', true])
  await office.done(r.bringTurnBack, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(r.bringTurnBack, { id }, elin)), 'turn-not-next')
  assert.equal((await get(id)).nextOn, '2027-02-28')
  await office.done(r.pauseRecurring, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(r.skipTurn, { id }, elin)), 'recurring-not-so-far')
  it.goTo('2027-04-02')
  await turns()
  assert.equal((await get(id)).turnCount, 0)
  await office.done(r.resumeRecurring, { id }, elin)
  assert.equal((await get(id)).nextOn, '2027-04-28')
  // by hand, before its day: twice is once
  const now = { id, on: '2027-04-28' }
  const first = await office.dispatch(r.makeTurn, now, elin, { key: 'now' })
  const again = await office.dispatch(r.makeTurn, now, elin, { key: 'now' })
  assert.deepEqual(again.status === 'done' && again.output, first.status === 'done' && first.output)
  assert.equal(refusalOf(await office.dispatch(r.makeTurn, now, elin)), 'turn-not-next')
  it.goTo('2027-06-01')
  await turns()
  const seen = await get(id)
  assert.deepEqual([seen.record.state, seen.turnCount], ['ended', 2])
  assert.equal(refusalOf(await office.dispatch(r.resumeRecurring, { id }, elin)), 'recurring-days-reversed')
})

test('what cannot be made is told once, holds nothing else up, and is made when it is put right', async () => {
  const { office, elin, organisationId } = it
  const bad = await setUp({ subject: 'Garage', firstOn: '2027-06-02' })
  const good = await setUp({ subject: 'Pier', firstOn: '2027-06-02' })
  await office.superuser.query(
    `update receivables.recurring set content = jsonb_set(content, '{lines,0,vatCode}', '"GONE"') where id = $1 and organisation_id = $2`,
    [bad, organisationId],
  )
  it.goTo('2027-06-02')
  await turns()
  await turns()
  assert.deepEqual([(await get(bad)).stuck, (await get(good)).turnCount], [true, 1])
  assert.equal((await tasks('Garage')).length, 1)
  await office.done(r.changeRecurring, { id: bad, lines: [rent] }, elin)
  assert.deepEqual([(await get(bad)).stuck, await tasks('Garage')], [false, []])
  await turns()
  assert.equal((await get(bad)).turnCount, 1)
})

test('refused: a first day that has passed, a last one before it, a stranger; a change is undone', async () => {
  const { office, elin } = it
  const past = { customerId: it.customer, rhythm: 'month', firstOn: '2027-01-01' } as const
  assert.equal(refusalOf(await office.dispatch(r.createRecurring, past, elin)), 'turn-in-the-past')
  const reversed = { ...past, firstOn: '2027-07-01', untilOn: '2027-06-30' }
  assert.equal(refusalOf(await office.dispatch(r.createRecurring, reversed, elin)), 'recurring-days-reversed')
  const id = await setUp({ subject: 'Hall', firstOn: '2027-07-01' })
  const changed = await office.dispatch(r.changeRecurring, { id, rhythm: 'year', lines: [], way: 'issue' }, elin)
  assert.ok(changed.status === 'done' && changed.undo)
  await office.done(r.changeRecurring, changed.undo.input as never, elin)
  const seen = await get(id)
  assert.deepEqual(
    [seen.rhythm, seen.content.lines?.length, seen.way, seen.nextOn],
    ['month', 1, 'draft', '2027-07-01'],
  )
  assert.equal(refusalOf(await office.query(r.getRecurring, { id }, it.visitor)), 'record-not-found')
})

test('a customer: what is owed, what is agreed, interest that can be charged', async () => {
  const { office, elin } = it
  await office.done(r.setTerms, { id: it.customer, paymentDays: 10, note: 'Call Anna' }, elin)
  const answer = await office.query(r.getCustomer, { id: it.customer }, elin)
  assert.ok(answer.status === 'done')
  const { owed, terms, paymentDays, can } = answer.output
  assert.deepEqual([paymentDays, terms.note], [10, 'Call Anna'])
  assert.ok(owed.length === 1 && Number(owed[0]?.overdue.amount) > 0 && Number(owed[0]?.interest.amount) > 0)
  assert.deepEqual(
    can.map(one => one.command),
    ['receivables.set-terms', 'receivables.charge-interest'],
  )
  assert.equal(refusalOf(await office.query(r.getCustomer, { id: it.customer }, it.visitor)), 'record-not-found')
})

const day = (text: string) => Temporal.PlainDate.from(text)

test('turns keep their day of the month, the last one where a month is shorter', () => {
  const days = [0, 1, 2, 3].map(n => String(turnDay(day('2027-01-31'), 1, n)))
  assert.deepEqual(days, ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
})

test('as many turns lie before a day as are counted one by one', () => {
  const [first, every, ahead] = [
    fc.integer({ min: 0, max: 800 }),
    fc.constantFrom(1, 2, 3, 4, 6, 12),
    fc.integer({ min: -40, max: 3000 }),
  ]
  fc.assert(
    fc.property(first, every, ahead, (from, months, days) => {
      const start = day('2025-12-25').add({ days: from })
      const on = start.add({ days })
      let counted = 0
      while (Temporal.PlainDate.compare(turnDay(start, months, counted), on) < 0) counted++
      assert.equal(turnsBefore(start, months, on), counted)
    }),
    { numRuns: 300 },
  )
})

test('prices rise exactly, with the decimals they have', () => {
  assert.equal(raisedPrice('12500', '2.5', 'SEK'), '12812.50')
  assert.equal(raisedPrice('0.0125', '10', 'EUR'), '0.0138')
  assert.equal(raisedPrice('99.99', '-3.3333', 'EUR'), '96.66')
  assert.equal(raisedPrice('-200.00', '2.25', 'EUR'), '-204.50')
  assert.equal(indexPercent('415.51', '421.04'), '1.3309')
  assert.equal(indexPercent('100', '100.0'), null)
})

test('what the price list says goes before raises, and raises come on their day', () => {
  const lines = [
    { text: 'Rent', price: '100' },
    { text: 'Service', price: '50', priceId: 'a' },
    { text: 'Gone from the list', price: '7', priceId: 'b' },
  ]
  const given = {
    currency: 'SEK',
    raises: [
      { fromOn: day('2027-07-01'), percent: '10' },
      { fromOn: day('2027-01-01'), percent: '5' },
    ],
    prices: new Map([['a', '60']]),
  }
  const prices = (on: string) => pricedOn({ lines }, day(on), given).lines?.map(line => line.price)
  assert.deepEqual(prices('2026-12-31'), ['100', '60', '7'])
  assert.deepEqual(prices('2027-01-01'), ['105.00', '60', '7'])
  assert.deepEqual(prices('2028-01-01'), ['115.50', '60', '7'])
})

test('the months it is for: said after the subject, or where the texts ask for them', () => {
  const words = (period: 'past' | 'current' | 'following', months: number, language: 'en' | 'sv' = 'en') =>
    monthsWords(monthsFor(period, day('2026-12-15'), months)!, language)
  assert.equal(words('current', 1), 'December 2026')
  assert.equal(words('following', 3), 'January – March 2027')
  assert.equal(words('current', 3, 'sv'), 'december 2026 – februari 2027')
  assert.equal(words('past', 12), 'December 2025 – November 2026')
  assert.equal(monthsFor('none', day('2026-12-15'), 1), null)
  assert.equal(withPeriod({ subject: 'Rent' }, 'May 2027').subject, 'Rent, May 2027')
  const asked = withPeriod({ subject: 'Rent', lines: [{ text: 'Rent {period}', price: '1' }] }, 'May 2027')
  assert.deepEqual([asked.subject, asked.lines?.[0]?.text], ['Rent', 'Rent May 2027'])
  assert.equal(withPeriod({ subject: 'Rent {period}' }, null).subject, 'Rent {period}')
})
