import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react'
import { type Language, type Messages, type Params, translate } from '../../kernel/language/catalogue.ts'
import type { en } from '../messages/en.ts'
import { type Formats, formatsFor } from '../format/formats.ts'

export type WebKey = keyof typeof en

/** Words a key: the web's own keys by default, a module's with `useSay<keyof typeof en>()` by `import type`. */
export interface SayFunction<Key extends string = WebKey> {
  (key: Key | WebKey, params?: Params): string
  /** The words, or undefined when no catalogue has the key. */
  maybe(key: string, params?: Params): string | undefined
}

interface Speech {
  readonly language: Language
  readonly say: SayFunction<string>
  readonly formats: Formats
}

const SpeechContext = createContext<Speech | null>(null)

/** `bringMore` is asked for a key that is not there: true where more words are on their way, and nothing is said meanwhile. */
function sayIn(catalogue: Messages, language: Language, bringMore?: () => boolean): SayFunction<string> {
  const words = catalogue as Readonly<Record<string, Messages[string] | undefined>>
  const maybe = (key: string, params: Params = {}) => {
    const message = words[key]
    return message === undefined ? undefined : translate(message, params, language)
  }
  return Object.assign((key: string, params?: Params) => maybe(key, params) ?? (bringMore?.() ? '' : key), { maybe })
}

export interface SpeakProps {
  readonly language: Language
  readonly catalogue: Messages
  readonly country: string
  readonly currency: string
  readonly zone: string
  /** Fetches the words that the first page does without; false where all are there. */
  readonly bringMore?: () => boolean
  readonly children: ReactNode
}

/** Gives everything beneath it its words, figures and dates. */
export function Speak({ language, catalogue, country, currency, zone, bringMore, children }: SpeakProps) {
  const speech = useMemo(() => {
    const say = sayIn(catalogue, language, bringMore)
    const place = {
      language,
      country,
      currency,
      zone,
      hourMark: say('duration.hour'),
      minuteMark: say('duration.minute'),
    }
    return { language, say, formats: formatsFor(place) }
  }, [language, catalogue, country, currency, zone, bringMore])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** Further words for a part of the page: the gallery's examples, which belong to no module. */
export function ExtraWords({ words, children }: { readonly words: Messages; readonly children: ReactNode }) {
  const speech = useSpeech()
  const more = useMemo(() => {
    const extra = sayIn(words, speech.language)
    const maybe = (key: string, params?: Params) => extra.maybe(key, params) ?? speech.say.maybe(key, params)
    return { ...speech, say: Object.assign((key: string, params?: Params) => maybe(key, params) ?? key, { maybe }) }
  }, [words, speech])
  return <SpeechContext value={more}>{children}</SpeechContext>
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('outside <Speak>')
  return speech
}

export const useSay = <Key extends string = WebKey>(): SayFunction<Key> => useSpeech().say as SayFunction<Key>
export const useFormats = (): Formats => useSpeech().formats
export const useLanguage = (): Language => useSpeech().language

/** Text whose `**strong**` parts are strong: how catalogues mark the words that decide. */
export function Rich({ children }: { readonly children: string }) {
  const parts = children.split('**')
  return parts.map((part, index) => (index % 2 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>))
}
