import { type Decimal, decimal } from '../decimal.ts'
import type { XmlElement } from '../xml/element.ts'

/** What one element or attribute of an e-invoice says, and where it stands. */
export class Fact {
  readonly at: XmlElement
  private readonly written: string
  private said: string | undefined = undefined
  private exact: Decimal | null | undefined = undefined

  constructor(written: string, at: XmlElement) {
    this.written = written
    this.at = at
  }

  /** White space trimmed and made single; may be empty, where the element stands there and says nothing. */
  get text(): string {
    this.said ??= squeezed(this.written)
    return this.said
  }

  /** As an exact decimal, or null where it is none. */
  get decimal(): Decimal | null {
    if (this.exact === undefined) this.exact = decimal(this.written)
    return this.exact
  }

  toString(): string {
    return this.text
  }
}

function squeezed(text: string): string {
  if (text === '' || !/\s/.test(text)) return text
  return text.trim().replace(/[ \t\n\r]+/g, ' ')
}
