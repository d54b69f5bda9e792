import { event } from '../../../kernel/declare.ts'
import { choice, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { placementStates, settlements } from './shapes.ts'

const plain = z.strictObject({ id: z.uuid(), title: z.string() })
const worked = plain.extend(workEnvelope)
const placed = worked.extend({ outlet: z.string() })

export const outletAdded = event('publishing.outlet-added', plain)
export const outletChanged = event('publishing.outlet-changed', plain)
export const outletConnected = event('publishing.outlet-connected', plain)
export const outletDisconnected = event('publishing.outlet-disconnected', plain)
export const planned = event('publishing.publication-planned', worked)
export const changedEvent = event('publishing.publication-changed', worked)
export const approvalFell = event('publishing.approval-fell', worked)
export const approvalAsked = event('publishing.approval-asked', worked)
export const approved = event('publishing.publication-approved', worked)
export const sentBack = event('publishing.publication-sent-back', worked.extend({ reason: z.string() }))
export const dropped = event('publishing.publication-dropped', worked)
export const restored = event('publishing.publication-restored', plain)
export const hastened = event('publishing.publication-hastened', plain)
export const handedOver = event('publishing.placement-handed-over', placed)
export const moved = event('publishing.placement-moved', placed.extend({ state: choice(placementStates) }))
export const settled = event('publishing.placement-settled', placed.extend({ outcome: choice(settlements) }))
export const figuresNoted = event('publishing.figures-noted', plain.extend({ outlet: z.string() }))
export const heldAll = event('publishing.all-held', z.strictObject({ reason: z.string() }))
export const holdReleased = event('publishing.hold-released', z.strictObject({}))
export const pageRequested = event('publishing.page-change-requested', worked)
export const pageChanged = event('publishing.page-change-changed', worked)
export const pageApproved = event('publishing.page-change-approved', worked)
export const pageSentBack = event('publishing.page-change-sent-back', worked.extend({ reason: z.string() }))
export const pageCheckAsked = event('publishing.page-check-asked', plain)
export const pageSeen = event('publishing.page-change-seen', worked)
export const pageNotYet = event('publishing.page-change-not-seen', worked)
export const pageFinished = event('publishing.page-change-finished', worked)
export const pageDropped = event('publishing.page-change-dropped', worked)
export const pageRestored = event('publishing.page-change-restored', plain)

export const publishingEvents = [
  outletAdded,
  outletChanged,
  outletConnected,
  outletDisconnected,
  planned,
  changedEvent,
  approvalFell,
  approvalAsked,
  approved,
  sentBack,
  dropped,
  restored,
  hastened,
  handedOver,
  moved,
  settled,
  figuresNoted,
  heldAll,
  holdReleased,
  pageRequested,
  pageChanged,
  pageApproved,
  pageSentBack,
  pageCheckAsked,
  pageSeen,
  pageNotYet,
  pageFinished,
  pageDropped,
  pageRestored,
]
