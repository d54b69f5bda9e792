/** The filter of an addressbook-query (RFC 6352, 10.5), tried on the text of one card. */
import { type Component, parseIcal, textOf } from '../../../formats/ical/component.ts'
import { namespaces, type XmlElement } from '../../../formats/dav/xml.ts'
import { attribute } from '../../../formats/xml/element.ts'
import { DavFault } from '../reading/fault.ts'
import {
  matchesParameter,
  matchesText,
  type ParameterFilter,
  type TextMatch,
  textMatchOf,
} from '../reading/text-match.ts'

interface PropertyFilter {
  readonly name: string
  readonly absent: boolean
  readonly all: boolean
  readonly matches: readonly TextMatch[]
  readonly parameters: readonly ParameterFilter[]
}

export interface CardFilter {
  readonly all: boolean
  readonly properties: readonly PropertyFilter[]
}

const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(child => child.name === name && child.namespace === namespaces.CR)

const allOf = (element: XmlElement): boolean => {
  const test = attribute(element, 'test') ?? 'anyof'
  if (test !== 'anyof' && test !== 'allof') throw new DavFault(400, 'CR:supported-filter')
  return test === 'allof'
}

function nameOf(element: XmlElement): string {
  const name = attribute(element, 'name')?.trim().toUpperCase()
  if (!name) throw new DavFault(400, 'CR:supported-filter')
  return name
}

/** No filter: every card. */
export function cardFilterOf(element: XmlElement | undefined): CardFilter {
  if (!element) return { all: false, properties: [] }
  return {
    all: allOf(element),
    properties: inside(element, 'prop-filter').map(one => ({
      name: nameOf(one),
      absent: inside(one, 'is-not-defined').length > 0,
      all: allOf(one),
      matches: inside(one, 'text-match').map(text => textMatchOf(text, 'CR')),
      parameters: inside(one, 'param-filter').map(parameter => {
        const [text] = inside(parameter, 'text-match')
        return {
          name: nameOf(parameter),
          absent: inside(parameter, 'is-not-defined').length > 0,
          match: text ? textMatchOf(text, 'CR') : null,
        }
      }),
    })),
  }
}

const someOrAll = <T>(list: readonly T[], all: boolean, test: (one: T) => boolean): boolean =>
  list.length === 0 || (all ? list.every(test) : list.some(test))

function matchesProperty(card: Component, filter: PropertyFilter): boolean {
  const properties = card.properties.filter(({ name }) => name === filter.name)
  if (filter.absent) return properties.length === 0
  return properties.some(property => {
    const tests = [
      ...filter.matches.map(match => () => matchesText(textOf(property.value), match)),
      ...filter.parameters.map(parameter => () => matchesParameter(property, parameter)),
    ]
    return someOrAll(tests, filter.all, test => test())
  })
}

export function matchesCard(text: string, { all, properties }: CardFilter): boolean {
  if (properties.length === 0) return true
  const [card] = text ? parseIcal(text) : []
  return card !== undefined && someOrAll(properties, all, property => matchesProperty(card, property))
}
