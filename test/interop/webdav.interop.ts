/** The folders, as programs of others use them: litmus (the WebDAV test suite), cadaver, rclone. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { run, skippedWithout } from './clients.ts'

let server: TestServer
let elin: SignedIn
let password: string
let folder: string

before(async () => {
  server = await testServer()
  elin = await server.openOffice()
  const answer = await elin.fetch('/api/documents/app-passwords', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'interop' }),
  })
  password = ((await answer.json()) as { output: { password: string } }).output.password
  folder = await mkdtemp(join(tmpdir(), 'kontor-interop-'))
})
after(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const names = async (): Promise<string[]> =>
  ((await elin.see('documents.list-documents')) as { rows: { name: string }[] }).rows.map(({ name }) => name)

/** What of each suite may fail, and why: properties that programs make up are refused, none is kept beside a paper. */
const suites: Readonly<Record<string, readonly string[]>> = {
  basic: [],
  http: [],
  copymove: [],
  locks: ['owner_modify'],
  props: ['propset', 'propmanyns', 'propget'],
}

for (const [suite, refused] of Object.entries(suites))
  test(`litmus ${suite}`, { skip: skippedWithout('litmus') }, async t => {
    const { text } = await run('litmus', [`${server.address}/dav/In/`, elin.email, password], {
      cwd: folder,
      env: { TESTS: suite },
    })
    const said = text.replace(/\r/g, '\n')
    const summary = /summary for `\w+': of (\d+) tests run: (\d+) passed, (\d+) failed/.exec(said)
    assert.ok(summary, said)
    t.diagnostic(summary[0])
    const failed = [...said.matchAll(/^\s*\d+\. (\w+)\.* FAIL/gm)].map(([, name]) => name!)
    assert.deepEqual(
      failed.filter(name => !refused.includes(name)),
      [],
      said,
    )
    assert.ok(Number(summary[2]) > 0)
  })

test('cadaver lays a paper down, fetches it and takes it away', { skip: skippedWithout('cadaver') }, async () => {
  const home = await mkdtemp(join(folder, 'home-'))
  await writeFile(
    join(home, '.netrc'),
    `machine ${new URL(server.address).hostname}\nlogin ${elin.email}\npassword ${password}\n`,
    { mode: 0o600 },
  )
  await writeFile(join(folder, 'letter.txt'), 'Dear office')
  const { text } = await run('cadaver', [`${server.address}/dav/In/`], {
    cwd: folder,
    env: { HOME: home },
    input: 'put letter.txt\nls\nget letter.txt back.txt\nlock letter.txt\nput letter.txt\nunlock letter.txt\nquit\n',
  })
  assert.match(text, /letter\.txt/)
  assert.equal(await readFile(join(folder, 'back.txt'), 'utf8'), 'Dear office', text)
  assert.ok((await names()).includes('letter.txt'))
})

test('rclone copies a tree of scans into In, and finds it the same', { skip: skippedWithout('rclone') }, async () => {
  const tree = await mkdtemp(join(folder, 'scans-'))
  for (let n = 1; n <= 20; n++) await writeFile(join(tree, `scan ${n} åäö.txt`), `Faktura ${n}`)
  const obscured = (await run('rclone', ['obscure', password])).text.trim()
  const remote = `:webdav,url='${server.address}/dav/',vendor=other,user='${elin.email}',pass='${obscured}':In/Scans`
  const options = ['--config', join(folder, 'none.conf'), '--transfers', '4']
  const copied = await run('rclone', ['copy', tree, remote, ...options])
  assert.equal(copied.code, 0, copied.text)
  const checked = await run('rclone', ['check', tree, remote, '--download', ...options])
  assert.equal(checked.code, 0, checked.text)
  assert.equal((await names()).filter(name => name.startsWith('scan ')).length, 20)
})
