import { isCompoundFile, openCompoundFile } from './compound-file.ts'
import { PROPERTIES } from './properties.ts'

export const OUTLOOK_TYPE = 'application/vnd.ms-outlook'

/** Whether these bytes are a mail of Outlook's, and no other compound file: old Word and Excel files are such too. */
export function isOutlookMail(bytes: Uint8Array): boolean {
  if (!isCompoundFile(bytes)) return false
  try {
    return openCompoundFile(bytes).streams.has(PROPERTIES)
  } catch {
    return false
  }
}
