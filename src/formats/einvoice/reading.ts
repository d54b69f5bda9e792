import { type XmlElement, attribute, child, every, first } from '../xml/element.ts'
import { Fact } from './fact.ts'
import type { Attachment, Identifier, Invoice, Item } from './model.ts'

export type Syntax = 'ubl' | 'cii'

/** An invoice as it was read, with the file it stands in. */
export interface ReadInvoice {
  readonly syntax: Syntax
  readonly root: XmlElement
  readonly invoice: Invoice<Fact>
  /** All elements of a local name, anywhere in the file. */
  readonly named: (name: string) => readonly XmlElement[]
}

/** The fact at a path of local names, or null where no such element stands there. */
export function fact(element: XmlElement | null | undefined, path: string): Fact | null {
  const found = element ? first(element, path) : null
  return found ? new Fact(found.text, found) : null
}

export function attributeFact(element: XmlElement | null | undefined, name: string): Fact | null {
  const value = element ? attribute(element, name) : null
  return value === null || !element ? null : new Fact(value, element)
}

export function identifier(element: XmlElement | null | undefined, path: string): Identifier<Fact> | null {
  const found = element ? first(element, path) : null
  return found ? identifierOf(found) : null
}

export function identifierOf(element: XmlElement): Identifier<Fact> {
  return { id: new Fact(element.text, element), scheme: attributeFact(element, 'schemeID') }
}

/** What a child group says, or null where it does not stand there. */
export function group<G>(element: XmlElement | null | undefined, name: string, read: (one: XmlElement) => G): G | null {
  const found = element ? child(element, name) : null
  return found ? read(found) : null
}

/** What a charge indicator says: a charge, an allowance, or nothing that can be told. */
export function indicated(indicator: string | undefined): boolean | null {
  if (indicator === 'true' || indicator === '1') return true
  return indicator === 'false' || indicator === '0' ? false : null
}

/** A file that lies in the invoice itself. */
export const fileOf = (file: XmlElement | null): Attachment<Fact>['file'] =>
  file && {
    name: attributeFact(file, 'filename'),
    mediaType: attributeFact(file, 'mimeCode'),
    content: new Fact(file.text, file),
  }

/** What an item is classified as, each by the list it is of. */
export const classificationsOf = (element: XmlElement, path: string): Item<Fact>['classifications'] =>
  every(element, path).map(one => ({
    id: new Fact(one.text, one),
    list: attributeFact(one, 'listID'),
    version: attributeFact(one, 'listVersionID'),
  }))

/** A measured element with the unit beside it. */
export const measured = (element: XmlElement | null) => ({
  amount: element && new Fact(element.text, element),
  unit: attributeFact(element, 'unitCode'),
})

/** Every element by its local name: one walk, done when the first rule asks. */
export function indexOf(root: XmlElement): (name: string) => readonly XmlElement[] {
  let index: Map<string, XmlElement[]> | null = null
  return name => {
    index ??= walked(root)
    return index.get(name) ?? []
  }
}

function walked(root: XmlElement): Map<string, XmlElement[]> {
  const index = new Map<string, XmlElement[]>()
  const waiting: XmlElement[] = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const alike = index.get(element.name)
    if (alike) alike.push(element)
    else index.set(element.name, [element])
    for (let place = element.children.length - 1; place >= 0; place -= 1)
      waiting.push(element.children[place] as XmlElement)
  }
  return index
}
