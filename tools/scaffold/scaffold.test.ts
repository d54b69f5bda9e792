import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { writeCommand } from './new-command.ts'
import { writeModule } from './new-module.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** The run's cluster, if there is one; not the runner's own signs, by which node would take the inner run for a part of this. */
const { NODE_TEST_CONTEXT: _, ...testEnvironment } = process.env

let copy: string
before(() => {
  copy = mkdtempSync(join(tmpdir(), 'kontor-scaffold-'))
  for (const part of ['src/kernel', 'src/app/modules.ts', 'tools/testing', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  }
  mkdirSync(join(copy, 'src/modules'))
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
})
after(() => rmSync(copy, { recursive: true }))

test('a new module and a new command in it compile, and their tests pass', async () => {
  const words = { en: ['Jar', 'Jars'], sv: ['Burk', 'Burkar'] } as const
  await writeModule(copy, { module: 'pantry', kind: 'jar', plural: 'jars', words })
  writeCommand(copy, { module: 'pantry', name: 'label-jar', kind: 'jar' })
  assert.match(readFileSync(join(copy, 'src/app/modules.ts'), 'utf8'), /import \{ pantry \}[\s\S]*, pantry\b/)
  assert.match(readFileSync(join(copy, 'src/modules/pantry/messages/sv.ts'), 'utf8'), /'kind\.jar\.plural': 'Burkar'/)
  const config = { extends: './tsconfig.json', include: ['src/modules/pantry'] }
  writeFileSync(join(copy, 'tsconfig.pantry.json'), JSON.stringify(config))
  const checked = await run(join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit', '-p', 'tsconfig.pantry.json'], {
    cwd: copy,
  }).catch(error => error)
  assert.equal(checked.stdout, '')
  const tested = await run(process.execPath, ['--test', '--test-reporter=tap', 'src/modules/pantry/**/*.test.ts'], {
    cwd: copy,
    env: testEnvironment,
  }).catch(error => error)
  assert.match(tested.stdout, /\n# pass 4\n# fail 0\n/, tested.stdout)
})

test('nothing is written over', async () => {
  await assert.rejects(writeModule(copy, { module: 'pantry', kind: 'jar', plural: 'jars', words: {} }), /there already/)
  assert.throws(() => writeCommand(copy, { module: 'pantry', name: 'label-jar', kind: 'jar' }), /there already/)
})
