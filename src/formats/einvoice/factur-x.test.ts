import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import PDFDocument from 'pdfkit'
import { closeReaders, readInChild } from '../../modules/documents/reading/index.ts'
import { attachFacturX, type PdfBeingWritten } from './factur-x.ts'

test('the XML in a hybrid PDF is found again, and the metadata name it', async () => {
  const pdf = new PDFDocument({ pdfVersion: '1.7', info: { Title: 'Invoice 17' } })
  const chunks: Buffer[] = []
  pdf.on('data', chunk => chunks.push(chunk as Buffer))
  const ended = new Promise(resolve => pdf.on('end', resolve))
  pdf.text('Invoice 17')
  attachFacturX(pdf as unknown as PdfBeingWritten, '<rsm:CrossIndustryInvoice/>', new Date('2026-11-22T00:00:00Z'))
  pdf.end()
  await ended
  const bytes = Buffer.concat(chunks)
  assert.match(bytes.toString('latin1'), /\/AFRelationship \/Alternative/)
  assert.match(bytes.toString('latin1'), /<fx:ConformanceLevel>EN 16931</)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kontor-fx-')), 'invoice.pdf')
  writeFileSync(file, bytes)
  try {
    const { parts } = await readInChild(file, file)
    assert.deepEqual(
      parts.map(one => [one.name, Buffer.from(one.bytes).toString()]),
      [['factur-x.xml', '<rsm:CrossIndustryInvoice/>']],
    )
  } finally {
    closeReaders()
  }
})
