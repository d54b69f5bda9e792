import type { Reaction } from '../../../kernel/implement.ts'
import {
  approvalAsked,
  approvalClosed,
  approvalGranted,
  approvalLapsed,
  approvalRefused,
  approvalWithdrawn,
} from '../../authority/contract.ts'
import { taskAssigned, taskCreated, tasksAssigned } from '../../work/contract.ts'
import { notify } from '../contract.ts'

const toNotify = (wishes: readonly unknown[]) => (wishes.length > 0 ? [{ wishes }] : [])

/** The generic envelope: an event with `notify` tells whom it names. */
const onAnything: Reaction = {
  on: '*',
  command: notify,
  inputs: ({ payload }) => {
    const wishes = (payload as { notify?: unknown } | null)?.notify
    return Array.isArray(wishes) ? toNotify(wishes) : []
  },
}

/** A task that is now somebody's, by whoever else gave it to them. */
const handedOver = (on: typeof taskAssigned | typeof taskCreated): Reaction => ({
  on: on.name,
  command: notify,
  inputs: ({ payload }) => {
    const { id, title, ownerId } = payload as { id: string; title: string; ownerId: string | null }
    return ownerId
      ? toNotify([
          {
            key: `task:${id}`,
            toId: ownerId,
            titleKey: 'notice.task-handed',
            params: { title },
            recordId: id,
            urgency: 'today',
          },
        ])
      : []
  },
})

const manyHandedOver: Reaction = {
  on: tasksAssigned.name,
  command: notify,
  inputs: ({ payload }) => {
    const { ids, ownerId } = payload as { ids: string[]; ownerId: string | null }
    return ownerId
      ? toNotify([
          {
            key: `tasks:${ids[0] ?? ''}`,
            toId: ownerId,
            titleKey: 'notice.tasks-handed',
            params: { tasks: ids.length },
            urgency: 'today',
          },
        ])
      : []
  },
}

/** Somebody's consent is asked for: those who can give it hear of it now. */
const consentAsked: Reaction = {
  on: approvalAsked.name,
  command: notify,
  inputs: ({ payload }) => {
    const { id, title, deciderIds } = payload as { id: string; title: string; deciderIds: readonly string[] }
    return toNotify(
      deciderIds.map(toId => ({
        key: `approval-asked:${id}`,
        toId,
        titleKey: 'notice.approval-asked',
        params: { title },
        recordId: id,
        urgency: 'today',
      })),
    )
  },
}

/** What was asked is no longer asked: who could have decided it need not look. */
const askedNoMore = (id: string) => [`approval-asked:${id}`]

const takenBack: Reaction = {
  on: approvalWithdrawn.name,
  command: notify,
  inputs: ({ payload }) => [{ wishes: [], settled: askedNoMore((payload as { id: string }).id) }],
}

/** What became of what one had asked for. */
const decided = (on: typeof approvalGranted, titleKey: string): Reaction => ({
  on: on.name,
  command: notify,
  inputs: ({ payload }) => {
    const { id, title, askedById } = payload as { id: string; title: string; askedById: string }
    const told = { key: `approval:${id}`, toId: askedById, titleKey, params: { title }, recordId: id, urgency: 'today' }
    return [{ wishes: [told], settled: askedNoMore(id) }]
  },
})

export const reactions: readonly Reaction[] = [
  onAnything,
  handedOver(taskCreated),
  handedOver(taskAssigned),
  manyHandedOver,
  consentAsked,
  takenBack,
  decided(approvalGranted, 'notice.approval-granted'),
  decided(approvalRefused as never, 'notice.approval-refused'),
  decided(approvalClosed as never, 'notice.approval-closed'),
  decided(approvalLapsed, 'notice.approval-lapsed'),
]
