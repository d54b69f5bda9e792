/** hledger (Debian) reads the exported journal and comes to the same balances, account by account, over 100,000 random entries. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { encodeCp437 } from '../../src/formats/books/sie/cp437.ts'
import { exportBooks, getTrialBalance, importBooks } from '../../src/modules/ledger/contract.ts'
import { type BooksOffice, booksOffice } from '../../src/modules/ledger/testing.ts'
import { run, skippedWithout } from './clients.ts'

const entries = Number(process.env['KONTOR_INTEROP_ENTRIES'] ?? 100_000)
const seed = Number(process.env['KONTOR_SEED'] ?? Date.now() % 1_000_000)
const skip = skippedWithout('hledger')
let it: BooksOffice
let folder: string

before(async () => {
  if (skip) return
  it = await booksOffice()
  folder = await mkdtemp(join(tmpdir(), 'kontor-hledger-'))
})
after(async () => {
  if (skip) return
  await it.office.close()
  await rm(folder, { recursive: true })
})

/** Mulberry32: the same books for the same seed. */
function chanceOf(start: number): (below: number) => number {
  let state = start >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** A year of random entries of two to five lines, with names that a plain-text journal must not stumble over. */
function randomSie(): Uint8Array {
  const chance = chanceOf(seed)
  const accounts = Array.from({ length: 120 }, (_, at) => String(1000 + at * 60 + chance(50)))
  const lines = ['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#FNAMN "Åkes; Bygg: & (Söner)"', '#RAR 0 20260101 20261231']
  for (const account of accounts)
    lines.push(
      `#KONTO ${account} "Konto  ${account}: ${['diverse; övrigt', 'a|b', '(kassa)', '"citat\\"'][chance(4)]!.replace(/"/g, '')}"`,
    )
  const amount = (minor: number): string =>
    `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`
  for (let n = 1; n <= entries; n++) {
    const day = Temporal.PlainDate.from('2026-01-01')
      .add({ days: chance(365) })
      .toString()
      .replaceAll('-', '')
    lines.push(`#VER A ${n} ${day} "Post ${n}; ${['köp', 'sälj | byt', 'ränta (6%)', '= avrundning'][chance(4)]}"`, '{')
    let rest = 0
    for (let line = 1 + chance(4); line > 0; line--) {
      const minor = chance(2_000_000) - 1_000_000
      rest -= minor
      lines.push(`#TRANS ${accounts[chance(accounts.length)]} {} ${amount(minor)} ${day} "rad; ${line}: x"`)
    }
    lines.push(`#TRANS ${accounts[chance(accounts.length)]} {} ${amount(rest)}`, '}')
  }
  return encodeCp437(`${lines.join('\r\n')}\r\n`)
}

test(`hledger comes to the same balances over ${entries} entries (seed ${seed})`, { skip }, async t => {
  const { office, elin } = it
  const content = Buffer.from(randomSie()).toString('base64')
  let began = performance.now()
  const taken = await office.dispatch(importBooks, { fileName: 'random.se', content }, elin)
  assert.ok(taken.status === 'done', JSON.stringify(taken).slice(0, 500))
  assert.equal(taken.output.entries, entries)
  t.diagnostic(`taken in: ${((performance.now() - began) / 1000).toFixed(1)} s, ${taken.output.lines} lines`)
  began = performance.now()
  const span = { from: '2026-01-01', until: '2026-12-31' }
  const file = await office.query(exportBooks, { format: 'hledger', ...span }, elin)
  assert.ok(file.status === 'done', JSON.stringify(file).slice(0, 500))
  t.diagnostic(`written: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const journal = join(folder, 'books.journal')
  await writeFile(journal, Buffer.from(file.output.content, 'base64'))
  const balance = await office.query(getTrialBalance, span, elin)
  assert.ok(balance.status === 'done')
  const ours = new Map(
    balance.output.rows.filter(row => Number(row.closing.amount) !== 0).map(row => [row.account, row.closing.amount]),
  )
  for (const until of ['2026-12-31', '2026-06-17']) {
    const theirs = await run(
      'hledger',
      [
        '-f',
        journal,
        'balance',
        '--flat',
        '-O',
        'csv',
        '-e',
        Temporal.PlainDate.from(until).add({ days: 1 }).toString(),
      ],
      { timeoutMs: 600_000 },
    )
    assert.equal(theirs.code, 0, theirs.text.slice(0, 500))
    const read = new Map<string, string>()
    for (const line of theirs.text.trim().split('\n').slice(1)) {
      const match = /^"[a-z]+:(\d+) .*","(-?[\d.]+) SEK"$/.exec(line.trim())
      if (match) read.set(match[1]!, match[2]!)
    }
    const asked = until === span.until ? ours : await balances(until)
    assert.deepEqual(new Map(byName(read)), new Map(byName(asked)))
    assert.ok(read.size > 100)
  }
})

/** In an order of their own, since both sides list what they hold in theirs. */
const byName = (map: ReadonlyMap<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

async function balances(until: string): Promise<Map<string, string>> {
  const answer = await it.office.query(getTrialBalance, { from: '2026-01-01', until }, it.elin)
  assert.ok(answer.status === 'done')
  return new Map(
    answer.output.rows.filter(row => Number(row.closing.amount) !== 0).map(row => [row.account, row.closing.amount]),
  )
}
