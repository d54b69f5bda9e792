import { type ReactNode, useState } from 'react'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys, SlipDetail } from '../words.ts'

/** A voicemail, heard where it stands; what no browser plays is saved. */
export function Sound({ slip, more }: { readonly slip: SlipDetail; readonly more: ReactNode }) {
  const say = useSay<Keys>()
  const [isUnplayable, setUnplayable] = useState(false)
  const { sound, record } = slip
  if (!sound) return null
  const address = `/api/calls/slips/${record.id}/sound`
  const plays = sound.plays && !isUnplayable
  return (
    <Section title={say('page.slip.voicemail')} more={more}>
      <div className="calls-sound">
        {plays ? (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what was said
          <audio
            controls
            preload="metadata"
            src={address}
            aria-label={`${say('page.slip.voicemail')}, ${slip.caller}`}
            onError={() => setUnplayable(true)}
          />
        ) : (
          <p>{say('page.slip.no-player')}</p>
        )}
        <p>
          <a className="link" href={`${address}?save=yes`} download={sound.name}>
            {say('page.slip.save-sound')}
          </a>
        </p>
      </div>
    </Section>
  )
}
