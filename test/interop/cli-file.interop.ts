/** A file by the command line: from disk, from standard input, twice under one key, and by whoever may not. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { storeFiles } from '../../src/app/commands/file-argument.ts'
import { callerOf } from '../../src/app/commands/with-kontor.ts'
import { testServer } from '../../tools/testing/server.ts'

const server = await testServer()
const folder = await mkdtemp(join(tmpdir(), 'kontor-cli-'))
after(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
const elin = await server.openOffice()
const { config } = server.running.composed

interface Said {
  readonly code: number | null
  // biome-ignore lint/suspicious/noExplicitAny: answers of acts named by a string
  readonly answer: any
  readonly error: string
}

async function kontor(args: string[], input = ''): Promise<Said> {
  const child = spawn(fileURLToPath(new URL('../../bin/kontor', import.meta.url)), args, {
    env: {
      PATH: process.env['PATH'],
      LANG: 'en_GB.UTF-8',
      KONTOR_AS: elin.email,
      KONTOR_DATA_DIR: server.dataDir,
      DATABASE_URL: config.database?.ownerUrl,
      KONTOR_APP_DATABASE_URL: config.database?.appUrl,
    },
  })
  child.stdin.end(input)
  const [said, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve)),
  ])
  return { code, answer: said.startsWith('{') ? JSON.parse(said) : said, error }
}

const original = async (id: string): Promise<string> => (await elin.fetch(`/api/documents/${id}/original`)).text()

test('a file is stored and taken in under its own name; under one key only once', async () => {
  const path = join(folder, 'note of today.txt')
  await writeFile(path, 'Kept by the command line')
  const call = ['documents.take-in', '--file', path, '--arrived-by', 'upload', '--key', 'today']
  const first = await kontor(call)
  assert.deepEqual([first.code, first.answer.status], [0, 'done'], first.error)
  assert.equal(await original(first.answer.output.id), 'Kept by the command line')
  const seen = JSON.stringify(await elin.see('documents.get-document', { id: first.answer.output.id }))
  assert.match(seen, /note of today\.txt/)
  const second = await kontor(call)
  assert.deepEqual(second.answer.output, first.answer.output, second.error)
})

test('standard input is a file too, with the name it is given', async () => {
  const piped = await kontor(
    ['documents.take-in', '{"arrivedBy":"upload"}', '--file=-', '--name', 'pipe.txt'],
    'From a pipe',
  )
  assert.equal(piped.code, 0, piped.error)
  assert.equal(await original(piped.answer.output.id), 'From a pipe')
})

test('what takes no file, what is none, and what has no name, are told', async () => {
  const { kernel } = server.running.composed
  const as = await callerOf(server.running.composed, { as: elin.email })
  const stored = (act: string, file: string) => {
    const declared = kernel.registry.commandBody(act)!.command
    return storeFiles(kernel, as, 'cli', declared, { files: [file], name: undefined, hasKey: false })
  }
  await assert.rejects(stored('work.create-task', join(folder, 'note of today.txt')), /takes no file/)
  await assert.rejects(stored('documents.take-in', join(folder, 'none.pdf')), /none\.pdf/)
  await assert.rejects(stored('documents.take-in', folder), /is no file/)
  await assert.rejects(stored('documents.take-in', '-'), /--name NAME/)
})
