/** A signature as it was drawn: strokes on a field of 600 by 200. */
export function Strokes({ path, label }: { readonly path: string; readonly label: string }) {
  return (
    <svg className="post-signature" viewBox="0 0 600 200" preserveAspectRatio="xMinYMid" role="img" aria-label={label}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
