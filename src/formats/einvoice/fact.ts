import { type Decimal, decimal } from '../decimal.ts'
import type { XmlElement } from '../xml/element.ts'

/** What one element or attribute of an e-invoice says, and where it stands. */
export class Fact {
  /** White space trimmed and made single; may be empty, where the element stands there and says nothing. */
  readonly text: string
  readonly at: XmlElement
  private exact: Decimal | null | undefined = undefined

  constructor(text: string, at: XmlElement) {
    this.text = squeezed(text)
    this.at = at
  }

  /** As an exact decimal, or null where it is none. */
  get decimal(): Decimal | null {
    if (this.exact === undefined) this.exact = decimal(this.text)
    return this.exact
  }

  toString(): string {
    return this.text
  }
}

function squeezed(text: string): string {
  if (text === '' || !/[\s]/.test(text)) return text
  return text.trim().replace(/[ \t\n\r]+/g, ' ')
}
