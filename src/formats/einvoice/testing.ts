import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { XmlElement, attribute, childrenOf } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { findingsBy } from './check.ts'
import { readInvoice } from './read.ts'
import type { RuleGroup } from './rules/rule.ts'

const data = process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')

export function outsideData(folder: string): { readonly folder: string; readonly skip: false | string } {
  const whole = path.join(data, folder)
  return { folder: whole, skip: existsSync(whole) ? false : 'no outside data' }
}

export interface Expectation {
  /** success, error, fatal or warning. */
  readonly kind: string
  readonly rule: string
  readonly isMet: boolean
}

/** What the cases of an official unit file expect, and whether our findings say so. */
export function expectationsOf(file: string, rules: readonly RuleGroup[]): Expectation[] {
  return childrenOf(parseXml(readFileSync(file)), 'test').flatMap(one => {
    const found = findingsOfCase(one, rules)
    return childrenOf(one, 'assert')
      .flatMap(assertion =>
        assertion.children.filter(each => ['success', 'error', 'warning', 'fatal'].includes(each.name)),
      )
      .map(each => {
        const rule = each.text.trim()
        const severities = found.filter(finding => finding.rule === rule).map(finding => finding.severity)
        return { kind: each.name, rule, isMet: isMet(each, severities) }
      })
  })
}

/** The invoice inside a case becomes a file of its own. */
function findingsOfCase(one: XmlElement, rules: readonly RuleGroup[]) {
  const invoice = one.children.find(each => each.name !== 'assert')
  if (!invoice) return []
  const root = Object.assign(Object.create(XmlElement.prototype) as XmlElement, invoice, { parent: null })
  const read = readInvoice(root)
  return read ? findingsBy(rules, read) : []
}

function isMet(expected: XmlElement, severities: readonly string[]): boolean {
  if (expected.name === 'success') return severities.length === 0
  const times = Number(attribute(expected, 'number') ?? 0)
  const right = severities.includes(expected.name === 'warning' ? 'warning' : 'fatal')
  return right && (times === 0 || severities.length === times)
}
