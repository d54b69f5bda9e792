/** A setting and where it was given, for messages. */
export interface Setting {
  readonly name: string
  readonly value: string
  readonly where: string
}

/**
 * Reads KEY=value lines: `#` begins a comment line, spaces around the parts do not count, a value may stand in one pair of
 * quotes. The same file serves as EnvironmentFile of systemd.
 */
export function parseSettings(file: { path: string; text: string }): { settings: Setting[]; problems: string[] } {
  const settings: Setting[] = []
  const problems: string[] = []
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    const where = `${file.path}:${index + 1}`
    if (/^\s*(#|$)/.test(line)) continue
    const [, name, rest] = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined || rest === undefined) {
      problems.push(`${where}: KEY=value is wanted, not "${line.trim()}"`)
      continue
    }
    const twice = settings.find(setting => setting.name === name)
    if (twice) problems.push(`${name} (${where}): it stands already at ${twice.where}`)
    settings.push({ name, value: /^(["'])(.*)\1$/.exec(rest)?.[2] ?? rest, where })
  }
  return { settings, problems }
}
