import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hrefOf, partsOf } from '../../../formats/dav/path.ts'
import { isJunk, isTemporary, safeName, uniqueNames } from './names.ts'

test('whatever a document is called, its name in a folder is safe, its own, and found again', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 220 }), { maxLength: 12 }), names => {
      const rows = names.map((name, index) => ({
        id: `019aa000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        name,
      }))
      const unique = uniqueNames(rows, ['In'])
      assert.equal(unique.size, rows.length)
      assert.equal(new Set([...unique.keys(), 'In'].map(one => one.toLowerCase())).size, rows.length + 1)
      for (const name of unique.keys()) {
        assert.deepEqual(partsOf(hrefOf('/dav', ['In', name], false), '/dav'), ['In', name.normalize('NFC')])
        assert.doesNotMatch(name, /[<>:"/\\|?*]|^[.~\s]|[.\s]$/)
      }
    }),
  )
  assert.equal(safeName('..'), '_')
  assert.equal(safeName('con.pdf'), '_con.pdf')
})

test('what systems and programs lay down is told from papers', () => {
  for (const name of ['.DS_Store', '._scan.pdf', 'Thumbs.db', 'desktop.ini']) assert.ok(isJunk(name), name)
  for (const name of ['~$offert.docx', '.~lock.x.odt#', '~WRD0001.tmp', 'scan.pdf.part', 'A1B2C3D4', 'x.docx~'])
    assert.ok(isTemporary(name) && !isJunk(name), name)
  for (const name of ['scan.pdf', 'Årsredovisning 2026.docx', 'DEADBEE.pdf'])
    assert.ok(!isTemporary(name) && !isJunk(name), name)
})
