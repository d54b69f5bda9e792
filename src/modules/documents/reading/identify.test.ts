import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeZip } from './fixtures/zip.ts'
import { identify } from './identify.ts'

const kindOf = (content: string | Uint8Array, name = 'x') =>
  identify(Buffer.from(content as Uint8Array), name).mediaKind

test('formats are told by their bytes, whatever the name says', () => {
  assert.equal(kindOf('%PDF-1.7\n', 'photo.jpg'), 'pdf')
  assert.equal(kindOf('\0\0 rubbish before %PDF-1.4\n'), 'pdf')
  assert.equal(kindOf(Buffer.from('89504e470d0a1a0a', 'hex'), 'bill.pdf'), 'image')
  assert.equal(kindOf(Buffer.from('ffd8ffe000104a46', 'hex')), 'image')
  assert.equal(kindOf(Buffer.from('49492a0008000000', 'hex')), 'image')
  assert.equal(kindOf('RIFF\x10\0\0\0WEBPVP8 '), 'image')
  assert.equal(kindOf('Plain words, nothing more.', 'letter.pdf'), 'text')
  assert.equal(kindOf(Buffer.from([0, 1, 2, 3, 200, 0, 7])), 'unknown')
  assert.equal(kindOf(''), 'unknown')
})

test('office files are told from other ZIPs by their parts', () => {
  assert.equal(kindOf(makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' })), 'docx')
  assert.equal(kindOf(makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })), 'xlsx')
  const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:document/>' }
  assert.equal(kindOf(makeZip(odt)), 'odt')
  assert.equal(kindOf(makeZip({ 'bill.pdf': '%PDF-1.7' }), 'bill.docx'), 'zip')
})

test('XML is told by the namespace of its root', () => {
  const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'
  assert.equal(kindOf(`<?xml version="1.0"?>\n<Invoice xmlns="${ubl}Invoice-2"/>`), 'ubl')
  assert.equal(kindOf(`\ufeff<!-- note --><u:CreditNote xmlns:u="${ubl}CreditNote-2"/>`), 'ubl')
  const cii = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'
  assert.equal(kindOf(`<rsm:CrossIndustryInvoice xmlns:rsm="${cii}">`), 'cii')
  assert.equal(kindOf(`<?xml version="1.0"?><Order xmlns="${ubl}Order-2"/>`), 'xml')
  assert.equal(kindOf('<!DOCTYPE html><html><p>Hello</p></html>', 'mail.eml'), 'html')
})

test('a mail is told by its headers, an mbox line before them allowed', () => {
  assert.equal(kindOf('From: a@example.com\r\nSubject: Bill\r\n\r\nText'), 'mail')
  assert.equal(kindOf('From a@example.com Mon Nov 2 2026\nReceived: from x\nSubject: y\n\nText'), 'mail')
  assert.equal(kindOf('Subject: y\nMIME-Version: 1.0\n\n<html xmlns="x"><p>Text</p></html>'), 'mail')
  assert.equal(kindOf('Note: this is no mail\nbut a text with a colon'), 'text')
})

test('any bytes are some kind, and a name never makes it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.string(), (bytes, name) => {
      assert.equal(typeof identify(bytes, name).mediaKind, 'string')
    }),
  )
})
