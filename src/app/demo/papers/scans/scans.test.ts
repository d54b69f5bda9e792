import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { chanceFrom } from '../chance.ts'
import { knownPage, knownPicture } from '../known-page.ts'
import { scanFile } from './files.ts'
import { textOfPdf } from './raster.ts'

const call = { seed: 3, language: 'ro', face: 'serif' } as const

test('a known page reads back word for word from its text layer', async () => {
  const { pdf, text } = await knownPage(call)
  assert.equal((await textOfPdf(pdf)).join('').replace(/\s+/g, ' ').trim(), text.replace(/\s+/g, ' '))
})

test('wear follows from the seed: same pixels again, others with another skew', async () => {
  const wear = { dpi: 72, skew: 3, noise: 8, tint: [253, 250, 240], blur: 0.5 } as const
  const first = await knownPicture(call, wear)
  const again = await knownPicture(call, wear)
  const other = await knownPicture(call, { ...wear, skew: -3 })
  assert.ok(first.picture.pixels.equals(again.picture.pixels))
  assert.ok(!first.picture.pixels.equals(other.picture.pixels))
  assert.ok(first.picture.width > 595, 'a skewed page grows')
})

test('each file format holds the pages it was given, at its resolution', async () => {
  const { picture } = await knownPicture(call, { dpi: 100, turn: 90 })
  assert.ok(picture.width > picture.height, 'a quarter turn lays the page down')
  const options = { dpi: 100, scannedAt: new Date('2026-11-24T08:26:00Z') }
  for (const [format, name, pages] of [
    ['jpeg', 'jpeg', 1],
    ['png', 'png', 1],
    ['tiff', 'tiff', 2],
    ['fax', 'tiff', 2],
  ] as const) {
    const bytes = await scanFile([picture, picture], format, options)
    const found = await sharp(bytes).metadata()
    assert.equal(found.format, name)
    assert.equal(found.pages ?? 1, pages, format)
    assert.equal(found.width, picture.width)
    assert.equal(Math.round(found.density ?? 0), 100, format)
  }
  const pdf = await scanFile([picture, picture], 'pdf', options)
  assert.deepEqual(
    (await textOfPdf(pdf)).map(text => text.trim()),
    ['', ''],
  )
  assert.deepEqual(pdf, await scanFile([picture, picture], 'pdf', options))
})

test('chance: forks do not depend on what was drawn before', () => {
  const one = chanceFrom('a')
  const two = chanceFrom('a')
  two.digits(20)
  assert.equal(one.fork('x').digits(12), two.fork('x').digits(12))
  assert.notEqual(one.fork('x').digits(12), one.fork('y').digits(12))
})
