/** A backup older than a destruction is restored: what was destroyed is destroyed again, bytes and all, and nothing else is. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Composed, compose } from '../../src/app/compose.ts'
import { readConfig } from '../../src/app/config.ts'
import { keepDestructions } from '../../src/app/destructions.ts'
import { backup } from '../../src/kernel/database/embedded/backup.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openOrganisation } from '../../src/kernel/platform/first-run.ts'

let root: string
const at = (...parts: string[]): string => join(root, ...parts)
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'kontor-destructions-'))
  await chmod(root, 0o711)
})
after(() => rm(root, { recursive: true }))

const open = (dataDir: string): Promise<Composed> =>
  compose({ config: readConfig({ KONTOR_DATA_DIR: dataDir }, undefined), log: () => {}, purpose: 'command' })

interface Standing {
  readonly organisationId: string
  readonly principalId: string
}

async function act<T>({ kernel }: Composed, as: Standing, command: string, input: object): Promise<T> {
  const outcome = await kernel.dispatch({ ...as, command, input, requestId: newId(), surface: 'test' })
  assert.ok(outcome.status === 'done', JSON.stringify(outcome))
  return outcome.output as T
}

async function there({ kernel }: Composed, as: Standing, id: string): Promise<boolean> {
  const answer = await kernel.ask({ ...as, query: 'documents.get-document', input: { id }, requestId: newId() })
  return answer.status === 'done'
}

function restore(dataDir: string, ...args: string[]): Promise<string> {
  const program = fileURLToPath(new URL('../../bin/kontor', import.meta.url))
  const env = { PATH: process.env['PATH'], KONTOR_DATA_DIR: dataDir }
  return new Promise((resolve, reject) => {
    execFile(program, ['restore', at('saved'), ...args], { env, timeout: 120_000 }, (error, stdout, stderr) =>
      error ? reject(new Error(stdout + stderr)) : resolve(stdout),
    )
  })
}

test('destroyed after the backup, restored from it, destroyed again', async () => {
  const first = await open(at('first'))
  const opened = await openOrganisation(first.ground, first.kernel.dispatch, {
    language: 'en',
    organisation: 'Destroying',
    country: 'SE',
    name: 'Elin',
    email: 'elin@example.org',
    password: 'a longer password than most',
  })
  assert.ok(opened.ok)
  const as = opened.value
  const take = async (words: string): Promise<string> => {
    const file = await first.kernel.files.put(as.organisationId, Buffer.from(words), { name: 'paper.txt' })
    return (
      await act<{ id: string }>(first, as, 'documents.take-in', {
        fileId: file.id,
        name: 'paper.txt',
        arrivedBy: 'api',
      })
    ).id
  }
  const [gone, kept] = [await take('Ms. Personal was ill'), await take('The landlord wrote')]
  for (const id of [gone, kept]) await act(first, as, 'documents.discard', { id })
  await backup(
    { superuser: first.embedded!.superuser, dataDir: at('first'), filesDir: at('first', 'files') },
    at('saved'),
  )
  const stop = await keepDestructions(first)
  await act(first, as, 'documents.change-keeping', { fourEyes: false, discardedDays: 0 })
  await act(first, as, 'documents.destroy', { ids: [gone], reason: 'Discarded' })
  await stop()
  assert.deepEqual([await there(first, as, gone), await there(first, as, kept)], [false, true])
  await first.close()
  const list = await readFile(at('first', 'erasures', `${as.organisationId}.destroyed.jsonl`), 'utf8')
  assert.equal(list.trim().split('\n').length, 1)
  assert.doesNotMatch(list, /Personal|paper/)

  assert.match(await restore(at('again'), '--erasures', at('first', 'erasures')), /brought back: 1 papers/)
  const again = await open(at('again'))
  try {
    assert.deepEqual([await there(again, as, gone), await there(again, as, kept)], [false, true])
  } finally {
    await again.close()
  }
})
