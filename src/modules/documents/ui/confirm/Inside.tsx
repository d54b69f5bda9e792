import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DocumentDetail, DocumentKeys } from './confirmTypes.ts'

/** What lay in the mail or the archive, each a paper of its own; and what this one lay in. */
export function Inside({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const { children, parent } = detail
  if (children.length === 0 && !parent) return null
  return (
    <div className="inside">
      {parent ? (
        <p>
          <Icon name="paperclip" small /> {say('page.document.lay-in')}{' '}
          <Link className="link" href={`/documents/${parent.id}`}>
            {parent.title}
          </Link>
        </p>
      ) : null}
      {children.length > 0 ? (
        <>
          <h2>
            {say('page.document.parts')} <span className="t3">{children.length}</span>
          </h2>
          <ul>
            {children.map(child => (
              <li key={child.id}>
                <Icon name="paperclip" small />
                <Link
                  className="link clip"
                  href={child.state === 'to-confirm' ? `/confirm/${child.id}` : `/documents/${child.id}`}
                >
                  {child.title}
                </Link>
                <span className="t3 nw">{`${say(`choice.kind.${child.kind}`)} · ${say(`choice.state.${child.state}`)}`}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
