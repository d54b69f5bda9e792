import type { OutputOf, Refusal } from '../../../../web/answers.ts'
import { runCommand } from '../../../../web/client.ts'
import type { ColumnMapping, previewImport } from '../../contract.ts'

export type Preview = OutputOf<typeof previewImport>
export type PreviewAnswer = { readonly preview: Preview } | { readonly refusal: Refusal } | 'offline'

/**
 * Asks the preview by POST, which the border offers for inputs too long for an address (a pasted sheet).
 * The client's only POST is the one of commands; as a dry run it writes nothing by its very name.
 */
export async function askPreview(
  text: string,
  columns: ColumnMapping | undefined,
  signal: AbortSignal,
): Promise<PreviewAnswer> {
  const answer: unknown = await runCommand('directory.preview-import', columns ? { text, columns } : { text }, {
    dryRun: true,
    signal,
  })
  const { status, refusal } = answer as { readonly status?: string; readonly refusal?: Refusal }
  if (status === 'offline') return 'offline'
  if (status === 'refused' && refusal) return { refusal }
  return { preview: answer as Preview }
}

const separators = ['\t', ';', ','] as const

/** Where no column could be told to be a name: the first is taken for it, so that the table can be shown and put right. */
export function firstColumnAsName(text: string): ColumnMapping {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const separator = separators.toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? '\t'
  const width = Math.min(100, line.split(separator).length)
  return { separator, header: false, columns: Array.from({ length: width }, (_, at) => (at === 0 ? 'name' : 'ignore')) }
}

/** A file's text: UTF-8 where it is, else as spreadsheets of this part of the world save it. */
export async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
