import { readFileSync } from 'node:fs'
import { datesIn } from '../src/modules/documents/recognition/date.ts'
import { readInChild } from '../src/modules/documents/reading/index.ts'

/**
 * What a naive reader makes of a receipt: tesseract as it comes, the last amount in a line that says `total`, the first date.
 */
export async function naiveReceipt(file: string): Promise<{ total: string | null; date: string | null }> {
  const { text } = await readInChild(readFileSync(file), 'receipt.jpg', { picture: 'page' })
  const lines = text.split(/\n/).filter(line => /total/i.test(line) && !/sub/i.test(line))
  const amounts = lines.flatMap(line => [...line.matchAll(/\d[\d,]*\.\d{2}/g)].map(match => match[0].replace(/,/g, '')))
  return { total: amounts.at(-1) ?? null, date: datesIn(text.slice(0, 20_000))[0]?.readings[0]?.iso ?? null }
}
