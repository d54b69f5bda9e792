import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIf, tokenId } from './if-header.ts'
import { partsOf } from './path.ts'
import { davChild, escapeXml, parseXml, XmlRefused } from './xml.ts'

test('an address is what it says, and no way out of the folder', () => {
  assert.deepEqual(partsOf('/dav/In/Fa%CC%8Aglar.pdf', '/dav'), ['In', 'Fåglar.pdf'])
  assert.deepEqual(partsOf('/dav', '/dav'), [])
  for (const wrong of [
    '/dav/../etc',
    '/dav/%2e%2e/x',
    '/dav/a%2fb',
    '/dav/a%5cb',
    '/dav/%00',
    '/dav/%ff',
    '/dave/x',
    `/dav/${'x/'.repeat(20)}`,
  ])
    assert.equal(partsOf(wrong, '/dav'), null, wrong)
})

test('XML is read by namespaces; document types, damage and too much of it are refused', () => {
  const read = parseXml(
    '<?xml version="1.0"?><a:propfind xmlns:a="DAV:"><a:prop><b xmlns="x:y"/><a:getetag/></a:prop></a:propfind>',
  )
  assert.deepEqual(
    davChild(read, 'prop')?.children.map(({ namespace, name }) => [namespace, name]),
    [
      ['x:y', 'b'],
      ['DAV:', 'getetag'],
    ],
  )
  for (const wrong of [
    '',
    'x',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<x:a/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<a>'.repeat(50) + '</a>'.repeat(50),
    `<a>${'<b/>'.repeat(3000)}</a>`,
    '<D:a xmlns:D=""/>',
  ])
    assert.throws(() => parseXml(wrong), XmlRefused, wrong.slice(0, 60))
  assert.equal(escapeXml('a<&>"\u0000\ud800'), 'a&lt;&amp;&gt;&quot;\ufffd')
})

test('the header If is read as RFC 4918 writes it', () => {
  const token = 'opaquelocktoken:019aa000-0000-7000-8000-000000000001'
  assert.deepEqual(parseIf(`<http://x/dav/a> (<${token}> ["e"]) (Not <DAV:no-lock>)`), [
    {
      resource: 'http://x/dav/a',
      conditions: [
        { not: false, token, etag: null },
        { not: false, token: null, etag: '"e"' },
      ],
    },
    { resource: 'http://x/dav/a', conditions: [{ not: true, token: 'DAV:no-lock', etag: null }] },
  ])
  for (const wrong of ['', '()', '(', '(x)', '<a>', '(<a>', '(["a)']) assert.equal(parseIf(wrong), null, wrong)
  assert.equal(tokenId(token), '019aa000-0000-7000-8000-000000000001')
  assert.equal(tokenId(`${token}x`), null)
})
