/** Keeps what was read in stored mails, beside their bytes. It follows from them alone: kept twice, it is the same. */
import { inTransaction } from '../../../kernel/database/transaction.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type ReadMail, reader } from '../reading/types.ts'

/** So many in one statement: of each up to a megabyte of text. */
const atOnce = 50

interface Reading {
  readonly fileId: string
  readonly read: ReadMail
}

const rowsOf = (readings: readonly Reading[]): string =>
  JSON.stringify(
    readings.map(({ fileId, read }) => ({
      file_id: fileId,
      parse: read.parse,
      problem: read.problem?.slice(0, 300) ?? null,
      facts: read.facts,
      text: read.text,
      fresh: read.fresh === read.text ? null : read.fresh,
    })),
  )

export async function keepReading(
  kernel: Pick<Kernel, 'pool' | 'clock'>,
  organisationId: string,
  readings: readonly Reading[],
): Promise<void> {
  if (readings.length === 0) return
  await inTransaction(kernel.pool, organisationId, { clock: kernel.clock }, async ({ client }) => {
    for (let from = 0; from < readings.length; from += atOnce)
      await client.query(
        `insert into mail.reading (organisation_id, file_id, parse, problem, facts, text, fresh, reader)
         select $1, x.file_id, x.parse, x.problem, x.facts, x.text, coalesce(x.fresh, x.text), $3
         from jsonb_to_recordset($2::jsonb) as x (file_id uuid, parse text, problem text, facts jsonb, text text, fresh text)
         on conflict (organisation_id, file_id) do update set parse = excluded.parse, problem = excluded.problem, facts = excluded.facts,
           text = excluded.text, fresh = excluded.fresh, reader = excluded.reader`,
        [organisationId, rowsOf(readings.slice(from, from + atOnce)), reader],
      )
    return { keep: true, value: undefined }
  })
}
