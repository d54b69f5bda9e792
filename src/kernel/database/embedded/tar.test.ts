import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { unpack } from './tar.ts'

function member(path: string, body: Buffer, type = '0'): Buffer {
  const header = Buffer.alloc(512)
  header.write(path, 0, 100)
  header.write(body.length.toString(8).padStart(11, '0'), 124)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)])
}

const END = Buffer.alloc(1024)

describe('laying out an archive', () => {
  let root: string
  let turn = 0
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'kontor-tar-'))
  })
  after(() => rm(root, { recursive: true }))
  async function lay(...parts: Buffer[]) {
    const target = join(root, String(turn++))
    await writeFile(`${target}.tar`, Buffer.concat(parts))
    return { target, files: await Array.fromAsync(unpack(`${target}.tar`, target)) }
  }

  test('any files of any sizes come out as they went in', async () => {
    const bodies = fc.array(fc.nat(3000), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(bodies, async sizes => {
        const files = sizes.map((size, i) => ({ path: `base/${i}/file`, body: Buffer.alloc(size, i + 65) }))
        const laid = await lay(
          member('base/', Buffer.alloc(0), '5'),
          ...files.map(({ path, body }) => member(path, body)),
          END,
        )
        assert.ok((await stat(join(laid.target, 'base'))).isDirectory())
        for (const [i, { path, body }] of files.entries()) {
          assert.deepEqual(await readFile(join(laid.target, path)), body)
          const sha256 = createHash('sha256').update(body).digest('hex')
          assert.deepEqual(laid.files[i], { path, size: body.length, sha256 })
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a file longer than one read', async () => {
    const body = Buffer.alloc(3_500_001, 'kontor')
    const { target } = await lay(member('big', body), member('small', Buffer.from('x')), END)
    assert.deepEqual(await readFile(join(target, 'big')), body)
    assert.equal(await readFile(join(target, 'small'), 'utf8'), 'x')
  })

  test('what is cut, damaged, a link, or leads outside is refused', async () => {
    const one = member('one', Buffer.alloc(600, 1))
    await assert.rejects(lay(one.subarray(0, 900)), /ends too early/)
    const damaged = Buffer.from(one)
    damaged[3] = 120
    await assert.rejects(lay(damaged, END), /does not add up/)
    await assert.rejects(lay(member('link', Buffer.alloc(0), '2'), END), /only files and folders/)
    await assert.rejects(lay(member('../out', Buffer.alloc(0)), END), /outside/)
    await assert.rejects(lay(member('/etc/passwd', Buffer.alloc(0)), END), /outside/)
  })
})
