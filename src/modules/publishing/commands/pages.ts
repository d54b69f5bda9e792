/** Changes of web pages: asked for, approved and handed over, looked at afterwards. */
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { dbOf, pageLock, pageOf, type PageRow, updatePage } from '../rows.ts'
import { pageKey, pageTask } from '../tasks.ts'

const takenIn: Readonly<Record<string, readonly c.PageState[]>> = {
  change: ['requested', 'approved'],
  approve: ['requested'],
  back: ['requested', 'approved'],
  check: ['approved', 'done'],
  finish: ['approved'],
  drop: ['requested', 'approved'],
  restore: ['dropped'],
}

async function pageFor(act: Act, step: keyof typeof takenIn, id: string): Promise<PageRow> {
  const row = await pageOf(act, id)
  if (!takenIn[step]!.includes(row.state)) act.refuse(c.pageStateWrong, { title: act.locked(id).title })
  return row
}

const searchOf = (row: Pick<PageRow, 'address' | 'before_text' | 'after_text' | 'why'>) => ({
  body: [row.address, row.after_text, row.before_text, row.why].filter(Boolean).join('\n').slice(0, 100_000),
})

export const requestPageChangeBody = implementCommand(c.requestPageChange, {
  async run(act, input) {
    await requireColleague(act, input.keeperId, c.publisherUnknown)
    const sources = [...(input.documentIds ?? []), ...(input.askedById ? [input.askedById] : [])]
    for (const source of sources) await requireVisible(act, source)
    const row = {
      address: input.address,
      before_text: input.before ?? '',
      after_text: input.after,
      why: input.why ?? '',
      asked_by_id: input.askedById ?? null,
      keeper_id: input.keeperId ?? null,
      due_on: input.dueOn ?? null,
      written_by: act.principal.id,
    }
    if (row.before_text === row.after_text) act.refuse(c.pageSame)
    const id = await act.createRecord({
      kind: 'page-change',
      title: input.title,
      search: searchOf(row),
      ...(sources.length ? { source: sources } : {}),
    })
    await dbOf(act)
      .insertInto('publishing.page_change')
      .values({ ...row, organisation_id: act.office.id, id, state: 'requested' })
      .execute()
    for (const documentId of input.documentIds ?? []) await act.link(id, documentId, 'document')
    if (input.askedById) await act.link(id, input.askedById, 'about')
    act.emit(c.pageRequested, { id, title: input.title }, [id, ...(input.askedById ? [input.askedById] : [])])
    return {
      output: { id, version: 1 },
      undo: { command: 'publishing.drop-page-change', input: { id, expectedVersion: 1 } },
    }
  },
})

const changed = (row: PageRow, input: InputOf<typeof c.changePageChange>) => ({
  address: input.address ?? row.address,
  before_text: input.before ?? row.before_text,
  after_text: input.after || row.after_text,
  why: input.why ?? row.why,
  keeper_id: input.keeperId === undefined ? row.keeper_id : input.keeperId,
  due_on: input.dueOn === undefined ? row.due_on : input.dueOn,
})

export const changePageChangeBody = implementCommand(c.changePageChange, {
  locks: input => pageLock(input),
  load: (act, { id }) => pageFor(act, 'change', id),
  async run(act, input, row) {
    const { id } = input
    await requireColleague(act, input.keeperId, c.publisherUnknown)
    for (const documentId of input.documentIds ?? []) {
      await requireVisible(act, documentId, ['document'])
      await act.link(id, documentId, 'document')
    }
    const next = changed(row, input)
    if (next.before_text === next.after_text) act.refuse(c.pageSame)
    await updatePage(act, id, {
      ...next,
      state: 'requested',
      written_by: act.principal.id,
      approved_by: null,
      checked_at: null,
      seen: null,
      said: null,
    })
    const title = input.title ?? act.locked(id).title
    const version = await act.changeRecord(id, { title, search: searchOf(next) })
    act.emit(c.pageChanged, { id, title, workWithdrawn: [pageKey(row)] }, [id])
    return { output: { id, version } }
  },
})

export const approvePageChangeBody = implementCommand(c.approvePageChange, {
  locks: input => pageLock(input),
  async load(act, { id }) {
    return { row: await pageFor(act, 'approve', id), title: act.locked(id).title }
  },
  weigh: (_input, { row }, { principal }) => ({
    fourEyes: [principal.id, principal.onBehalfOf?.id].includes(row.written_by),
  }),
  basis: (_input, { row, title }) => ({
    title,
    shown: { address: row.address, before: row.before_text, after: row.after_text },
  }),
  async run(act, { id }, { row, title }) {
    const turn = row.turn + 1
    await updatePage(act, id, { state: 'approved', turn, approved_by: act.principal.id, sent_back: null })
    act.emit(c.pageApproved, { id, title, work: [pageTask(act, { ...row, turn, title })] }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const sendBackPageChangeBody = implementCommand(c.sendBackPageChange, {
  locks: input => pageLock(input),
  load: (act, { id }) => pageFor(act, 'back', id),
  async run(act, { id, reason }, row) {
    const { title } = act.locked(id)
    await updatePage(act, id, { state: 'requested', approved_by: null, sent_back: reason })
    act.emit(c.pageSentBack, { id, title, reason, workWithdrawn: [pageKey(row)] }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const checkPageChangeBody = implementCommand(c.checkPageChange, {
  locks: input => pageLock(input),
  load: (act, { id }) => pageFor(act, 'check', id),
  async run(act, { id }) {
    act.enqueue(c.pageJob, { id }, { singletonKey: id })
    act.emit(c.pageCheckAsked, { id, title: act.locked(id).title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const finishPageChangeBody = implementCommand(c.finishPageChange, {
  locks: input => pageLock(input),
  load: (act, { id }) => pageFor(act, 'finish', id),
  async run(act, { id }, row) {
    await updatePage(act, id, { state: 'done' })
    act.emit(c.pageFinished, { id, title: act.locked(id).title, workDone: [pageKey(row)] }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const dropPageChangeBody = implementCommand(c.dropPageChange, {
  locks: input => pageLock(input),
  load: (act, { id }) => pageFor(act, 'drop', id),
  async run(act, { id }, row) {
    await updatePage(act, id, { state: 'dropped', approved_by: null })
    act.emit(c.pageDropped, { id, title: act.locked(id).title, workWithdrawn: [pageKey(row)] }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'publishing.restore-page-change', input: { id, expectedVersion: version } },
    }
  },
})

export const restorePageChangeBody = implementCommand(c.restorePageChange, {
  locks: input => pageLock(input),
  load: (act, { id }) => pageFor(act, 'restore', id),
  async run(act, { id }) {
    await updatePage(act, id, { state: 'requested' })
    act.emit(c.pageRestored, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'publishing.drop-page-change', input: { id, expectedVersion: version } },
    }
  },
})

export const recordPageCheckBody = implementCommand(c.recordPageCheck, {
  async run(act, { id, seen, said }) {
    const row = await pageOf(act, id)
    if (row.state !== 'approved' && row.state !== 'done') return { output: { kept: false } }
    await updatePage(act, id, { checked_at: act.at, seen, said, ...(seen ? { state: 'done' as const } : {}) })
    await raiseRecord(act, id)
    const title = await titleOf(act, id)
    if (seen) act.emit(c.pageSeen, { id, title, workDone: [pageKey(row)] }, [id])
    else act.emit(c.pageNotYet, { id, title }, [id])
    return { output: { kept: true } }
  },
})

async function titleOf(act: Act, id: string): Promise<string> {
  const { title } = await dbOf(act)
    .selectFrom('kernel.record')
    .select('title')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return title
}
