import { store } from '../../../web/kit/store.ts'

export interface OpenSlip {
  readonly callId?: string
  readonly number?: string
  /** It came by itself: whoever types goes on typing until they turn to it. */
  readonly came?: boolean
}

/** The slip that stands over the page, if one does. */
export const slipStore = store<OpenSlip | null>(null)
