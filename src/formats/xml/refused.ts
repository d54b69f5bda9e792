/** Why a file is not read as XML: a name that callers word, never a stack. */
export type XmlRefusal =
  | 'xml-doctype'
  | 'xml-entity'
  | 'xml-encoding'
  | 'xml-too-large'
  | 'xml-too-deep'
  | 'xml-too-many-nodes'
  | 'xml-not-well-formed'

export class XmlRefused extends Error {
  override readonly name = 'XmlRefused'
  readonly refusal: XmlRefusal
  /** Where reading stopped, counted from 1; 0 where no line was reached. */
  readonly line: number

  constructor(refusal: XmlRefusal, line: number, detail = '') {
    super(`${refusal}${line ? ` (line ${line})` : ''}${detail ? `: ${detail}` : ''}`)
    this.refusal = refusal
    this.line = line
  }
}
