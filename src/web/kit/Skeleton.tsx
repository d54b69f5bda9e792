import './Skeleton.css'
import { useSay } from '../language/Say.tsx'

/** Rows keep their height while they load; bars, no shimmer. Widths differ by a fixed pattern, so that nothing jumps. */
const widths = [62, 48, 71, 55, 66, 43, 58, 69]

export function SkeletonRows({ rows = 8, height = 38 }: { readonly rows?: number; readonly height?: number }) {
  const say = useSay()
  return (
    <div role="status" aria-label={say('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div className="skeleton" style={{ height }} key={index}>
          <i style={{ width: `${widths[index % widths.length]}%` }} />
        </div>
      ))}
    </div>
  )
}

/** A page whose code or record is on its way. */
export function PageSkeleton() {
  return (
    <div className="page">
      <div className="body">
        <div className="skeleton big">
          <i style={{ width: 260 }} />
        </div>
        <SkeletonRows />
      </div>
    </div>
  )
}
