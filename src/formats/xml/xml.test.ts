import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { attribute, every, first, placeOf, textAt } from './element.ts'
import { parseXml, parseXmlOrNull } from './parse.ts'
import { XmlRefused } from './refused.ts'
import { validateXml } from './schema.ts'
import { element, writeXml } from './write.ts'

function refusalOf(source: string | Uint8Array, limits = {}): string {
  try {
    parseXml(source, limits)
    return 'read'
  } catch (thrown) {
    assert.ok(thrown instanceof XmlRefused, String(thrown))
    return thrown.refusal
  }
}

test('elements, namespaces, attributes, text and lines are read', () => {
  const root = parseXml(`<?xml version="1.0"?>
<!-- head --><a:R xmlns:a="urn:a" xmlns="urn:d" k='1 &lt; "2"'>
  <b x="1" a:x="2">caf&#233; <![CDATA[<&>]]>!</b><b/>
  <a:c xmlns:a="urn:other"><d>t</d></a:c>
</a:R>`)
  assert.deepEqual([root.name, root.prefix, root.namespace, root.line], ['R', 'a', 'urn:a', 2])
  assert.equal(attribute(root, 'k'), '1 < "2"')
  const [b, empty, c] = root.children
  assert.equal(b?.text, 'café <&>!')
  assert.deepEqual(
    b?.attributes.map(one => [one.name, one.namespace, one.value]),
    [
      ['x', '', '1'],
      ['x', 'urn:a', '2'],
    ],
  )
  assert.deepEqual(
    [empty?.text, empty?.namespace, c?.namespace, c?.children[0]?.namespace],
    ['', 'urn:d', 'urn:other', 'urn:d'],
  )
  assert.equal(textAt(root, 'c/d'), 't')
  assert.equal(every(root, 'b').length, 2)
  assert.equal(placeOf(first(root, 'c/d') as never), '/a:R/a:c/d (line 4)')
  assert.equal(placeOf(empty as never), '/a:R/b[2] (line 3)')
})

test('what is hostile or broken is refused by name', () => {
  const bomb = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>`
  assert.equal(refusalOf(bomb), 'xml-doctype')
  assert.equal(refusalOf('<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>'), 'xml-doctype')
  assert.equal(refusalOf('<!doctype html><r/>'), 'xml-doctype')
  assert.equal(refusalOf('<r>&xxe;</r>'), 'xml-entity')
  assert.equal(refusalOf('<r a="&nbsp;"/>'), 'xml-entity')
  assert.equal(refusalOf('<a>'.repeat(300)), 'xml-too-deep')
  assert.equal(refusalOf('<a><b/><b/></a>', { nodes: 2 }), 'xml-too-many-nodes')
  assert.equal(refusalOf('<a/>'.padEnd(200), { bytes: 100 }), 'xml-too-large')
  assert.equal(refusalOf(Buffer.from('<?xml version="1.0" encoding="EBCDIC-CP-BE"?><a/>')), 'xml-encoding')
  assert.equal(refusalOf(Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e])), 'xml-encoding')
  for (const broken of [
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<p:a/>',
    '<a>]]></a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>\u0001</a>',
    '<!-- -- --><a/>',
    '<a><?xml version="1.0"?></a>',
    '<a b="1"c="2"/>',
    '<1/>',
    '</a>',
    '<![CDATA[x]]><a/>',
    '<a',
  ])
    assert.equal(refusalOf(broken), 'xml-not-well-formed', broken)
  assert.equal(parseXmlOrNull('<a>'), null)
})

test('bytes are decoded as they declare', () => {
  const text = '<?xml version="1.0" encoding="ENC"?><a>Åse ș</a>'
  const utf16 = Buffer.from(`\ufeff${text.replace('ENC', 'UTF-16')}`, 'utf16le')
  assert.equal(parseXml(utf16).text, 'Åse ș')
  assert.equal(parseXml(utf16.swap16()).text, 'Åse ș')
  assert.equal(parseXml(Buffer.from(`\ufeff${text.replace('ENC', 'utf-8')}`)).text, 'Åse ș')
  assert.equal(parseXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Åse</a>', 'latin1')).text, 'Åse')
  assert.equal(parseXml(Buffer.from('<a>Åse</a>')).text, 'Åse')
})

test('what is written is read the same, and no text breaks out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1 }), (said, value) => {
      const node = element('a', [element('b', said, { v: value })])
      assert.ok(node)
      const [b] = parseXml(writeXml(node)).children
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      const kept = said.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      assert.equal(b?.text ?? '', kept)
    }),
    { numRuns: 60 },
  )
})

test('any text is either read or refused by name', () => {
  const parts = fc.constantFrom(
    '<a',
    '>',
    '</a>',
    '/>',
    ' b="',
    '"',
    '&amp;',
    '&x;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?p',
    '?>',
    'x',
    '\n',
    ':',
    '<!',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 25 }), list => {
      refusalOf(list.join(''))
    }),
    { numRuns: 1500 },
  )
})

const data = process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')

test('a file is checked against the operator’s schema, or it is said that none was at hand', {
  skip: existsSync(path.join(data, 'iso20022')) ? false : 'no outside data',
}, async () => {
  process.env['KONTOR_SCHEMAS'] = data
  const bad = await validateXml(
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><x/></Document>',
    'pain.001.001.09.xsd',
  )
  assert.equal(bad.schema, 'pain.001.001.09.xsd')
  assert.ok(bad.problems.length > 0 && bad.problems[0]?.line === 1)
  const saft = await validateXml(
    readFileSync(path.join(data, 'saft-no/ExampleFile_SAF-T_Financial_999999999_20161125213512.xml')),
    'Norwegian_SAF-T_Financial_Schema_v_1.30.xsd',
  )
  assert.equal(saft.reason, 'checked')
  assert.deepEqual(await validateXml('<a/>', 'none.xsd'), { schema: null, reason: 'not-at-hand', problems: [] })
  await assert.rejects(validateXml('<!DOCTYPE a><a/>', 'pain.001.001.09.xsd'), XmlRefused)
})
