import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, test } from 'node:test'
import { runBank } from './bank.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kontor-bank-'))
after(() => rmSync(folder, { recursive: true }))

async function run(...argv: string[]): Promise<[code: number, said: string]> {
  const out = new PassThrough()
  const code = await runBank(argv, out)
  out.end()
  let said = ''
  for await (const chunk of out) said += String(chunk)
  return [code, said]
}

const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}
const whole =
  ':20:X\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C261101EUR10,00\n:61:261102D2,50NTRFNONREF//B1\n:86:Koffie\n:62F:C261102EUR7,50\n'

test('kontor bank read: one JSON line a file, amounts as decimals', async () => {
  const [code, said] = await run('read', file('whole.sta', whole), '--json')
  assert.equal(code, 0)
  const answer = JSON.parse(said)
  assert.deepEqual([answer.format, answer.error, answer.findings], ['mt940', null, []])
  const [statement] = answer.statements
  assert.deepEqual(statement.closing, { on: '2026-11-02', amount: '7.50', currency: 'EUR' })
  assert.deepEqual(
    [statement.lines[0].amount, statement.lines[0].currency, statement.lines[0].text, statement.lines[0].bankRef],
    ['-2.50', 'EUR', 'Koffie', 'B1'],
  )
})

test('a list for people; what is not read says why, and the rest is read', async () => {
  const cut = file('cut.sta', whole.split('\n').slice(0, -2).join('\n'))
  const [code, said] = await run('read', file('whole.sta', whole), cut, path.join(folder, 'none.sta'))
  assert.equal(code, 1)
  assert.match(said, /2026-11-02\s+-2\.50 {2}Koffie/)
  assert.match(said, /cut\.sta: statement-truncated at line 6/)
  assert.match(said, /none\.sta: file-not-found/)
})

test('a wrong call is told how it goes', async () => {
  for (const argv of [[], ['write'], ['read'], ['read', 'x', '--currency', 'kronor'], ['read', '--no']]) {
    const [code, said] = await run(...argv)
    assert.equal(code, 2)
    assert.match(said, /kontor bank read FILE/)
  }
})
