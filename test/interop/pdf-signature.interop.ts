/** What Kontor seals, looked at by another program: poppler's pdfsig, where it is installed. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { houseCertificate, houseKey } from '../../src/formats/pdf-signature/house-key.ts'
import { signPdf } from '../../src/formats/pdf-signature/sign.ts'
import { makePdf } from '../../src/modules/documents/reading/fixtures/pdf.ts'
import { stampPdf } from '../../src/modules/documents/reading/stamp.ts'

const isHere = spawnSync('pdfsig', ['-v']).error === undefined
const folder = await mkdtemp(join(tmpdir(), 'kontor-pdfsig-'))
after(() => rm(folder, { recursive: true }))

const at = Temporal.Now.instant().subtract({ hours: 1 })
const office = 'Almgren Tveit Arkitekter AB'

async function sealed(): Promise<Buffer> {
  const page = (text: string) => makePdf(pdf => void pdf.text(text, 60, 80))
  const [bytes, sheets, added] = [await page('Agreement'), await page('Johan Almgren'), await page('Signatures')]
  const places = [{ page: 1, box: [0.5, 0.7, 0.3, 0.1] as const }]
  const drawn = await stampPdf({ bytes, mediaKind: 'pdf' }, { sheets, places, added })
  const key = houseKey(Buffer.alloc(32, 7), '019aa000-0000-7000-8000-000000000001')
  const certificate = houseCertificate(key, office, at)
  return signPdf(Buffer.from(drawn), { key, certificate, at, name: office, reason: 'Signed by everybody' })
}

const said = (path: string): string => spawnSync('pdfsig', [path], { encoding: 'utf8' }).stdout

test('pdfsig finds the seal valid, over the whole file; a changed byte breaks it', {
  skip: isHere ? false : 'poppler-utils is not installed',
}, async () => {
  const path = join(folder, 'sealed.pdf')
  const bytes = await sealed()
  await writeFile(path, bytes)
  assert.match(
    execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }),
    /Agreement[\s\S]*Johan Almgren[\s\S]*Signatures/,
  )
  const words = said(path)
  assert.match(words, /Signature is Valid/)
  assert.match(words, /Total document signed/)
  assert.match(words, /ETSI\.CAdES\.detached/)
  assert.match(words, /Almgren Tveit Arkitekter AB/)
  const changed = Buffer.from(bytes)
  const spot = changed.indexOf('/MediaBox') + 12
  changed[spot] = changed[spot] === 48 ? 49 : 48
  await writeFile(path, changed)
  assert.doesNotMatch(said(path), /Signature is Valid/)
})
