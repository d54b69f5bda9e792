/** `12.00 Lunch`, `9:30 Boat`: a time and what happens then; a line without a time goes with the one before. */
export function linesIn(text: string): { time: string; what: string }[] {
  const lines: { time: string; what: string }[] = []
  for (const line of text.split('\n').map(one => one.trim())) {
    const [, hour, minute, what] = /^(\d{1,2})[:.h]?(\d\d)?\s+(\S.*)$/.exec(line) ?? []
    const last = lines.at(-1)
    if (hour !== undefined && what && Number(hour) < 24 && Number(minute ?? 0) < 60)
      lines.push({ time: `${hour.padStart(2, '0')}:${minute ?? '00'}`, what: what.slice(0, 200) })
    else if (line && last) last.what = `${last.what} ${line}`.slice(0, 200)
    else if (line) lines.push({ time: '00:00', what: line.slice(0, 200) })
  }
  return lines.slice(0, 100)
}

/** `Eva Lindholm <eva@…>`, `eva@…`, or a row pasted from a sheet: who has an address, with their name. */
export function guestsIn(text: string): { name: string; email: string }[] {
  return text.split(/\n|;/).flatMap(line => {
    const [email] = /[^\s<>,"()]+@[^\s<>,"()]+\.[^\s<>,"()]+/.exec(line) ?? []
    if (!email) return []
    const name = line
      .replace(email, '')
      .replace(/[<>",()\t]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return [{ name: (name || email.slice(0, email.indexOf('@'))).slice(0, 120), email }]
  })
}
