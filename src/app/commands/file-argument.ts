/** `--file FILE` of the command line: the file is stored, and its id goes where the act's input holds a file. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import { needUpload } from '../../kernel/files/upload.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { type JsonSchema, wireSchema } from '../../surfaces/wire-schema.ts'
import type { CliCaller } from './with-kontor.ts'

interface FileField {
  readonly name: string
  readonly isList: boolean
  /** The input has a name too, which is the file's own unless one is given. */
  readonly isNamed: boolean
}

const isFile = (schema: unknown): boolean => (schema as JsonSchema | undefined)?.['control'] === 'file'

/** The field of an input that holds a file, or several. */
export function fileField(input: z.ZodType): FileField | null {
  const properties = wireSchema(input).properties ?? {}
  for (const [name, property] of Object.entries(properties)) {
    const isList = property['type'] === 'array' && isFile(property['items'])
    const branches = (property['anyOf'] ?? []) as unknown[]
    if (isFile(property) || isList || branches.some(isFile))
      return { name, isList, isNamed: Object.hasOwn(properties, 'name') }
  }
  return null
}

/** Whoever gives a key wants one act however often it is tried: the same bytes under the same name are then the same file. */
async function firstOfItsKind(kernel: Kernel, organisationId: string, id: string): Promise<string> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `select f.id from kernel.file f join kernel.file mine using (organisation_id, digest, name)
       where f.organisation_id = $1 and mine.id = $2 order by f.stored_at, f.id limit 1`,
      [organisationId, id],
    )
    return rows[0]?.id ?? id
  })
}

export interface FileArguments {
  /** Paths; `-` is standard input. */
  readonly files: readonly string[]
  /** What it is to be called, where that is not the path's last part. */
  readonly name: string | undefined
  readonly hasKey: boolean
}

/** Stores the files as the caller and gives the fields of the input that they fill. */
export async function storeFiles(
  kernel: Kernel,
  caller: CliCaller,
  requestId: string,
  act: { readonly name: string; readonly input: z.ZodType },
  { files, name, hasKey }: FileArguments,
): Promise<Record<string, unknown>> {
  if (files.length === 0) return {}
  const field = fileField(act.input)
  if (!field) throw new Error(`${act.name} takes no file`)
  if (files.length > 1 && !field.isList) throw new Error(`${act.name} takes one file`)
  for (const path of files) {
    if (path === '-' && name === undefined) throw new Error('a file from standard input wants a name: --name NAME')
    if (path !== '-' && !(await stat(path)).isFile()) throw new Error(`${path} is no file`)
  }
  await needUpload(kernel, caller, requestId)
  const ids: string[] = []
  for (const path of files) {
    const source = path === '-' ? process.stdin : createReadStream(path)
    const { id } = await kernel.files.put(caller.organisationId, source, { name: name ?? basename(path) })
    ids.push(hasKey ? await firstOfItsKind(kernel, caller.organisationId, id) : id)
  }
  const called = field.isNamed && name === undefined && files.length === 1 ? { name: basename(files[0]!) } : {}
  return { ...called, [field.name]: field.isList ? ids : ids[0] }
}
