import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { requireVisible } from '../../kernel/named.ts'
import * as c from './contract.ts'
import type { JobTable, PrinterTable, PrintingTables } from './tables.ts'
import { printableTypes } from './wire/make-printable.ts'

export type PrinterRow = Selectable<PrinterTable>
export type JobRow = Selectable<JobTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
export const dbOf = (at: Reading) => (at as unknown as Act).db<PrintingTables>()

const rowOf = <T extends 'printing.printer' | 'printing.job'>(at: Reading, table: T, id: string) =>
  dbOf(at)
    .selectFrom(table as 'printing.printer')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const printerOf = (at: Reading, id: string): Promise<PrinterRow> => rowOf(at, 'printing.printer', id)
export const jobOf = (at: Reading, id: string): Promise<JobRow> =>
  rowOf(at, 'printing.job', id) as unknown as Promise<JobRow>

export async function updatePrinter(act: Act, id: string, change: Updateable<PrinterTable>): Promise<void> {
  await dbOf(act)
    .updateTable('printing.printer')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export async function updateJob(act: Act, id: string, change: Updateable<JobTable>): Promise<void> {
  await dbOf(act)
    .updateTable('printing.job')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** There is one usual printer: the new one takes the old one's place. */
export async function clearDefault(act: Act): Promise<void> {
  await dbOf(act)
    .updateTable('printing.printer')
    .set({ is_default: false })
    .where('organisation_id', '=', act.office.id)
    .where('is_default', '=', true)
    .execute()
}

/** One's own printer, else the usual one, else the only one there is. */
export async function usualPrinter(at: Act | View): Promise<string | null> {
  const { rows } = await sql<{ id: string; own: boolean; is_default: boolean }>`
    select p.id, p.is_default, (ch.printer_id is not null) as own from printing.printer p
    left join printing.choice ch on ch.organisation_id = p.organisation_id and ch.printer_id = p.id
      and ch.principal_id = ${at.principal.id}
    where p.organisation_id = ${at.office.id} and not p.retired`.execute(at.db())
  const found =
    rows.find(row => row.own) ?? rows.find(row => row.is_default) ?? (rows.length === 1 ? rows[0] : undefined)
  return found?.id ?? null
}

export async function requirePrinter(
  act: Act,
  wanted: string | null | undefined,
): Promise<PrinterRow & { title: string }> {
  const id = wanted ?? (await usualPrinter(act)) ?? act.refuse(c.noPrinter)
  const title = await requireVisible(act, id, ['printer'])
  const row = await printerOf(act, id)
  if (row.retired) act.refuse(c.printerRetired, { title })
  return { ...row, title }
}

export type Asked = Pick<JobRow, 'copies' | 'sides' | 'colour' | 'staple' | 'tray'> &
  Partial<Pick<JobRow, 'width_mm' | 'height_mm'>>

/** Refuses what the printer has said that it cannot do; one that was never reached may be able to do anything. */
export function requireAble(act: Act, { abilities, title }: PrinterRow & { title: string }, asked: Asked): void {
  if (!abilities) return
  const missing =
    (asked.sides !== 'one-sided' && !abilities.sides.includes(asked.sides) && 'sides') ||
    (asked.colour === 'colour' && !abilities.colour && 'colour') ||
    (asked.staple && !abilities.staple && 'staple') ||
    (asked.tray && !abilities.trays.includes(asked.tray) && 'tray') ||
    (asked.copies > abilities.copies && 'copies')
  if (missing) act.refuse(c.printerCannot, { title, field: missing })
}

/** Refuses what has no pages to print: a mail, a table, an office file is made a PDF first. */
export async function requirePrintable(act: Act, documentId: string): Promise<string> {
  const title = await requireVisible(act, documentId, ['document'])
  const { rows } = await sql<{ media_type: string }>`
    select media_type from documents.paper_fact where organisation_id = ${act.office.id} and document_id = ${documentId}`.execute(
    act.db(),
  )
  if (!rows[0] || !printableTypes.test(rows[0].media_type)) act.refuse(c.notPrintable, { title })
  return title
}

/** A stored file that has pages; what nobody stored is told as what cannot be printed. */
export async function requirePrintableFile(act: Act, fileId: string, title: string): Promise<void> {
  const { rows } = await sql<{ media_type: string }>`
    select media_type from kernel.file where organisation_id = ${act.office.id} and id = ${fileId}`.execute(act.db())
  if (!rows[0] || !printableTypes.test(rows[0].media_type)) act.refuse(c.notPrintable, { title })
}
