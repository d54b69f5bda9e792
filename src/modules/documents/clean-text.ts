/** Text as the database takes it: no NUL, no control characters but tab, line end and form feed, no half characters. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, ' ')
}

/** One line of it, at most so long. */
export function cleanLine(text: string, most = 2000): string {
  return cleanText(text).replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed()
}

/** A file's name as a person may read it: what lies before the last slash is left out. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).filter(Boolean).at(-1) ?? ''
  return cleanLine(last, 200) || 'unnamed'
}
