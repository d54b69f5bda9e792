import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { dbOf, letterheadOf } from '../letter-row.ts'

/** A logo is a stored picture of a size that was measured. */
async function requireLogo(act: Act, fileId: string): Promise<void> {
  const { rows } = await sql`select 1 from kernel.file where organisation_id = ${act.office.id} and id = ${fileId}
    and media_type in ('image/png', 'image/jpeg')`.execute(dbOf(act))
  if (rows.length === 0) act.refuse(c.pictureUnfit)
}

export const setLetterheadBody = implementCommand(c.setLetterhead, {
  async run(act, { name, address, reach, numbers, logoFileId, logoWidth, logoHeight, window }) {
    const before = await letterheadOf(act)
    if (logoFileId) await requireLogo(act, logoFileId)
    // left out: as it was; null: none
    const logo =
      logoFileId === undefined
        ? [before.logo_file_id, before.logo_width, before.logo_height]
        : logoFileId && logoWidth && logoHeight
          ? [logoFileId, logoWidth, logoHeight]
          : [null, null, null]
    await sql`
      insert into letters.letterhead (organisation_id, name, address, reach, numbers, logo_file_id, logo_width, logo_height, window_side)
      values (${act.office.id}, ${name}, ${address}, ${reach}, ${numbers}, ${logo[0]}, ${logo[1]}, ${logo[2]}, ${window ?? null})
      on conflict (organisation_id) do update set name = excluded.name, address = excluded.address, reach = excluded.reach,
        numbers = excluded.numbers, logo_file_id = excluded.logo_file_id, logo_width = excluded.logo_width,
        logo_height = excluded.logo_height, window_side = excluded.window_side`.execute(dbOf(act))
    act.emit(c.letterheadSet, { name })
    const size = before.logo_width ? { logoWidth: before.logo_width, logoHeight: before.logo_height } : {}
    const input = {
      name: before.name,
      address: before.address,
      reach: before.reach,
      numbers: before.numbers,
      logoFileId: before.logo_file_id,
      ...size,
      window: before.window_side,
    }
    return { output: {}, undo: { command: 'letters.set-letterhead', input } }
  },
})
