/** What was left to be filled in. */
import { found, type Passage, type ProofFinding } from '../model.ts'
import { lettered, wholeOf, wordsOf } from '../words/index.ts'

/** In brackets stand also remarks that are meant to be there. */
const meant =
  /^(?:sic|\.\.\.|…|\d.*|[ivxlc]+|image.*|cid:.*|bild.*|bilde.*|foto.*|imagine.*|imagem.*|afbeelding.*|ext|extern.*|external.*|spam.*|x|✓|\p{Lu}|\p{L}|pdf|docx?|en|sv|nb|nl|ro|pt|utkast|draft|kladd|concept|ciornă|rascunho|url|link|lenke|länk|[\p{L}-]+\d+.*|.*\d{4}.*|ja|nej|nei|yes|no|da|nu|sim|não|red\.?|min|vår|our|my|onze|n\.?red\.?|redacted|sladdet|maskad|cc|bcc)$/iu

export function placeholders(passage: Passage): ProofFinding[] {
  const { text } = passage
  const places: [number, number][] = []
  const add = (start: number, length: number) => {
    if (!places.some(([from, until]) => start < until && from < start + length)) places.push([start, start + length])
  }
  const all = (expression: RegExp, fits: (match: RegExpExecArray) => boolean = () => true) => {
    for (const match of text.matchAll(expression)) if (fits(match)) add(match.index, match[0].length)
  }
  all(/\{\{?[^{}\n]{1,60}\}\}?/g)
  all(/\[{1,2}([^[\]\n]{1,60})\]{1,2}(?!\()/g, match => !meant.test(match[1]!.trim()) && /\p{L}{2}/u.test(match[1]!))
  all(
    /[«‹]([^»›\n]{1,40})[»›]/g,
    match => /^[\p{L}_]+(?:[ _-][\p{L}_]+)?$/u.test(match[1]!.trim()) && field.test(match[1]!.trim()),
  )
  all(
    /<{1,2}\s*([\p{L}_][\p{L}\p{N}_ -]{1,40})\s*>{1,2}/gu,
    match => !/^(?:b|i|p|br|div|span|strong|em|ul|li|a)$/i.test(match[1]!),
  )
  all(/(?<![\p{L}\p{N}])%[A-ZÅÄÖ_]{3,30}%(?![\p{L}\p{N}])/gu)
  all(
    /(?<![\p{L}\p{N}])\$\{?[A-Za-z_]{4,30}\}?(?![\p{L}\p{N}])/gu,
    match => /[{_]/.test(match[0]) || /^\$[a-z]/.test(match[0]),
  )
  all(
    /(?<![\p{L}\p{N}])(?:X{3,}|x{3,}|X{2,}(?=[ .:/-]X{2})|x{2,}(?=[ .:/-]x{2}))(?:[ .:/-]?[Xx]{2,})*(?![\p{L}\p{N}])/gu,
    match => !/^X{3}(?:I|V|L)/u.test(match[0]),
  )
  all(
    /(?<![\p{L}\p{N}])(?:[Nn]{2,3}|[Dd]{2}|[Yy]{4}|[Åå]{4}|[Mm]{2})[-./ ](?:[Mm]{2}|[Dd]{2})[-./ ](?:[Dd]{2}|[Yy]{4}|[Åå]{4}|[Jj]{4}|[Aa]{4})(?![\p{L}\p{N}])/gu,
  )
  all(/(?<![\p{L}\p{N}])(?:DD|YYYY|ÅÅÅÅ|JJJJ|AAAA)[-./](?:MM)[-./]?(?:DD|YYYY|ÅÅÅÅ|JJJJ|AAAA)?(?![\p{L}\p{N}])/gu)
  all(/(?<![\p{L}\p{N}])(?:TODO|FIXME|TBD|TBA|TBC|N\.?N\.?B|NTB)(?![\p{L}\p{N}])/gu)
  all(
    /(?<=(?:^|\n)[ \t]*\p{L}{2,12}(?: \p{L}{2,12})?[ ,]+)(?:F[ÖO]R|FOR|VOOR|ETTER|EFTER|ACHTER|PRE)?(?:NAMN|NAVN|NAAM|NUME|NOME|NAME)(?![\p{L}\p{N}])/gu,
  )
  // instead of the name behind a greeting: `Hi XX,`
  all(/(?<=(?:^|\n)[ \t]*\p{L}{2,12}(?: \p{L}{2,12})?[ ,]+)(?:X{2}|N\.?N\.?)(?=[ ]*[,!\n])/gu)
  all(/lorem ipsum|dolor sit amet/giu)
  all(/\?{3,}/g, match => !/[!\p{L}]$/u.test(text.slice(Math.max(0, match.index - 1), match.index)))
  // a line to be signed stands alone; within a sentence it waits to be filled
  all(/_{3,}|(?:\.\s?){6,}|…{3,}/g, match => {
    const line = text.slice(
      text.lastIndexOf('\n', match.index) + 1,
      (text.indexOf('\n', match.index) + 1 || text.length + 1) - 1,
    )
    const behind = line.slice(line.indexOf(match[0]) + match[0].length).trim()
    return (
      /\p{L}{2}.*\s/u.test(line.slice(0, line.indexOf(match[0]))) &&
      (/\p{L}{3}/u.test(behind) || behind === ',') &&
      !/\.{6,}\s*[\d\p{Sc}]/u.test(line)
    )
  })
  const words = wordsOf[passage.language]
  const filled = wholeOf(passage.language, 'fill in', () => words.fillIn.join('|'))
  all(new RegExp(`[([<{«*]\\s*(?:${lettered(words.fillIn.join('|'))})[^\\n]{0,30}?[)\\]>}»*]`, 'giu'))
  all(
    filled,
    match =>
      /^\s*$/.test(text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)) &&
      /^[\s.:]*$/.test(
        text.slice(match.index + match[0].length, (text.indexOf('\n', match.index) + 1 || text.length + 1) - 1),
      ),
  )
  return places.map(([start, end]) => found(passage, start, end, { rule: 'placeholder', severity: 'loud' }))
}

const field =
  /^(?:.*(?:name|namn|navn|naam|nume|nome|date|datum|dato|data|adress|adresse|adres|adresă|address|morada|endereço|företag|firma|bedrijf|company|empresa|kund|kunde|klant|client|cliente|belopp|beløp|bedrag|sumă|suma|montante|valor|amount|title|titel|tittel|titlu|título|first|last|förnamn|efternamn|fornavn|etternavn|voornaam|achternaam|prenume|apelido|nr|nummer|number|număr|número|mottagare|mottaker|ontvanger|destinatar|destinatário|recipient|ort|sted|plaats|city|telefon|email|e-post|avsändare|sender|fält|felt|veld|câmp|campo|text|tekst))$/iu
