import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { backup } from './backup.ts'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { RestoreRefused, restore, verifyBackup } from './restore.ts'

const supported = process.platform === 'linux' || process.platform === 'darwin'

describe('backup and restore', { skip: supported ? false : 'no binaries for this platform' }, () => {
  let root: string
  let database: EmbeddedDatabase
  let client: pg.Client
  const at = (...parts: string[]): string => join(root, ...parts)
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'kontor-backup-'))
    await chmod(root, 0o711)
    const dataDir = at('data')
    database = await startEmbedded({ dataDir })
    client = new pg.Client(database.owner)
    await client.connect()
    await client.query('create table slip (n integer primary key, at_lsn pg_lsn default pg_current_wal_lsn())')
    await mkdir(at('data', 'files', 'ab'), { recursive: true })
    await mkdir(at('data', 'files', 'incoming'))
    await writeFile(at('data', 'files', 'ab', 'abcd'), 'an original')
    await writeFile(at('data', 'files', 'incoming', 'half'), 'half an orig')
    await writeFile(at('data', 'kontor.conf'), 'KONTOR_PORT=8125\n')
  })
  after(async () => {
    await client.end()
    await database.stop()
    await rm(root, { recursive: true })
  })
  const source = () => ({ superuser: database.superuser, dataDir: database.dataDir, filesDir: at('data', 'files') })

  test('what was acknowledged before is there again, while others went on writing', async () => {
    let acknowledged = 0
    let writing = true
    const writer = (async () => {
      for (let n = 1; writing; n++) {
        await client.query('insert into slip (n) values ($1)', [n])
        acknowledged = n
      }
    })()
    while (acknowledged < 200) await new Promise(resolve => setImmediate(resolve))
    const before = acknowledged
    const summary = await backup(source(), at('saved'))
    writing = false
    await writer
    assert.equal(summary.files, 1)
    assert.ok(summary.databaseBytes > 1_000_000)

    assert.deepEqual(await restore(at('saved'), at('again'), at('again', 'files')), summary)
    const again = await startEmbedded({ dataDir: at('again') })
    const reader = new pg.Client(again.app)
    await reader.connect()
    await assert.rejects(reader.query('select from slip'), { code: '42501' })
    await reader.end()
    const owner = new pg.Client(again.owner)
    await owner.connect()
    const { rows } = await owner.query<{ count: number; max: number }>('select count(*)::int, max(n) from slip')
    await owner.end()
    await again.stop()
    assert.ok((rows[0]?.max ?? 0) >= before, `${rows[0]?.max} of at least ${before}`)
    assert.equal(rows[0]?.count, rows[0]?.max)
    assert.equal(await readFile(at('again', 'files', 'ab', 'abcd'), 'utf8'), 'an original')
    assert.equal(await readFile(at('again', 'kontor.conf'), 'utf8'), 'KONTOR_PORT=8125\n')
  })

  test('a folder with something in it is neither backed up into nor restored into', async () => {
    await assert.rejects(backup(source(), at('saved')), /not empty/)
    await assert.rejects(restore(at('saved'), at('again'), at('again', 'files')), RestoreRefused)
    await assert.rejects(restore(at('saved'), database.dataDir, at('data', 'files')), RestoreRefused)
  })

  test('a damaged backup is refused before anything is written', async () => {
    const file = await open(at('saved', 'database', 'base.tar'), 'r+')
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 700_000)
    await file.write(Buffer.from([(buffer[0] as number) ^ 1]), 0, 1, 700_000)
    await file.close()
    await assert.rejects(verifyBackup(at('saved')), /base\.tar has changed/)
    await assert.rejects(restore(at('saved'), at('third'), at('third', 'files')), RestoreRefused)
    await assert.rejects(readFile(at('third', 'postgres', 'PG_VERSION')), { code: 'ENOENT' })
  })

  test('one that never came to its end is none', async () => {
    await rm(at('saved', 'SHA256SUMS'))
    await assert.rejects(verifyBackup(at('saved')), /no whole backup/)
  })
})
