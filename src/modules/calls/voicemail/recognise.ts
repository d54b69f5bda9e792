/**
 * Whether a mail with a sound in it is a voicemail, and what it says of the caller: by the words of usual telephone systems (Asterisk and FreePBX,
 * 3CX, Fritz!Box, sipgate, Teams) and of the operators of six countries. What is not understood is left out, never guessed.
 */

export interface MailWords {
  readonly subject: string
  readonly fromName: string
  readonly fromAddress: string
  readonly text: string
  /** Names of the files that are sounds. */
  readonly names: readonly string[]
}

export interface Voicemail {
  /** As it was written; null: withheld, or it does not say. */
  readonly number: string | null
  readonly name: string | null
  /** The mailbox, extension or number that it was left for. */
  readonly box: string | null
  readonly seconds: number | null
}

const spoken =
  /voice[\s-]?(mail|message|bericht)|(new|missed) message .{0,20}(in )?mailbox|left a .{0,20}message|answering ?machine|anrufbeantworter|sprachnachricht|sprachbox|mailbox-nachricht|röst(meddelande|brevlåda|post)|telefonsvarare|talepost|tale(beskjed|melding)|telefonsvarer|mobilsvar|inngesproken|ingesproken bericht|antwoordapparaat|mesaj(ul|e|ele)? vocal|mesagerie vocal|c[aă]su[tțţ][aă] vocal|robot telefonic|correio de voz|mensage(m|ns) de voz|atendedor de chamadas|caixa postal de voz/i
const system =
  /(asterisk|freepbx|voicemail|vmail|3cx|fritz.?box|sipgate|pbx|anrufbeantworter|telefonsvarare|unity|mitel|vodafone|teams)/i
const namedSo = /^(msg\d{4}|voicemail|voice[-_ ]?message|vm[-_ ]|audio[-_ ]?message|nachricht|rec[-_])/i

/** A song or a jingle that somebody sends is none. */
const isVoicemail = ({ subject, fromName, fromAddress, text, names }: MailWords): boolean =>
  spoken.test(subject) ||
  spoken.test(text.slice(0, 2_000)) ||
  system.test(fromName) ||
  system.test(fromAddress.split('@')[0] ?? '') ||
  names.some(name => namedSo.test(name))

