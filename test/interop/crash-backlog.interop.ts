/** Killed at any instant, an archive of old files comes in whole: none lost, none doubled, nobody given work. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { takeBacklogUnderKills } from '../crash/killed-backlog.ts'
import { layOldFiles, oldWord } from '../crash/old-files.ts'

const count = Number(process.env['CRASH_OLD_FILES'] ?? 150)
const seed = Number(process.env['CRASH_SEED'] ?? 20261122)

test(`${count} old files, kill -9 at three moments (seed ${seed}): none lost, none doubled, no work made`, {
  timeout: 280_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-old-'))
  try {
    await layOldFiles(folder, count, seed)
    await takeBacklogUnderKills({ folder, files: count, kills: 3, seed }, async is => {
      assert.equal(is.backlog['state'], 'finished')
      assert.equal(is.backlog['done'], count)
      assert.equal(is.documents, count)
      assert.deepEqual([is.doubled, is.tasks, is.waiting], [0, 0, 0])
      assert.equal(is.journalBroken, null)
      assert.ok(is.acts < count / 5, `${is.acts} acts for ${count} files`)
      const { rows } = await is.superuser.query<{ body: string }>(
        'select body from kernel.search_entry where organisation_id = $1',
        [is.organisationId],
      )
      const found = new Set(rows.flatMap(({ body }) => body.match(/arkiv[bcdfghjklm]+x/g) ?? []))
      for (let n = 0; n < count; n++) assert.ok(found.has(oldWord(n)), `${oldWord(n)} is found`)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
