import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { checkInvoice, en16931, peppol } from './check.ts'
import { readInvoiceFile } from './read.ts'
import type { RuleGroup } from './rules/rule.ts'
import { expectationsOf, outsideData } from './testing.ts'

const cases = outsideData('en16931')
const peppolCases = outsideData('peppol')

function unmet(
  folder: string,
  files: readonly string[],
  rules: readonly RuleGroup[],
): { unmet: string[]; met: number } {
  const all = files.flatMap(name =>
    expectationsOf(path.join(folder, name), rules).map(one => ({ ...one, from: `${name}: ${one.kind} ${one.rule}` })),
  )
  return { unmet: all.filter(one => !one.isMet).map(one => one.from), met: all.filter(one => one.isMet).length }
}

test('every expectation of the official EN 16931 cases is met', { skip: cases.skip }, () => {
  const found = ['unit-invoice', 'unit-creditnote'].map(folder => {
    const whole = path.join(cases.folder, folder)
    return unmet(whole, readdirSync(whole), en16931)
  })
  assert.deepEqual(
    found.flatMap(one => one.unmet),
    [],
  )
  assert.equal(
    found.reduce((so, one) => so + one.met, 0),
    1133,
  )
})

test('every expectation of the official Peppol cases is met', { skip: peppolCases.skip }, () => {
  const files = readdirSync(peppolCases.folder).filter(name => name.startsWith('PEPPOL-'))
  const found = unmet(peppolCases.folder, files, peppol)
  assert.deepEqual(found.unmet, [])
  assert.equal(found.met, 221)
})

/** The examples bear made-up numbers of companies, whose check digits are wrong. */
const madeUp = new Set(['PEPPOL-COMMON-R040', 'PEPPOL-COMMON-R041', 'PEPPOL-COMMON-R049', 'SE-R-013'])

test('whole invoices have no finding that is not there', { skip: cases.skip || peppolCases.skip }, () => {
  const wrong: string[] = []
  for (const folder of [path.join(cases.folder, 'examples'), peppolCases.folder])
    for (const name of readdirSync(folder).filter(file => /\.xml$/i.test(file) && !file.startsWith('PEPPOL-'))) {
      const read = readInvoiceFile(readFileSync(path.join(folder, name)))
      if (!read) continue
      for (const one of checkInvoice(read).findings.filter(each => !madeUp.has(each.rule)))
        wrong.push(`${name}: ${one.rule} ${one.location} ${one.message}`)
    }
  assert.deepEqual(wrong, [])
})