const withheld =
  /^(an? |ein(e[mnr]?)? |en |ett |een |um |o )?["'<]*(unknown|anonymous|private|withheld|unavailable|restricted|no number|dolt|hemligt|okänt|skjult|hemmelig|ukjent|onbekend|anoniem|afgeschermd|privé|unbekannt|anonym|unterdrückt|necunoscut|ascuns|privat|anonim|an[oó]nimo|desconhecido|privado|oculto)/i

const digits = String.raw`(?:\+|00)?\(?\d[\d\s()./\u00a0-]{1,20}\d`
/** The words after which a caller stands, the longest first. */
const before = [
  'phone number of the caller',
  'nummer des anrufers',
  'rufnummer des anrufers',
  'caller id',
  'callerid',
  'caller',
  'anrufer',
  'rufnummer',
  'uppringande nummer',
  'uppringare',
  'innringer',
  'oppringer',
  'beller',
  'num[aă]rul apelantului',
  'apelant(?:ul)?',
  'n[uú]mero do chamador',
  'chamador',
  'call(?:ed)? from',
  'from',
  'från',
  'fra',
  'van',
  'vom',
  'von',
  'de la',
  'din partea',
  'da parte de',
  'de',
  'do',
  'nummer',
  'number',
  'num[aă]r',
  'n[uú]mero',
  'telefon',
  'phone',
  'tel',
].join('|')

/** `"Name" <number>`, `Name (number)`, `Name <sip:number@…>`, or the number alone. */
const afterWord = new RegExp(
  String.raw`(?<![\p{L}])(?:${before})\.?\s*[:=]?\s*(?:(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|([\p{L}][\p{L}\p{M} .&’'-]{0,60}?))\s*,?\s*)?[<("'\[]*\s*(?:(?:sips?|tel):)?(${digits}|\d{2,6})(?=[^\d]|$)`,
  'giu',
)
const anyNumber = new RegExp(String.raw`(?<![\d\p{L}])(?:\+|00|0)[\d\s()./\u00a0-]{6,20}\d(?![\d:])`, 'gu')

const lettered = /\p{L}/u
const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** A day or a clock is no number that one calls. */
const isDate = (text: string): boolean =>
  /^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(\s|$)|^\d{8}[ _-]\d{4,6}$/.test(text.trim())

const countOf = (number: string): number => number.replace(/\D/g, '').length

/** Words that stand between the one before and the number, and are no name. */
const noName =
  /^(an?|the|mobile|number|nummer|numret|numărul|numéro|número|telefonnummer|phone|tlf|tel|mobil|caller|call|message|mailbox|extension|ext|voicemail|\w{1,2})\.?$/i

interface Caller {
  readonly number: string | null
  readonly name: string | null
}

function callerIn(text: string, box: string | null): Caller | null {
  for (const match of text.matchAll(afterWord)) {
    const number = tidy(match[4] ?? '')
    if (countOf(number) < 2 || countOf(number) > 16 || isDate(number) || number === box) continue
    // "from 12 November", "de 42 segundos": no number of anybody.
    if (countOf(number) < 5 && !/[>)"\]]/.test(text[match.index + match[0].length] ?? '') && !match[1] && !match[2]) {
      if (
        !/^\s*($|[,.;\n\r]|on\b|for\b|für\b|för\b|til\b|voor\b|pentru\b|para\b|left\b)/i.test(
          text.slice(match.index + match[0].length),
        )
      )
        continue
    }
    const name = tidy(match[1] ?? match[2] ?? (/^\p{Lu}/u.test(match[3] ?? '') ? match[3]! : ''))
    return { number, name: name && lettered.test(name) && !noName.test(name) && !withheld.test(name) ? name : null }
  }
  return null
}

const saysWithheld = (text: string): boolean =>
  [...text.matchAll(new RegExp(String.raw`(?<![\p{L}])(?:${before})\.?\s*[:=]?\s*(.{0,60})`, 'giu'))].some(match =>
    withheld.test(match[1]!.trim()),
  )

function callerOf({ subject, text, fromName, fromAddress, names }: MailWords, box: string | null): Caller {
  const body = text.slice(0, 4_000)
  const told = callerIn(subject, box) ?? (saysWithheld(subject) ? { number: null, name: null } : null)
  if (told) return told
  const written = callerIn(body, box) ?? (saysWithheld(body) ? { number: null, name: null } : null)
  if (written) return written
  // Teams and operators write the caller as the sender: `+46 31 390 06 55 <noreply@…>`.
  const sender = [fromName, fromAddress.split('@')[0] ?? ''].find(one => /^\+?[\d\s()-]{6,20}$/.test(one.trim()))
  if (sender) return { number: tidy(sender), name: null }
  for (const place of [subject, ...names.map(name => name.replace(/\.\w{2,4}$/, '').replaceAll('_', ' '))]) {
    const found = [...place.matchAll(anyNumber)].map(([one]) => tidy(one)).find(one => !isDate(one) && one !== box)
    if (found) return { number: found, name: null }
  }
  return { number: null, name: personIn(subject) ?? personIn(body) }
}

/** `New voicemail from Gunilla Westman`: a name without a number. */
function personIn(text: string): string | null {
  const found =
    /(?<!\p{L})(?:from|från|fra|van|von|de la|de)\s*:?\s+"?(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]*){1,3})/u.exec(
      text,
    )
  return found && !withheld.test(found[1]!) ? tidy(found[1]!).replace(/\.$/, '') : null
}

const boxWords =
  'mailbox|postbox|extension|ext|anknytning|ankn|internnummer|toestel|interiorul|interior|extensão|extensao|nebenstelle|röstbrevlåda|röstbrevlådan|postkasse|căsuța|casuta|caixa'
const boxPattern = new RegExp(
  String.raw`(?<!\p{L})(?:${boxWords})\.?\s*(?:nr\.?|no\.?|number)?\s*[:#=]?\s*["'(<]*(\d{2,15})(?!\d)`,
  'iu',
)

const boxOf = ({ subject, text }: MailWords): string | null =>
  boxPattern.exec(subject)?.[1] ?? boxPattern.exec(text.slice(0, 4_000))?.[1] ?? null

const longWords =
  'duration|length|längd|lengde|varighet|duur|lengte|durat[aă]|dura[cç][aã]o|l[äa]nge|dauer|left a|received a'
const longPattern = new RegExp(
  String.raw`(?<!\p{L})(?:${longWords})[^\d\n]{0,30}(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?!\d)`,
  'iu',
)
const secondsPattern = new RegExp(
  String.raw`(?:\(|(?:${longWords})[^\d\n]{0,30})(\d{1,4})\s*(?:s|sec|secs|seconds?|sek|sekunder?n?|seconden?|secunde?|segundos?)(?!\p{L})`,
  'iu',
)

function secondsOf({ subject, text }: MailWords): number | null {
  for (const place of [subject, text.slice(0, 4_000)]) {
    const clock = longPattern.exec(place)
    if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
    const plain = secondsPattern.exec(place)
    if (plain) return Number(plain[1])
  }
  return null
}

/** White space says nothing here, and patterns that may begin anywhere in a long run of it would be tried at each place: a run is one. */
const evened = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')

/** Null where it is a sound that somebody sends, and no voicemail. */
export function voicemailIn(told: MailWords): Voicemail | null {
  const [subject, fromName, text] = [evened(told.subject, 1_000), evened(told.fromName, 300), evened(told.text, 20_000)]
  const mail = { ...told, subject, fromName, text }
  if (!isVoicemail(mail)) return null
  const box = boxOf(mail)
  return { ...callerOf(mail, box), box, seconds: secondsOf(mail) }
}
