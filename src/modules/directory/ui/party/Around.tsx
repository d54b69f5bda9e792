import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeCallerNote, removeRelation } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import { offers, type PartyDetail } from './offers.ts'
import { Offers } from './Reach.tsx'

const noteKinds = ['manner', 'may-say', 'must-not-say'] as const

/** How to deal with them when they call: the first thing one reads. */
export function WhenTheyCall({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const removing = useCommand<typeof removeCallerNote>('directory.remove-caller-note')
  const mayWrite = offers(party, 'directory.write-caller-note')
  const { id, kind } = party.record
  const notes = noteKinds.flatMap(what => party.callerNotes.filter(note => note.what === what))
  if (!party.manner && !notes.length && !mayWrite) return null
  return (
    <Section
      title={say('page.party.caller')}
      more={<Offers party={party} commands={['directory.write-caller-note']} />}
    >
      {party.manner ? <p className="manner">{party.manner}</p> : null}
      <ul className="reach">
        {notes.map(note => (
          <li key={note.noteId}>
            <Icon name={note.what === 'must-not-say' ? 'alert-triangle' : 'message'} small />
            <span className="what caller">{note.body}</span>
            <span className={note.what === 'must-not-say' ? 'd late' : 'd'}>
              {say(`choice.what.${note.what}`)}
              {note.class > 1 ? ` · ${say(note.class === 3 ? 'record.class.3' : 'record.class.2')}` : ''}
            </span>
            {mayWrite ? (
              <Button
                look="quiet"
                size="s"
                icon="x"
                className="away"
                aria-label={`${say('directory.remove-caller-note')}: ${note.body}`}
                title={say('directory.remove-caller-note')}
                onClick={() => void removing.run({ id, kind, noteId: note.noteId })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {party.manner || notes.length ? null : <p className="none t3">{say('page.party.no-caller')}</p>}
    </Section>
  )
}

/** How they stand to others, in words from their side. */
export function Relations({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const removing = useCommand<typeof removeRelation>('directory.remove-relation')
  const mayAdd = offers(party, 'directory.add-relation')
  const { id, kind, version } = party.record
  if (!party.relations.length && !mayAdd) return null
  return (
    <Section
      title={say('page.party.relations')}
      count={party.relations.length || undefined}
      more={<Offers party={party} commands={['directory.add-relation']} />}
    >
      <ul className="reach">
        {party.relations.map(({ relationId, relation, other, note }) => (
          <li key={relationId}>
            <Icon name={other.kind === 'person' ? 'user' : 'building'} small />
            <span className="what">
              {say(`choice.relation.${relation}`)}{' '}
              <Link href={`/${other.kind === 'person' ? 'people' : 'organisations'}/${other.id}`}>{other.title}</Link>
            </span>
            <span className="d">{note}</span>
            {mayAdd ? (
              <Button
                look="quiet"
                size="s"
                icon="x"
                className="away"
                aria-label={`${say('directory.remove-relation')}: ${other.title}`}
                title={say('directory.remove-relation')}
                onClick={() => void removing.run({ id, kind, expectedVersion: version, relationId })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {party.relations.length ? null : <p className="none t3">{say('page.party.no-relations')}</p>}
    </Section>
  )
}
