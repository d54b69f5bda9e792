/** `npx kontor …`: start, operate, read papers, and every command and query of the registry. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Compiled code is kept beside the checkout: starting takes two thirds of the time and memory.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../.tmp/compile-cache')
enableCompileCache(process.env['NODE_COMPILE_CACHE'])

const [name = 'help', ...argv] = process.argv.slice(2)

type Run = (argv: string[]) => Promise<number>

const own: Readonly<Record<string, () => Promise<Run>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  migrate: async () => (await import('./commands/operate.ts')).runMigrate,
  backup: async () => (await import('./commands/operate.ts')).runBackup,
  restore: async () => (await import('./commands/operate.ts')).runRestore,
  verify: async () => (await import('./commands/operate.ts')).runVerify,
  user: async () => (await import('./commands/user.ts')).runUser,
  read: async () => {
    const { readFiles } = await import('../modules/documents/doors.ts')
    return files => readFiles(files, process.stdout)
  },
  'check-invoice': async () => {
    const { checkInvoices } = await import('./commands/check-invoice.ts')
    return files => checkInvoices(files, process.stdout)
  },
  bank: async () => (await import('./commands/bank.ts')).runBank,
  calendar: async () => {
    const { runCalendar } = await import('./commands/calendar.ts')
    return args => runCalendar(args)
  },
  books: async () => (await import('./commands/books.ts')).runBooks,
  network: async () => {
    const { useNetwork } = await import('../modules/payables/doors.networks.ts')
    return argv => useNetwork(argv, process.stdout)
  },
  backlog: async () => (await import('./commands/backlog.ts')).runBacklog,
  service: async () => {
    const { runService } = await import('./service.ts')
    return args => runService(args)
  },
  mcp: async () => (await import('./commands/act.ts')).runMcp,
  acts: async () => (await import('./commands/act.ts')).listActs,
  help: async () => async () => {
    console.log((await import('./commands/help.ts')).help)
    return 0
  },
}

async function main(): Promise<number> {
  const wanted = name.replace(/^--/, '')
  const load = Object.hasOwn(own, wanted) ? own[wanted] : undefined
  if (load) return (await load())(argv)
  if (/^[a-z]+\.[a-z-]+$/.test(name)) return (await import('./commands/act.ts')).runAct(name, argv)
  console.error(`kontor: there is no “${name}”. See: npx kontor help`)
  return 2
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`kontor: ${(error as Error).message}`)
  if (process.env['KONTOR_LOG_LEVEL'] === 'debug') console.error(error)
  process.exitCode = 1
}
