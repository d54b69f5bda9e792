/** An archive of old files in folders by subject and year, each file told apart by a word of its own. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chanceOf } from './killed-office.ts'

const subjects = [
  'Avtal',
  'Bokföring',
  'Personal',
  'Protokoll',
  'Fastigheter/Lindholmen',
  'Fastigheter/Östra Hamngatan',
]
const words =
  'hyra avtal betalning leverans ventilation kontor protokoll styrelse beslut försäkring underhåll besiktning faktura moms arvode uppsägning villkor tillägg bilaga kvitto närvarande ordförande mötet antog förslaget om budget och plan för nästa år samt redovisning av kostnader'.split(
    ' ',
  )
const letters = (n: number) => [...String(n)].map(digit => 'bcdfghjklm'[Number(digit)]!).join('')

export const oldWord = (n: number) => `arkiv${letters(n)}x`

/** PDF of one to three pages with a text layer, some 45 lines each, by hand (ISO 32000). */
function oldPdf(n: number, chance: () => number): Buffer {
  const pages = 1 + Math.floor(chance() * 3)
  const pick = () => words[Math.floor(chance() * words.length)]!
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const kids: number[] = []
  for (let page = 0; page < pages; page++) {
    const head =
      page === 0
        ? [
            'Almgren & Tveit AB',
            `Datum ${1998 + (n % 22)}-0${1 + (n % 9)}-1${n % 10}`,
            `Nummer ${10_000 + n}`,
            oldWord(n),
          ]
        : []
    const lines = [...head, ...Array.from({ length: 42 }, () => Array.from({ length: 11 }, pick).join(' '))]
    const content = `BT /F 10 Tf 60 790 Td 16 TL ${lines.map(line => `(${line}) Tj T*`).join('\n')} ET`
    kids.push(objects.length + 1)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    )
  }
  objects[1] = `<< /Type /Pages /Count ${pages} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`
  let body = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + tail, 'latin1')
}

/** Lays `count` PDFs of different bytes, six subjects with a folder for each of 22 years. */
export async function layOldFiles(root: string, count: number, seed: number): Promise<void> {
  const chance = chanceOf(seed)
  const made = new Set<string>()
  for (let n = 0; n < count; n++) {
    const folder = join(root, subjects[n % subjects.length]!, `${1998 + (n % 22)}`)
    if (!made.has(folder)) await mkdir(folder, { recursive: true })
    made.add(folder)
    await writeFile(join(folder, `handling ${n}.pdf`), oldPdf(n, chance))
  }
}
