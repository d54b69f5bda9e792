/** A backup older than an erasure is restored: what was erased is erased again, and nothing else is. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Composed, compose } from '../../src/app/compose.ts'
import { readConfig } from '../../src/app/config.ts'
import { keepErasures } from '../../src/app/erasures.ts'
import { backup } from '../../src/kernel/database/embedded/backup.ts'
import { newId } from '../../src/kernel/ids.ts'
import { verifyJournal } from '../../src/kernel/journal/verify.ts'
import { openOrganisation } from '../../src/kernel/platform/first-run.ts'

let root: string
const at = (...parts: string[]): string => join(root, ...parts)
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'kontor-erasures-'))
  await chmod(root, 0o711)
})
after(() => rm(root, { recursive: true }))

const open = (dataDir: string): Promise<Composed> =>
  compose({
    config: readConfig({ KONTOR_DATA_DIR: dataDir }, undefined),
    log: () => {},
    purpose: 'command',
  })

interface Standing {
  readonly organisationId: string
  readonly principalId: string
}

async function act({ kernel }: Composed, as: Standing, command: string, input: object): Promise<number> {
  const outcome = await kernel.dispatch({ ...as, command, input, requestId: newId(), surface: 'test' })
  assert.ok(outcome.status === 'done' && outcome.journal, JSON.stringify(outcome))
  return outcome.journal
}

/** What the journal still says at each of these lines. */
async function said({ kernel }: Composed, { organisationId }: Standing, ...lines: number[]): Promise<boolean[]> {
  return kernel.viewing(
    { organisationId, principalId: '00000000-0000-7000-8000-000000000000', requestId: 'test' },
    async view => {
      const found = await view
        .db<object>()
        .selectFrom('kernel.journal_body')
        .select('seq')
        .where('organisation_id', '=', organisationId)
        .where('seq', 'in', lines.map(BigInt))
        .execute()
      return lines.map(line => found.some(({ seq }) => Number(seq) === line))
    },
  )
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

test('erased after the backup, restored from it, erased again; what only bears the same number is kept', async () => {
  const first = await open(at('first'))
  const opened = await openOrganisation(first.ground, first.kernel.dispatch, {
    language: 'en',
    organisation: 'Erasing',
    country: 'SE',
    name: 'Elin',
    email: 'elin@example.org',
    password: 'a longer password than most',
  })
  assert.ok(opened.ok)
  const as = opened.value
  const personal = await act(first, as, 'work.create-task', { title: 'Call Ms. Personal about her illness' })
  const ordinary = await act(first, as, 'work.create-task', { title: 'Call the landlord' })
  await backup(
    { superuser: first.embedded!.superuser, dataDir: at('first'), filesDir: at('first', 'files') },
    at('saved'),
  )
  const stopKeeping = await keepErasures(first)
  const later = await act(first, as, 'work.create-task', { title: 'Not in the backup' })
  for (const seq of [personal, later])
    await act(first, as, 'authority.redact-journal-line', { seq, reason: 'Asked for by the person it concerns.' })
  assert.deepEqual(await said(first, as, personal, ordinary, later), [false, true, false])
  await stopKeeping()
  await first.close()
  const list = await readFile(at('first', 'erasures', `${as.organisationId}.jsonl`), 'utf8')
  assert.deepEqual(
    list
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { seq: number }).seq),
    [personal, later],
  )
  assert.doesNotMatch(list, /Personal|Asked/)

  assert.match(await restore(at('bare')), /No list of erasures was found/)
  await writeFile(at('first', 'erasures', `${as.organisationId}.jsonl`), `${list}{"on":"2026-`)
  assert.match(await restore(at('again'), '--erasures', at('first', 'erasures')), /brought back: 1 lines/)
  const again = await open(at('again'))
  try {
    assert.deepEqual(await said(again, as, personal, ordinary), [false, true])
    // Another line now bears the number of the one that was not in the backup.
    for (let seq = 0; seq < later; ) seq = await act(again, as, 'work.create-task', { title: 'Another history' })
    const stop = await keepErasures(again)
    await stop()
    assert.deepEqual(await said(again, as, personal, later), [false, true])
    const report = await verifyJournal(again.kernel.pool, as.organisationId)
    assert.deepEqual([report.broken, report.redacted], [null, 1])
    assert.match(
      await readFile(at('again', 'erasures', `${as.organisationId}.jsonl`), 'utf8'),
      new RegExp(`"seq":${personal},`),
    )
  } finally {
    await again.close()
  }
})
