import { command, job } from '../../../kernel/declare.ts'
import { count, expectedVersion, id, z } from '../../../kernel/schema.ts'
import {
  approvalAsked,
  approvalClosed,
  approvalGranted,
  approvalLapsed,
  approvalRefused,
  approvalWithdrawn,
} from './events.ts'
import { refusals } from './refusals.ts'
import { approvalState, reason } from './shapes.ts'

const approval = { id: id('approval', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['approval'], subject: 'id', tool: false }
const exampleApproval = '019aa000-0000-7000-8000-000000000004'

export const approve = command({
  name: 'authority.approve',
  summary:
    'Consents to what was asked: the act is done now, loaded afresh, or the approval closes with why it cannot be.',
  input: z.strictObject(approval),
  output: z.strictObject({
    id: z.uuid(),
    version: z.int(),
    state: approvalState(),
    /** Why the act was refused now. */
    refusal: z.strictObject({ name: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
    /** What the act gave. */
    output: z.unknown(),
  }),
  emits: [approvalGranted, approvalClosed, approvalLapsed],
  refusals: [refusals.approvalNotOpen, refusals.approvalOwn, refusals.approvalNotYours, refusals.approvalAboveLimit],
  ...about,
  example: { id: exampleApproval },
})

export const refuseApproval = command({
  name: 'authority.refuse-approval',
  summary: 'Refuses what was asked, with a reason for the asker.',
  input: z.strictObject({ ...approval, reason: reason() }),
  output: z.strictObject({ id: z.uuid(), version: z.int() }),
  emits: [approvalRefused],
  refusals: [refusals.approvalNotOpen, refusals.approvalNotYours],
  ...about,
  example: { id: exampleApproval, reason: 'We have three of these already.' },
})

export const withdrawApproval = command({
  name: 'authority.withdraw-approval',
  summary: 'Takes back what one has asked for.',
  input: z.strictObject(approval),
  output: z.strictObject({ id: z.uuid(), version: z.int() }),
  emits: [approvalWithdrawn],
  refusals: [refusals.approvalNotOpen, refusals.approvalNotYours],
  ...about,
  tool: true,
  example: { id: exampleApproval },
})

export const closeLapsedApprovals = command({
  name: 'authority.close-lapsed-approvals',
  summary: 'Closes what was asked and not decided in time.',
  permission: 'authority.approve',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  emits: [approvalLapsed],
  door: 'none',
  tool: false,
  example: {},
})

export const tellDeciders = command({
  name: 'authority.tell-deciders',
  summary: 'Finds who can decide what has just been asked for, so that they are told.',
  permission: 'authority.withdraw-approval',
  input: z.strictObject({ id: id('approval') }),
  output: z.strictObject({ count: count() }),
  emits: [approvalAsked],
  door: 'none',
  tool: false,
  example: { id: exampleApproval },
})

/** Every morning, in each organisation's zone. */
export const closeLapsedJob = job('authority.close-lapsed', z.strictObject({}))

export const approvalCommands = [approve, refuseApproval, withdrawApproval, closeLapsedApprovals, tellDeciders]
