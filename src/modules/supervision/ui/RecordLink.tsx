import { Link } from '../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../web/session.ts'

/** Another record's name; a link where its kind has a page. */
export function RecordLink({
  to,
}: {
  readonly to: { readonly id: string; readonly kind: string; readonly title: string }
}) {
  const href = recordHref(useRegistry()?.kinds, to.kind, to.id)
  return href ? <Link href={href}>{to.title}</Link> : to.title
}
