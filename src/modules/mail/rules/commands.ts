import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { deskOwnerUnknown } from '../contract/desk.ts'
import * as c from '../contract/rules.ts'
import type { DeskTables, RuleTable } from '../desk/tables.ts'
import { asksSomething } from './match.ts'
import { ruleOf } from './rows.ts'

type Facts = Omit<RuleTable, 'organisation_id' | 'id' | 'paused' | 'removed'>

async function requireSound(act: Act, facts: Facts): Promise<void> {
  if (!asksSomething(ruleOf({ organisation_id: '', id: '', paused: false, removed: false, ...facts } as never)))
    act.refuse(c.ruleEmpty)
  if (!facts.owner_id && !facts.label && !facts.folder_id && facts.outcome === 'stays') act.refuse(c.ruleDoesNothing)
  await requireColleague(act, facts.owner_id, deskOwnerUnknown)
  if (facts.mailbox_id) await requireVisible(act, facts.mailbox_id, ['mail-mailbox'])
  if (facts.folder_id) await requireFolder(act, facts.folder_id, facts.mailbox_id)
}

async function requireFolder(act: Act, id: string, mailboxId: string | null): Promise<void> {
  const { rows } = await sql`select 1 from mail.folder where organisation_id = ${act.office.id} and id = ${id}
    and mailbox_id = ${mailboxId}::uuid and not gone and role not in ('drafts', 'all')`.execute(act.db())
  if (rows.length === 0) act.refuse(c.ruleFolderElsewhere)
}

export const createRuleBody = implementCommand(c.createRule, {
  async run(act, given) {
    const facts: Facts = {
      mailbox_id: given.mailboxId ?? null,
      from_has: given.from ?? null,
      to_has: given.to ?? null,
      subject_has: given.subject ?? null,
      words: given.words ?? null,
      has_attachment: given.hasAttachment ?? null,
      owner_id: given.ownerId ?? null,
      label: given.label ?? null,
      folder_id: given.folderId ?? null,
      outcome: given.outcome ?? 'stays',
    }
    await requireSound(act, facts)
    const { title, paused = false } = given
    const id = await act.createRecord({
      kind: 'mail-rule',
      title,
      ...(facts.mailbox_id && { source: facts.mailbox_id }),
    })
    act.write(
      act
        .db<DeskTables>()
        .insertInto('mail.rule')
        .values({ organisation_id: act.office.id, id, ...facts, paused }),
    )
    act.emit(c.ruleCreated, { id, title }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'mail.change-rule', input: { id, expectedVersion: 1, removed: true } },
    }
  },
})

async function ruleRow(act: Act, id: string): Promise<RuleTable & { paused: boolean; removed: boolean }> {
  const row = await act
    .db<DeskTables>()
    .selectFrom('mail.rule')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as never) ?? act.refuse(kernelRefusals.notFound, { kind: 'mail-rule', id })
}

/** What is given, else what was. */
const or = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeRuleBody = implementCommand(c.changeRule, {
  locks: ({ id, expectedVersion }) => [{ kind: 'mail-rule', id, expectedVersion }],
  load: (act, { id }) => ruleRow(act, id),
  async run(act, { id, ...given }, was) {
    const facts: Facts = {
      mailbox_id: or(given.mailboxId, was.mailbox_id),
      from_has: or(given.from, was.from_has),
      to_has: or(given.to, was.to_has),
      subject_has: or(given.subject, was.subject_has),
      words: or(given.words, was.words),
      has_attachment: or(given.hasAttachment, was.has_attachment),
      owner_id: or(given.ownerId, was.owner_id),
      label: or(given.label, was.label),
      folder_id: or(given.folderId, was.folder_id),
      outcome: given.outcome ?? was.outcome,
    }
    await requireSound(act, facts)
    const paused = given.paused ?? was.paused
    const removed = given.removed ?? was.removed
    act.write(
      act
        .db<DeskTables>()
        .updateTable('mail.rule')
        .set({ ...facts, paused, removed })
        .where('organisation_id', '=', act.office.id)
        .where('id', '=', id),
    )
    const { title: old } = act.locked(id)
    const title = given.title ?? old
    const version = await act.changeRecord(id, { title })
    act.emit(c.ruleChanged, { id, title }, [id])
    return { output: { id, version }, undo: { command: 'mail.change-rule', input: backTo(was, old, version) } }
  },
})

const backTo = (was: RuleTable & { paused: boolean; removed: boolean }, title: string, expectedVersion: number) => ({
  id: was.id,
  expectedVersion,
  title,
  mailboxId: was.mailbox_id,
  from: was.from_has,
  to: was.to_has,
  subject: was.subject_has,
  words: was.words,
  hasAttachment: was.has_attachment,
  ownerId: was.owner_id,
  label: was.label,
  folderId: was.folder_id,
  outcome: was.outcome,
  paused: was.paused,
  removed: was.removed,
})
