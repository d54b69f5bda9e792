/**
 * The trial balance over a million postings: of the year as it is opened, and of spans that begin and end on any day; beside hledger's
 * balance of the same journal, which reads its text each time. `node bench/trial-balance.ts [--postings 1000000] [--no-hledger] [--json]`
 */
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { parseArgs, promisify } from 'node:util'
import { hledgerAccount } from '../src/formats/books/hledger.ts'
import { getTrialBalance, openYear, setUpBooks } from '../src/modules/ledger/contract.ts'
import { booksOffice } from '../src/modules/ledger/testing.ts'
import { found } from '../test/interop/clients.ts'
import { percentile, seeded } from './measure.ts'

const { values } = parseArgs({
  options: {
    postings: { type: 'string', default: '1000000' },
    'no-hledger': { type: 'boolean' },
    json: { type: 'boolean' },
  },
})
const entries = Math.ceil(Number(values.postings) / 4)
const rounds = 60
const years = [2022, 2023, 2024, 2025, 2026]
const folder = await mkdtemp(join(tmpdir(), 'kontor-trial-'))
const it = await booksOffice({ setUp: false })
try {
  await it.office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2022-01-01' }, it.elin)
  for (const year of years.slice(1)) await it.office.done(openYear, { from: `${year}-01-01` }, it.elin)
  await fill()
  const trial = async (input: object): Promise<number> => {
    const began = performance.now()
    const answer = await it.office.query(getTrialBalance, input as never, it.elin)
    const took = performance.now() - began
    if (answer.status !== 'done' || answer.output.rows.length === 0 || answer.output.totals.closing.amount !== '0.00')
      throw new Error(JSON.stringify(answer).slice(0, 300))
    return took
  }
  const chance = seeded(7)
  const anyDay = (): Temporal.PlainDate =>
    Temporal.PlainDate.from('2022-01-01').add({ days: Math.floor(chance() * 1825) })
  for (let n = 0; n < 10; n++) await trial({})
  const usual: number[] = []
  const asOf: number[] = []
  for (let n = 0; n < rounds; n++) {
    usual.push(await trial({}))
    const until = anyDay()
    asOf.push(await trial({ from: `${until.year}-01-01`, until: until.toString() }))
  }
  const hledger = values['no-hledger'] || !found('hledger') ? null : await byHledger()
  const figures = {
    bench: 'trial-balance',
    postings: entries * 4,
    accounts: await count('select count(distinct account)::int as n from ledger.balance'),
    rounds,
    usualP50: percentile(usual, 50),
    usualP95: percentile(usual, 95),
    asOfP50: percentile(asOf, 50),
    asOfP95: percentile(asOf, 95),
    hledgerSeconds: hledger,
  }
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
} finally {
  await it.office.close()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

async function count(statement: string): Promise<number> {
  return ((await it.office.superuser.query(statement)).rows[0] as { n: number }).n
}

/** Entries of four lines on any accounts and days of five years, the same at each run; all triggers of the books see them. */
async function fill(): Promise<void> {
  const { superuser } = it.office
  await superuser.query('select setseed(0.42)')
  await superuser.query(`
    create temp table drawn as select gen_random_uuid() as id, n, date '2022-01-01' + floor(random() * 1825)::int as on_day,
      (1000 + floor(random() * 1000000))::bigint as a, (1000 + floor(random() * 1000000))::bigint as b, (1000 + floor(random() * 1000000))::bigint as c
    from generate_series(1, ${entries}) n`)
  await superuser.query(`
    create temp table numbered as select d.*, row_number() over (partition by y.id order by n) as number, y.id as year_id, p.starts_on as period_on
    from drawn d join ledger.fiscal_year y on d.on_day between y.starts_on and y.ends_on join ledger.period p on d.on_day between p.starts_on and p.ends_on`)
  await superuser.query(`
    insert into kernel.record (organisation_id, id, kind, title, class, own_class, created_at, changed_at)
    select '${it.organisationId}', id, 'ledger-entry', 'A' || number, 1, 1, now(), now() from numbered`)
  await superuser.query(`insert into ledger.series (organisation_id, year_id, code, last_number)
    select '${it.organisationId}', year_id, 'A', max(number) from numbered group by year_id`)
  const parts = 20
  for (let part = 0; part < parts; part++) {
    await superuser.query('begin')
    // the books' own triggers look at rows as this organisation
    await superuser.query(`set local kontor.organisation_id = '${it.organisationId}'`)
    await superuser.query(`
      insert into ledger.entry (organisation_id, id, year_id, period_on, series, number, book, posted_on, text, imported, line_count, total_minor, made_at, made_by_id)
      select '${it.organisationId}', id, year_id, period_on, 'A', number, 'general', on_day, 'Bench ' || n, true, 4, a + b + c, now(), '${it.elin.id}'
      from numbered where n % ${parts} = ${part}`)
    await superuser.query(`
      with accounts as (select array_agg(number order by number) as list from ledger.account where organisation_id = '${it.organisationId}'),
        lines as (select m.*, l.line, case l.line when 1 then a when 2 then b when 3 then c else -(a + b + c) end as amount
          from numbered m cross join generate_series(1, 4) l(line) where m.n % ${parts} = ${part})
      insert into ledger.posting (organisation_id, entry_id, line, account, posted_on, amount_minor)
      select '${it.organisationId}', id, line, list[1 + abs(hashint8(n * 4 + line)) % array_length(list, 1)], on_day, amount from lines, accounts`)
    await superuser.query('commit')
    // as autovacuum does meanwhile: plans made for empty tables are made anew
    await superuser.query('analyze ledger.entry, ledger.posting, ledger.balance, ledger.year_balance')
  }
  for (const name of ['posting', 'entry', 'balance', 'account', 'period'])
    await superuser.query(`vacuum analyze ledger.${name}`)
}

/** The same journal as text, and hledger's balance of it, seconds. */
async function byHledger(): Promise<number> {
  const file = join(folder, 'books.journal')
  const out = createWriteStream(file)
  const { rows: accounts } = await it.office.superuser.query(
    `select number, name, account_type as type from ledger.account where organisation_id = '${it.organisationId}'`,
  )
  const names = new Map(
    (accounts as { number: string; name: string; type: 'asset' }[]).map(one => [
      one.number,
      hledgerAccount({ ...one, unit: null, taxCodes: [] }),
    ]),
  )
  for (const year of years) {
    const { rows } = await it.office.superuser.query(`
      select e.number, e.posted_on::text as on_day, json_agg(json_build_array(p.account, p.amount_minor::text) order by p.line) as lines
      from ledger.entry e join ledger.posting p on p.entry_id = e.id where extract(year from e.posted_on) = ${year} group by e.id, e.number, e.posted_on`)
    for (const row of rows as { number: string; on_day: string; lines: [string, string][] }[]) {
      const lines = row.lines.map(
        ([account, minor]) => `    ${names.get(account)}  ${(Number(minor) / 100).toFixed(2)} SEK`,
      )
      out.write(`${row.on_day} (A${row.number}) Bench\n${lines.join('\n')}\n\n`)
    }
  }
  out.end()
  await finished(out)
  const began = performance.now()
  await promisify(execFile)('hledger', ['-f', file, 'balance', '--flat'], { maxBuffer: 64 * 1024 * 1024 })
  return (performance.now() - began) / 1000
}
