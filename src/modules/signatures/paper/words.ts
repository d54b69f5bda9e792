import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { type Keys, wordsIn } from '../words.ts'
import type { Sealed, SealedSigner } from './faces.ts'

type Say = ReturnType<typeof wordsIn>

/** Words and times of a paper, as the office has them. */
export function wordsOf({ language, zone }: Pick<Sealed, 'language' | 'zone'>) {
  const say = wordsIn(language)
  const locale = wordLocale(language)
  const when = (at: Temporal.Instant | null): string =>
    at === null
      ? ''
      : at.toZonedDateTimeISO(zone).toLocaleString(locale, {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          timeZoneName: 'short',
        })
  return { say, when }
}

/** `Johan Almgren`; who signed for somebody, with how that is said: `e.u. Maria Lindqvist (Johan Almgren)`. */
export const calledOf = ({ name, signedBy }: Pick<SealedSigner, 'name' | 'signedBy'>, say: Say): string =>
  signedBy ? say('paper.signatures.for', { deputy: signedBy, name }) : name

export const roleOf = ({ role }: Pick<SealedSigner, 'role'>, say: Say): string =>
  say(`choice.signatures.role.${role}` as Keys)
