/** Where a mail begins to quote the one it answers: mail programs say it in their own words. */

/** Lines that introduce a quotation, in the six languages and those that one meets beside them. */
const introduces =
  /^(on .{3,200} wrote:?|den .{3,200} skrev .{0,200}:?|.{3,200} skrev( følgende)?:|op .{3,200} schreef .{0,200}:?|în .{3,200} a scris:?|(pe|la) .{3,200} a scris:?|(em|no dia|a) .{3,200} escreveu:?|le .{3,200} a écrit ?:?|am .{3,200} schrieb .{0,200}:?|el .{3,200} escribió:?)$/i
/** What Outlook and its kind put before the mail they answer. */
const separators =
  /^(-{3,} ?(original message|forwarded message|ursprungligt meddelande|vidarebefordrat meddelande|opprinnelig melding|videresendt melding|oorspronkelijk bericht|doorgestuurd bericht|mesaj original|mesaj redirecționat|mensagem original|mensagem reencaminhada) ?-{3,}|_{20,})$/i
const head = /^\*?(from|från|fra|van|de la|de|expeditor)\*? ?:\*? .+$/i
const afterHead =
  /^\*?(sent|date|skickat|datum|sendt|dato|verzonden|trimis|data|enviado|enviada|to|till|til|aan|către|para|subject|ämne|emne|onderwerp|subiect|assunto)\*? ?:\*? .+$/i

/** The offset at which the quotation begins; the text's length where it quotes nothing, or answers between the lines. */
export function quotedFrom(text: string): number {
  const lines = text.split('\n')
  let offset = 0
  for (const [at, line] of lines.entries()) {
    const words = line.trim()
    const next = lines[at + 1]?.trim() ?? ''
    const begins =
      separators.test(words) ||
      (introduces.test(words) && quotesSoon(lines, at + 1)) ||
      // the introduction is broken into two lines
      (words.length > 3 && words.length < 200 && introduces.test(`${words} ${next}`) && quotesSoon(lines, at + 2)) ||
      (head.test(words) && lines.slice(at + 1, at + 4).filter(one => afterHead.test(one.trim())).length >= 2) ||
      (words.startsWith('>') && onlyQuoted(lines, at))
    if (begins) return offset
    offset += line.length + 1
  }
  return text.length
}

/** An introduction without a quotation after it is what somebody says. Outlook's has none of `>`, so the end counts too. */
const quotesSoon = (lines: readonly string[], from: number): boolean => {
  const rest = lines.slice(from, from + 4).filter(line => line.trim() !== '')
  return rest.length > 0
}

const onlyQuoted = (lines: readonly string[], from: number): boolean =>
  lines.slice(from, from + 2_000).every(line => line.trim() === '' || line.trim().startsWith('>'))
