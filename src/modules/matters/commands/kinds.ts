import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  changeKind,
  createKind,
  kindChanged,
  kindCreated,
  kindNotRetired,
  kindRestored,
  kindRetired,
  kindRetiredEvent,
  kindStandard,
  patternInvalid,
  patternTaken,
  restoreKind,
  retireKind,
} from '../contract.ts'
import { isPattern, skeletonOf } from '../numbering.ts'
import { kindOf, type KindRow } from '../series.ts'
import type { MattersTables } from '../tables.ts'

function requirePattern(act: Act, pattern: string | null | undefined): void {
  if (pattern && !isPattern(pattern)) act.refuse(patternInvalid, { pattern, field: 'pattern' })
}

async function updateKind(act: Act, id: string, change: Partial<KindRow>): Promise<void> {
  await act
    .db<MattersTables>()
    .updateTable('matters.matter_kind')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

const kindOfLocked = async (act: Act, id: string): Promise<KindRow> => (await kindOf(act, id))!
const constraints = { matter_pattern_once: patternTaken }
const skeleton = (pattern: string | null | undefined) => (pattern ? skeletonOf(pattern) : null)

export const createKindBody = implementCommand(createKind, {
  async run(act, { name, pattern, checklist }) {
    requirePattern(act, pattern)
    const id = await act.createRecord({ kind: 'matter-kind', title: name, class: 0, search: {} })
    await act
      .db<MattersTables>()
      .insertInto('matters.matter_kind')
      .values({
        organisation_id: act.office.id,
        id,
        name,
        pattern: pattern ?? null,
        skeleton: skeleton(pattern),
        checklist: checklist ?? [],
        is_standard: false,
        retired_at: null,
      })
      .execute()
    act.emit(kindCreated, { id, title: name }, [id])
    return { output: { id, version: 1 }, undo: { command: 'matters.retire-kind', input: { id, expectedVersion: 1 } } }
  },
  constraints,
})

export const changeKindBody = implementCommand(changeKind, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter-kind', id, expectedVersion }],
  load: (act, { id }) => kindOfLocked(act, id),
  async run(act, { id, name, pattern, checklist }, kind) {
    if (kind.retired_at) act.refuse(kindRetired, { title: kind.name })
    if (kind.is_standard && pattern === null) act.refuse(kindStandard, { title: kind.name })
    requirePattern(act, pattern)
    await updateKind(act, id, {
      ...(name === undefined ? {} : { name }),
      ...(pattern === undefined ? {} : { pattern, skeleton: skeleton(pattern) }),
      ...(checklist === undefined ? {} : { checklist }),
    })
    const version = await act.changeRecord(id, { title: name ?? kind.name, search: {} })
    act.emit(kindChanged, { id, title: name ?? kind.name }, [id])
    const before = {
      ...(name === undefined ? {} : { name: kind.name }),
      ...(pattern === undefined ? {} : { pattern: kind.pattern }),
      ...(checklist === undefined ? {} : { checklist: kind.checklist }),
    }
    return {
      output: { id, version },
      undo: { command: 'matters.change-kind', input: { id, expectedVersion: version, ...before } },
    }
  },
  constraints,
})

export const retireKindBody = implementCommand(retireKind, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter-kind', id, expectedVersion }],
  load: (act, { id }) => kindOfLocked(act, id),
  async run(act, { id }, kind) {
    if (kind.is_standard) act.refuse(kindStandard, { title: kind.name })
    if (kind.retired_at) act.refuse(kindRetired, { title: kind.name })
    await updateKind(act, id, { retired_at: act.at })
    const version = await act.changeRecord(id)
    act.emit(kindRetiredEvent, { id, title: kind.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'matters.restore-kind', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreKindBody = implementCommand(restoreKind, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter-kind', id, expectedVersion }],
  load: (act, { id }) => kindOfLocked(act, id),
  async run(act, { id }, kind) {
    if (!kind.retired_at) act.refuse(kindNotRetired, { title: kind.name })
    await updateKind(act, id, { retired_at: null })
    const version = await act.changeRecord(id)
    act.emit(kindRestored, { id, title: kind.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'matters.retire-kind', input: { id, expectedVersion: version } },
    }
  },
})
