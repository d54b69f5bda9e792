import { parseArgs } from 'node:util'
import { newId } from '../../kernel/ids.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { buildRegistry } from '../../kernel/registry.ts'
import { serveMcpStdio } from '../../surfaces/mcp/stdio.ts'
import { inputFromWords } from '../../surfaces/wire-schema.ts'
import { wordRefusal } from '../../surfaces/wording.ts'
import { modules } from '../modules.ts'
import { version } from '../version.ts'
import { storeFiles } from './file-argument.ts'
import { callerOf, withKontor } from './with-kontor.ts'

const control = new Set(['as', 'token', 'organisation', 'key', 'dry-run'])
const language = () => nearestLanguage(process.env['LC_ALL'] ?? process.env['LANG'])

function wordsOf(argv: string[]): { json: string | undefined; words: Record<string, string>; files: string[] } {
  const words: Record<string, string> = {}
  const files: string[] = []
  let json: string | undefined
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (!word.startsWith('--')) {
      json = word
      continue
    }
    const [name, ...rest] = word.slice(2).split('=')
    if (name === 'file') files.push(rest.length ? rest.join('=') : (argv[++i] ?? ''))
    else if (rest.length) words[name!] = rest.join('=')
    else if (name === 'dry-run') words[name] = 'true'
    else words[name!] = argv[++i] ?? ''
  }
  return { json, words, files }
}

/** Any command or query of the registry: answers one JSON value; a refusal goes to standard error with exit code 1. */
export async function runAct(name: string, argv: string[]): Promise<number> {
  const { json, words, files } = wordsOf(argv)
  const registry = buildRegistry(modules)
  const query = registry.queryBody(name)?.query
  const command = registry.commandBody(name)?.command
  const act = query ?? (command?.door === 'none' ? undefined : command)
  if (!act) throw new Error(`there is no act ${name}. See: npx kontor acts`)
  const flat = Object.fromEntries(
    Object.entries(words)
      .filter(([word]) => !control.has(word))
      .map(([word, value]) => [word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  )
  const given: Record<string, unknown> = {
    ...(json ? (JSON.parse(json) as object) : {}),
    ...inputFromWords(act.input, flat),
  }
  return withKontor(async composed => {
    const caller = await callerOf(composed, {
      as: words['as'],
      token: words['token'],
      organisation: words['organisation'],
    })
    const requestId = newId()
    const stored = await storeFiles(composed.kernel, caller, requestId, act, {
      files,
      name: typeof given['name'] === 'string' ? given['name'] : undefined,
      hasKey: words['key'] !== undefined,
    })
    const input = { ...stored, ...given }
    const answer = query
      ? await composed.kernel.ask({ ...caller, query: name, input, requestId })
      : await composed.kernel.dispatch({
          ...caller,
          command: name,
          input,
          key: words['key'],
          dryRun: words['dry-run'] === 'true',
          requestId,
          surface: 'cli',
        })
    if (answer.status === 'refused') {
      const worded = wordRefusal(registry, language(), answer.refusal)
      console.error(JSON.stringify({ status: 'refused', refusal: worded }))
      return 1
    }
    console.log(JSON.stringify(query && answer.status === 'done' ? answer.output : answer))
    return 0
  })
}

/** Lists every command and query with its summary. */
export async function listActs(): Promise<number> {
  const registry = buildRegistry(modules)
  for (const act of [...registry.commands.filter(one => one.door !== 'none'), ...registry.queries])
    console.log(`${act.name.padEnd(36)} ${act.summary}`)
  return 0
}

/** Serves MCP on standard input and output for one caller. */
export async function runMcp(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { as: { type: 'string' }, token: { type: 'string' }, organisation: { type: 'string' } },
  })
  return withKontor(async composed => {
    await serveMcpStdio(composed.kernel, await callerOf(composed, values), language(), version)
    return 0
  })
}
