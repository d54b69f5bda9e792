/** A post is planned and changed; what was approved falls back when its words change. */
import type { Act, InputOf } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { keepOwnWords, keepPictures, placeAt, requirePeople } from '../new-publication.ts'
import {
  dbOf,
  type PlacedRow,
  publicationLock,
  publicationOf,
  type PublicationRow,
  requireNotBegun,
  requireState,
  searchOf,
  updatePublication,
} from '../rows.ts'
import { ruleOf } from '../rule.ts'
import { approvalKey, placementKey } from '../tasks.ts'

type Facts = InputOf<typeof c.planPublication>

const sourcesOf = ({ aboutId, pictures }: Facts): string[] => [
  ...(aboutId ? [aboutId] : []),
  ...(pictures ?? []).flatMap(one => one.documentId ?? []),
]

export const planPublicationBody = implementCommand(c.planPublication, {
  async run(act, input) {
    await requirePeople(act, input)
    const sources = sourcesOf(input)
    for (const source of sources) await requireVisible(act, source)
    const row = rowOf(act, input)
    const id = await act.createRecord({
      kind: 'publication',
      title: input.title,
      search: searchOf(row),
      ...(sources.length ? { source: sources } : {}),
    })
    await dbOf(act)
      .insertInto('publishing.publication')
      .values({ ...row, organisation_id: act.office.id, id })
      .execute()
    await placeAt(act, id, input.outletIds ?? [])
    await keepPictures(act, id, input.pictures ?? [])
    if (input.aboutId) await act.link(id, input.aboutId, 'about')
    act.emit(c.planned, { id, title: input.title }, [id, ...(input.aboutId ? [input.aboutId] : [])])
    return {
      output: { id, version: 1 },
      undo: { command: 'publishing.drop-publication', input: { id, expectedVersion: 1 } },
    }
  },
})

const rowOf = (act: Act, input: Facts) => ({
  state: 'draft' as const,
  body: input.text ?? '',
  link: input.link ?? null,
  hashtags: c.hashtagsOf(input.hashtags ?? ''),
  language: input.language ?? nearestLanguage(act.office.language),
  campaign: input.campaign ?? null,
  owner_id: input.ownerId ?? act.principal.id,
  approver_id: input.approverId ?? null,
  about_id: input.aboutId ?? null,
  planned_at: input.plannedAt ?? null,
  zone: input.zone ?? act.office.zone,
  rule: input.repeats && input.plannedAt ? ruleOf(input.repeats) : null,
  written_by: act.principal.id,
})

type Change = InputOf<typeof c.changePublication>

/** What of it is given; what is not stays as it is. */
function changed(row: PublicationRow, input: Change) {
  const planned = input.plannedAt === undefined ? row.planned_at : input.plannedAt
  const rule = input.repeats === undefined ? row.rule : input.repeats && ruleOf(input.repeats)
  return {
    body: input.text ?? row.body,
    link: input.link === undefined ? row.link : input.link,
    hashtags: input.hashtags === undefined ? row.hashtags : c.hashtagsOf(input.hashtags ?? ''),
    language: input.language ?? row.language,
    campaign: input.campaign === undefined ? row.campaign : input.campaign,
    owner_id: input.ownerId ?? row.owner_id,
    approver_id: input.approverId === undefined ? row.approver_id : input.approverId,
    planned_at: planned,
    zone: input.zone ?? row.zone,
    rule: planned ? rule : null,
  }
}

/** The tasks that are nobody's any more: to approve it, and to say what becomes of what missed its time. */
const keysOf = (row: PublicationRow, placements: readonly PlacedRow[]) => [
  approvalKey(row),
  ...placements.filter(one => one.state === 'missed').map(placementKey),
]

export const changePublicationBody = implementCommand(c.changePublication, {
  locks: input => publicationLock(input),
  load: (act, { id }) => publicationOf(act, id),
  async run(act, input, row) {
    const { id } = input
    requireState(act, row, 'draft', 'asked', 'approved')
    const placements = await requireNotBegun(act, id)
    await requirePeople(act, input)
    const next = changed(row, input)
    await updatePublication(act, id, {
      ...next,
      state: 'draft',
      written_by: act.principal.id,
      approved_by: null,
      approved_at: null,
    })
    if (input.outletIds) await placeAt(act, id, input.outletIds)
    if (input.pictures) await keepPictures(act, id, input.pictures)
    if (input.own) await keepOwnWords(act, id, input.own)
    const title = input.title ?? act.locked(id).title
    const version = await act.changeRecord(id, { title, search: searchOf(next) })
    const fell = row.state === 'approved'
    act.emit(fell ? c.approvalFell : c.changedEvent, { id, title, workWithdrawn: keysOf(row, placements) }, [id])
    return { output: { id, version } }
  },
})

export const dropPublicationBody = implementCommand(c.dropPublication, {
  locks: input => publicationLock(input),
  load: (act, { id }) => publicationOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, 'draft', 'asked', 'approved')
    const placements = await requireNotBegun(act, id)
    await updatePublication(act, id, { state: 'dropped', approved_by: null, approved_at: null })
    act.emit(c.dropped, { id, title: act.locked(id).title, workWithdrawn: keysOf(row, placements) }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'publishing.restore-publication', input: { id, expectedVersion: version } },
    }
  },
})

export const restorePublicationBody = implementCommand(c.restorePublication, {
  locks: input => publicationLock(input),
  load: (act, { id }) => publicationOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, 'dropped')
    await updatePublication(act, id, { state: 'draft' })
    act.emit(c.restored, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'publishing.drop-publication', input: { id, expectedVersion: version } },
    }
  },
})
