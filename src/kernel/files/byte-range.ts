export interface ByteRange {
  /** First and last byte, both of them included. */
  readonly start: number
  readonly end: number
}

/**
 * The one part of a file that a `Range` header asks for (RFC 9110, 14.1.2). Null: all of it, as also where several parts are
 * asked for or the header cannot be read, which a server may answer with the whole.
 */
export function rangeOf(header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const suffix = Math.min(sizeBytes, Number(last))
    return suffix === 0 ? 'unsatisfiable' : { start: sizeBytes - suffix, end: sizeBytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? sizeBytes - 1 : Math.min(sizeBytes - 1, Number(last))
  if (last !== '' && Number(last) < start) return null
  return start >= sizeBytes ? 'unsatisfiable' : { start, end }
}
