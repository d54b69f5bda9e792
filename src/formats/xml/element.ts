export interface XmlAttribute {
  /** Local name. */
  readonly name: string
  readonly prefix: string
  /** Empty for attributes without a prefix (Namespaces in XML 1.0, 6.2). */
  readonly namespace: string
  readonly value: string
}

/** One element of a parsed file. Comments and processing instructions are not kept. */
export class XmlElement {
  /** Local name. */
  readonly name: string
  readonly prefix: string
  /** Empty where none is declared. */
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[] = []
  readonly parent: XmlElement | null
  /** Where its tag begins, counted from 1. */
  readonly line: number
  /** The character data directly inside, CDATA included, as it stands. */
  text = ''

  constructor(
    name: string,
    prefix: string,
    namespace: string,
    attributes: readonly XmlAttribute[],
    parent: XmlElement | null,
    line: number,
  ) {
    this.name = name
    this.prefix = prefix
    this.namespace = namespace
    this.attributes = attributes
    this.parent = parent
    this.line = line
  }
}

/** The value of an attribute by its local name, or null. */
export function attribute(element: XmlElement, name: string): string | null {
  for (const one of element.attributes) if (one.name === name) return one.value
  return null
}

/** The first child of that local name, or null. */
export function child(element: XmlElement, name: string): XmlElement | null {
  for (const one of element.children) if (one.name === name) return one
  return null
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(one => one.name === name)
}

/** All elements at a path of local names: `every(root, 'Stmt/Ntry')`. */
export function every(element: XmlElement, path: string): XmlElement[] {
  let found: XmlElement[] = [element]
  for (const step of path.split('/')) found = found.flatMap(one => childrenOf(one, step))
  return found
}

/** The first element at a path of local names, or null. */
export function first(element: XmlElement, path: string): XmlElement | null {
  if (!path.includes('/')) return child(element, path)
  return every(element, path)[0] ?? null
}

/** The text of the first element at a path, its white space trimmed; null where there is none or it is blank. */
export function textAt(element: XmlElement, path: string): string | null {
  return first(element, path)?.text.trim() || null
}

/** `/Invoice/cac:InvoiceLine[2]/cbc:ID (line 57)`: for a person who looks for the place. */
export function placeOf(element: XmlElement): string {
  const steps: string[] = []
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const name = at.prefix ? `${at.prefix}:${at.name}` : at.name
    const alike = at.parent?.children.filter(one => one.name === at?.name) ?? []
    steps.unshift(alike.length > 1 ? `${name}[${alike.indexOf(at) + 1}]` : name)
  }
  return `/${steps.join('/')} (line ${element.line})`
}
