import type { Finding, Reading } from './types.ts'

/** A reading that holds nothing but why there is none. */
export function failedReading(error: Finding): Reading {
  return {
    mediaKind: 'unknown',
    mediaType: 'application/octet-stream',
    pages: [],
    text: '',
    parts: [],
    codes: [],
    mail: null,
    language: null,
    warnings: [],
    error,
  }
}
