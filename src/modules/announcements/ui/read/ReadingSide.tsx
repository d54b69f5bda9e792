import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import type { AnnouncementDetail } from '../words.ts'

/** The papers that lie with it, and what happened. */
export const ReadingSide = ({ detail }: { readonly detail: AnnouncementDetail }) => (
  <RecordSide id={detail.record.id} documents={detail.documents} linked={[]} />
)
