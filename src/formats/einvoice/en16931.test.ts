import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { XmlElement, childrenOf } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { en16931, findingsBy } from './check.ts'
import { readInvoice } from './read.ts'

const data = process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')
const skip = existsSync(path.join(data, 'en16931')) ? false : 'no outside data'

interface Expectation {
  readonly kind: string
  readonly rule: string
  readonly holds: boolean
}

/** What each case of a unit file expects, and whether our findings say so. */
function expectations(file: string): Expectation[] {
  const set = parseXml(readFileSync(file))
  return childrenOf(set, 'test').flatMap(one => {
    const invoice = one.children.find(each => each.name !== 'assert') as XmlElement
    const root = Object.assign(Object.create(XmlElement.prototype) as XmlElement, invoice, { parent: null })
    const read = readInvoice(root)
    const found = new Map((read ? findingsBy(en16931, read) : []).map(each => [each.rule, each.severity]))
    return childrenOf(one, 'assert').flatMap(assertion =>
      assertion.children
        .filter(each => ['success', 'error', 'warning', 'fatal'].includes(each.name))
        .map(each => ({
          kind: each.name,
          rule: each.text.trim(),
          holds: expected(each.name, found.get(each.text.trim())),
        })),
    )
  })
}

function expected(kind: string, severity: string | undefined): boolean {
  if (kind === 'success') return severity === undefined
  return severity === (kind === 'warning' ? 'warning' : 'fatal')
}

test('every expectation of the official EN 16931 cases is met', { skip }, () => {
  const wrong: string[] = []
  let met = 0
  for (const folder of ['unit-invoice', 'unit-creditnote'])
    for (const name of readdirSync(path.join(data, 'en16931', folder)))
      for (const one of expectations(path.join(data, 'en16931', folder, name)))
        if (one.holds) met += 1
        else wrong.push(`${folder}/${name}: ${one.kind} ${one.rule}`)
  assert.deepEqual(wrong, [])
  assert.equal(met, 1133)
})

test('the whole invoices of the examples have no fatal finding', { skip }, () => {
  const folder = path.join(data, 'en16931/examples')
  const wrong: string[] = []
  for (const name of readdirSync(folder).filter(file => /\.xml$/i.test(file))) {
    const read = readInvoice(parseXml(readFileSync(path.join(folder, name))))
    if (!read) continue
    for (const one of findingsBy(en16931, read)) wrong.push(`${name}: ${one.rule} ${one.location} ${one.message}`)
  }
  assert.deepEqual(wrong, [])
})
