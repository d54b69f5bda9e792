import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'
import { DocumentStateMark } from '../list/DocumentState.tsx'

/** What lay in it (a mail’s attachments, the files of an archive), and what it lay in. */
export function Parts({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const { parent, children } = detail
  return (
    <>
      {parent ? (
        <p className="lay-in">
          <Icon name="paperclip" small /> {say('page.document.lay-in')}{' '}
          <Link className="link" href={`/documents/${parent.id}`}>
            {parent.title}
          </Link>
        </p>
      ) : null}
      <Kin title={say('page.pages.came-of')} papers={detail.cameOf} />
      <Kin title={say('page.pages.went-into')} papers={detail.wentInto} />
      {children.length > 0 ? (
        <Section title={say('page.document.parts')} count={children.length}>
          <ul className="doc-parts">
            {children.map(child => (
              <li key={child.id}>
                <Icon name="paperclip" small />
                <Link className="clip" href={`/documents/${child.id}`}>
                  {child.title}
                </Link>
                <span className="t3">{say(`choice.kind.${child.kind}`)}</span>
                <DocumentStateMark line={{ state: child.state, duplicate: false }} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

/** The papers that a split or a join made it of, or made of it. */
function Kin({ title, papers }: { readonly title: string; readonly papers: DocumentDetail['cameOf'] }) {
  if (papers.length === 0) return null
  return (
    <Section title={title} count={papers.length}>
      <ul className="doc-parts">
        {papers.map(paper => (
          <li key={paper.id}>
            <Icon name="arrows-split" small />
            <Link className="clip" href={`/documents/${paper.id}`}>
              {paper.title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
