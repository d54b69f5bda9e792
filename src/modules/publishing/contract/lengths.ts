/**
 * How long a text is where it is published, as each outlet counts. Pure, for the server and the page alike. Sources: X's counting by
 * twitter-text 3 (config v3: 280, links 23, everything outside four ranges weighs two, an emoji two); Mastodon's StatusLengthValidator
 * (500 graphemes, links 23, of a mention its local part); LinkedIn 3,000, Instagram 2,200 with 30 hashtags, Facebook 63,206 characters.
 */
export const networks = ['x', 'mastodon', 'linkedin', 'facebook', 'instagram', 'website', 'other'] as const
export type Network = (typeof networks)[number]

export interface Parts {
  readonly text: string
  readonly link: string | null
  readonly hashtags: readonly string[]
}

interface Bounds {
  readonly length: number | null
  readonly pictures: number
  readonly hashtags?: number
  readonly needsPicture?: true
}

export const bounds: Readonly<Record<Network, Bounds>> = {
  x: { length: 280, pictures: 4 },
  mastodon: { length: 500, pictures: 4 },
  linkedin: { length: 3000, pictures: 20 },
  facebook: { length: 63_206, pictures: 10 },
  instagram: { length: 2200, pictures: 10, hashtags: 30, needsPicture: true },
  website: { length: null, pictures: 20 },
  other: { length: null, pictures: 20 },
}

/** What stands there at last: the text, the link where the text has it not itself, the hashtags. */
export function composed({ text, link, hashtags }: Parts): string {
  const body = text.trim()
  const tags = hashtags.filter(tag => !hasTag(body, tag)).map(tag => `#${tag}`)
  return [body, link && !body.includes(link) ? link : '', tags.join(' ')].filter(Boolean).join('\n\n')
}

const hasTag = (text: string, tag: string): boolean =>
  [...text.matchAll(/#([\p{L}\p{M}\p{N}_]+)/gu)].some(([, one]) => one!.toLowerCase() === tag.toLowerCase())

/** Hashtags as people type them: `#lunch #visby`, `lunch, visby`. */
export const hashtagsOf = (typed: string): string[] => [
  ...new Set([...typed.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].map(([tag]) => tag)),
]

const linkPattern = /https?:\/\/[^\s<>"]+/giu
const linkLength = 23
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const split = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment)

/** Links stand for so many characters; the full stop after one does not belong to it. */
function withoutLinks(text: string): { readonly rest: string; readonly links: number } {
  let links = 0
  const rest = text.replace(linkPattern, link => {
    links++
    return /[.,;:!?)\]»”']+$/u.exec(link)?.[0] ?? ''
  })
  return { rest, links }
}

/** Latin and other light scripts, some spaces, some signs: these weigh one. */
const light: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]
const weightOf = (sign: string): number => {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(sign) && !/^[\d#*©®]$/u.test(sign)) return 2
  return [...sign].reduce((sum, one) => {
    const code = one.codePointAt(0)!
    return sum + (light.some(([from, to]) => code >= from && code <= to) ? 1 : 2)
  }, 0)
}

/** How long the outlet says that it is. */
export function lengthFor(network: Network, text: string): number {
  if (network !== 'x' && network !== 'mastodon') return text.length
  const { rest, links } = withoutLinks(text.normalize('NFC'))
  const shown = network === 'mastodon' ? rest.replace(/(@[\w.-]*\w)@[\w.-]*\w/g, '$1') : rest
  const own = split(shown).reduce((sum, sign) => sum + (network === 'x' ? weightOf(sign) : 1), 0)
  return own + links * linkLength
}

export type Unfit = 'text-too-long' | 'pictures-too-many' | 'picture-missing' | 'hashtags-too-many' | 'text-missing'

/** What keeps it from being published there. */
export function unfitFor(network: Network, parts: Parts, pictures: number): Unfit | null {
  const bound = bounds[network]
  const whole = composed(parts)
  if (!whole && pictures === 0) return 'text-missing'
  if (bound.length !== null && lengthFor(network, whole) > bound.length) return 'text-too-long'
  if (pictures > bound.pictures) return 'pictures-too-many'
  if (bound.needsPicture && pictures === 0) return 'picture-missing'
  if (bound.hashtags !== undefined && (whole.match(/#[\p{L}\p{M}\p{N}_]+/gu) ?? []).length > bound.hashtags)
    return 'hashtags-too-many'
  return null
}
