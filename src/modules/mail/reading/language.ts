/** The language of a mail among the six, by its small words: enough to choose words for the answer, and cheap. */
import { type Language, languages } from '../../../kernel/language/catalogue.ts'

const smallWords: Readonly<Record<Language, string>> = {
  en: 'the and of to is that for you with this have we are not be your our will from please would can was it on as if at or thank regards',
  sv: 'och att det som är på för med den inte jag har vi av till om kan ni vår er från eller ett så skulle vill hej hälsningar tack nu också detta',
  nb: 'og det som er på for med den ikke jeg har vi av til om kan dere vår fra eller et så skulle vil hei hilsen takk nå også dette å',
  nl: 'de het een en van is dat voor u met niet wij zijn op te aan ik we kunt uw onze worden heeft bij graag groet bedankt als er naar',
  ro: 'și de la în cu pe care este nu să un o din pentru mai am ați vă noi sunt dumneavoastră mulțumesc bună ziua ne că al ai va fi au',
  pt: 'de que o a e do da em um uma para com não os as por mais no na se ao dos das é está obrigado bom dia cumprimentos nos sua vossa',
}

const sets = languages.map(language => [language, new Set(smallWords[language].split(' '))] as const)

/** As many letters as tell something, and how much clearer than the next it must be. */
const mostCharacters = 4_000
const leastHits = 3
const clearer = 1.25

export function languageOf(text: string): Language | null {
  const words =
    text
      .slice(0, mostCharacters)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const counted = sets
    .map(([language, set]) => ({ language, hits: words.filter(word => set.has(word)).length }))
    .sort((a, b) => b.hits - a.hits)
  const [first, second] = counted
  if (!first || first.hits < leastHits) return null
  return first.hits >= (second?.hits ?? 0) * clearer ? first.language : null
}
