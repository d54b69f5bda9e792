/** Books in and out by the command line, against a database of its own. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runBooks } from './books.ts'
import { testServer } from '../../../tools/testing/server.ts'

const server = await testServer()
const folder = await mkdtemp(join(tmpdir(), 'kontor-books-'))
after(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
await server.openOffice()
const { config } = server.running.composed

async function kontor(...args: string[]): Promise<{ code: number | null; said: string; error: string }> {
  const child = spawn(fileURLToPath(new URL('../../../bin/kontor', import.meta.url)), args, {
    env: {
      PATH: process.env['PATH'],
      LANG: 'en_GB.UTF-8',
      KONTOR_DATA_DIR: server.dataDir,
      DATABASE_URL: config.database?.ownerUrl,
      KONTOR_APP_DATABASE_URL: config.database?.appUrl,
    },
  })
  child.stdin.end()
  const [said, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve)),
  ])
  return { code, said, error }
}

const sie = [
  '#FLAGGA 0',
  '#FORMAT PC8',
  '#SIETYP 4',
  '#FNAMN "Test AB"',
  '#RAR 0 20240101 20241231',
  '#KONTO 1930 Bank',
  '#KONTO 6110 Kontor',
  '#VER A 1 20240105 "Pennor"',
  '{',
  '#TRANS 6110 {} 100.00',
  '#TRANS 1930 {} -100.00',
  '}',
  '#VER A 3 20240205 "Papper"',
  '{',
  '#TRANS 6110 {} 7.50',
  '#TRANS 1930 {} -7.50',
  '}',
  '',
].join('\r\n')

test('books come in by a file, begin with its year, go out with the same numbers, and are refused with a line', async () => {
  const file = join(folder, 'in.se')
  await writeFile(file, sie)
  const taken = await kontor('books', 'import', file, '--json')
  assert.equal(taken.code, 0, taken.error)
  assert.equal(JSON.parse(taken.said).entries, 2)
  const out = join(folder, 'out.se')
  const written = await kontor(
    'books',
    'export',
    '--format',
    'sie4',
    '--from',
    '2024-01-01',
    '--to',
    '2024-12-31',
    '--out',
    out,
    '--json',
  )
  assert.equal(written.code, 0, written.error)
  const words = (await readFile(out)).toString('latin1')
  assert.match(words, /#VER A 3 20240205 Papper/)
  await writeFile(file, sie.replace('-7.50', '-7.40').replace('A 3', 'A 4'))
  const wrong = await kontor('books', 'import', file)
  assert.equal(wrong.code, 1)
  assert.match(wrong.error, /entry-unbalanced/)
  assert.match(wrong.error, /13/)
  assert.equal(await runBooks(['export', '--format', 'abc']), 2)
})
