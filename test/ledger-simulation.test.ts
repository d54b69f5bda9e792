import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unlockPeriods } from '../src/modules/ledger/contract.ts'
import { simulate } from './ledger-simulation.ts'
import { type BooksOffice, booksOffice } from '../src/modules/ledger/testing.ts'

const seed = Number(process.env['LEDGER_SEED'] ?? 20261122)

let it: BooksOffice
before(async () => {
  it = await booksOffice()
})
after(() => it.office.close())

test(`a thousand steps of four callers at once, some cut off: the books hold (seed ${seed})`, async t => {
  const simulated = await simulate(it, { seed, steps: 1000, cutShare: 0.01 })
  t.diagnostic(JSON.stringify(simulated))
  assert.ok(simulated.done > 300 && simulated.entries > 200 && simulated.settlements > 20, JSON.stringify(simulated))
  for (const name of ['entry-not-balanced', 'period-not-open', 'item-over-settled'])
    assert.ok((simulated.refused[name] ?? 0) > 0, `${name} was never tried`)
})

test('the database itself keeps the promises, whoever writes', async () => {
  const { superuser } = it.office
  const { rows } = await superuser.query('select * from ledger.entry limit 1')
  const entry = rows[0] as { id: string; organisation_id: string }
  const broken = async (text: string, values: unknown[] = []) => {
    const client = await superuser.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('kontor.organisation_id', $1, true)", [entry.organisation_id])
      await client.query(text, values)
      await client.query('commit')
      return 'nothing'
    } catch (error) {
      await client.query('rollback')
      return (error as { constraint?: string }).constraint ?? String(error)
    } finally {
      client.release()
    }
  }
  assert.equal(
    await broken('update ledger.posting set amount_minor = 1 where entry_id = $1', [entry.id]),
    'books_unchanging',
  )
  assert.equal(await broken('delete from ledger.entry where id = $1', [entry.id]), 'books_unchanging')
  const late = `insert into ledger.posting (organisation_id, entry_id, line, account, posted_on, amount_minor)
    select organisation_id, id, 90, '1930', posted_on, 0 from ledger.entry where id = $1`
  assert.equal(await broken(late, [entry.id]), 'entry_balanced')
  const copy = (number: string) => `insert into ledger.entry
    select (jsonb_populate_record(e, jsonb_build_object('id', r.id, 'number', ${number}, 'key', null, 'reversal_of', null))).*
    from ledger.entry e, (select id from kernel.record where kind = 'bill' limit 1) r where e.id = $1`
  const next = '(select last_number from ledger.series s where s.year_id = e.year_id and s.code = e.series)'
  await it.office.dispatch(unlockPeriods, { from: '2026-01-01', reason: 'Test' }, it.elin)
  assert.equal(await broken(copy(`${next} + 2`), [entry.id]), 'entry_without_gap')
  assert.equal(await broken(copy(`${next} + 1`), [entry.id]), 'entry_balanced')
  assert.equal(await broken('update ledger.item set settled_minor = amount_minor * 2'), 'item_not_over_settled')
})
