import { implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { workingCalendar } from '../../work/contract.ts'
import { boxOf, nextLook, openLook, raiseBoxes } from '../boxes.ts'
import * as c from '../contract.ts'
import { dbOf, requirePerson } from '../item-row.ts'

export const addBoxBody = implementCommand(c.addBox, {
  async run(act, input) {
    await requirePerson(act, input.keeperId)
    const id = await act.createRecord({
      kind: 'letter-box',
      title: input.name,
      search: { body: [input.address, input.note].filter(Boolean).join('\n') },
    })
    await dbOf(act)
      .insertInto('post.box')
      .values({
        organisation_id: act.office.id,
        id,
        provider: input.provider,
        address: input.address ?? null,
        rhythm: input.rhythm ?? 'workday',
        keeper_id: input.keeperId === undefined ? act.principal.id : input.keeperId,
        note: input.note ?? '',
        next_on: input.nextOn ?? workingCalendar(act.office.country).onOrAfter(act.today),
        raised_on: null,
      })
      .execute()
    act.emit(c.boxAdded, { id, title: input.name }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'post.change-box', input: { id, expectedVersion: 1, retired: true } },
    }
  },
})

export const changeBoxBody = implementCommand(c.changeBox, {
  locks: ({ id, expectedVersion }) => [{ kind: 'letter-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  async run(act, input, row) {
    const { id } = input
    if (input.keeperId !== row.keeper_id) await requirePerson(act, input.keeperId)
    const was = act.locked(id).title
    const facts = {
      address: input.address === undefined ? row.address : input.address,
      rhythm: input.rhythm ?? row.rhythm,
      keeper_id: input.keeperId === undefined ? row.keeper_id : input.keeperId,
      note: input.note ?? row.note,
      next_on: input.nextOn ?? row.next_on,
      retired: input.retired ?? row.retired,
    }
    const moved = facts.retired || String(facts.next_on) !== String(row.next_on)
    await dbOf(act)
      .updateTable('post.box')
      .set({ ...facts, ...(moved ? { raised_on: null } : {}) })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const title = input.name ?? was
    const version = await act.changeRecord(id, { title })
    act.emit(c.boxChanged, { id, title, workWithdrawn: moved ? openLook(row) : [] }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'post.change-box',
        input: {
          id,
          expectedVersion: version,
          name: was,
          address: row.address,
          rhythm: row.rhythm,
          keeperId: row.keeper_id,
          nextOn: row.next_on.toString(),
          note: row.note,
          retired: row.retired,
        },
      },
    }
  },
})

export const lookThroughBody = implementCommand(c.lookThrough, {
  locks: ({ id, expectedVersion }) => [{ kind: 'letter-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  async run(act, { id, found, documentIds = [], note }, row) {
    const { title } = act.locked(id)
    if (row.retired) act.refuse(c.boxRetired, { title })
    const papers = [...new Set(documentIds)]
    for (const paper of papers) {
      await requireVisible(act, paper, ['document'])
      await act.link(id, paper, 'attachment')
    }
    await dbOf(act)
      .insertInto('post.look')
      .values({
        organisation_id: act.office.id,
        box_id: id,
        id: act.newId(),
        at: act.at,
        by_id: act.principal.id,
        found: Math.max(found, papers.length),
        note: note ?? '',
        document_ids: papers,
      })
      .execute()
    await dbOf(act)
      .updateTable('post.box')
      .set({ next_on: nextLook(act.today, row.rhythm, act.office.country), raised_on: null })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    const count = Math.max(found, papers.length)
    act.emit(c.boxLooked, { id, title, count, workDone: openLook(row) }, [id, ...papers])
    return { output: { id, version } }
  },
})

export const raiseDueBody = implementCommand(c.raiseDue, {
  run: async act => ({ output: { count: await raiseBoxes(act) } }),
})
