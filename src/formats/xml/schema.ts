import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { XsdValidator } from 'libxml2-wasm'
import { parseXml } from './parse.ts'

/** What a check against a schema says. Without a schema at hand nothing was checked, and the answer says so. */
export interface SchemaCheck {
  /** The file name of the schema that was used; null where none was at hand or it does not load. */
  readonly schema: string | null
  readonly reason: 'checked' | 'not-at-hand' | 'does-not-load'
  readonly problems: readonly { readonly line: number; readonly message: string }[]
}

const loaded = new Map<string, XsdValidator | null>()

/**
 * Checks a file against one of the operator's schemas, by the schema's file name (`pain.001.001.09.xsd`). Schemas are others'
 * works and are not shipped: they are looked for in the folder `KONTOR_SCHEMAS` (and beneath it), else in the data folder
 * `KONTOR_DATA`. What `parseXml` refuses is refused here too.
 */
export async function validateXml(bytes: Uint8Array | string, schemaName: string): Promise<SchemaCheck> {
  const file = findSchema(schemaName)
  if (!file) return { schema: null, reason: 'not-at-hand', problems: [] }
  const { XmlDocument, ParseOption } = await import('libxml2-wasm')
  const validator = await validatorOf(file)
  if (!validator) return { schema: null, reason: 'does-not-load', problems: [] }
  parseXml(bytes)
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES
  const document =
    typeof bytes === 'string' ? XmlDocument.fromString(bytes, { option }) : XmlDocument.fromBuffer(bytes, { option })
  try {
    validator.validate(document)
    return { schema: schemaName, reason: 'checked', problems: [] }
  } catch (thrown) {
    return { schema: schemaName, reason: 'checked', problems: problemsOf(thrown) }
  } finally {
    document.dispose()
  }
}

/** Where the schema of that file name lies, or null. */
export function findSchema(schemaName: string): string | null {
  if (path.basename(schemaName) !== schemaName) return null
  for (const folder of [process.env['KONTOR_SCHEMAS'], process.env['KONTOR_DATA']]) {
    if (!folder || !existsSync(folder)) continue
    const found = searched(folder, schemaName, 3)
    if (found) return found
  }
  return null
}

function searched(folder: string, name: string, depth: number): string | null {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some(entry => entry.isFile() && entry.name === name)) return path.join(folder, name)
  if (depth === 0) return null
  for (const entry of entries) {
    const found = entry.isDirectory() ? searched(path.join(folder, entry.name), name, depth - 1) : null
    if (found) return found
  }
  return null
}

async function validatorOf(file: string): Promise<XsdValidator | null> {
  const known = loaded.get(file)
  if (known !== undefined) return known
  const { XmlDocument, XsdValidator: Validator } = await import('libxml2-wasm')
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs')
  xmlRegisterFsInputProviders()
  let validator: XsdValidator | null = null
  try {
    validator = Validator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }))
  } catch {
    validator = null
  }
  loaded.set(file, validator)
  return validator
}

function problemsOf(thrown: unknown): SchemaCheck['problems'] {
  const details = (thrown as { details?: readonly { line?: number; message: string }[] }).details
  if (details?.length) return details.map(one => ({ line: one.line ?? 0, message: one.message.trim() }))
  return [{ line: 0, message: thrown instanceof Error ? thrown.message : String(thrown) }]
}
