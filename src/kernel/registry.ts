import type { Command, Contract, KindDeclaration, Query } from './declare.ts'
import type { CommandBody, JobBody, Module, QueryBody, Reaction } from './implement.ts'
import type { Language, Message } from './language/catalogue.ts'

export interface Registry {
  readonly modules: readonly Module[]
  readonly commands: readonly Command[]
  readonly queries: readonly Query[]
  readonly kinds: readonly KindDeclaration[]
  readonly jobs: readonly JobBody[]
  commandBody(name: string): CommandBody | undefined
  queryBody(name: string): QueryBody | undefined
  jobBody(name: string): JobBody | undefined
  reactionsTo(event: string): readonly { reaction: Reaction; body: CommandBody }[]
  kind(kind: string): KindDeclaration | undefined
  /** A message of any module; undefined where nobody wrote it. */
  message(language: Language, key: string): Message | undefined
}

function byName<T>(items: readonly T[], name: (item: T) => string, what: string): Map<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(name(item))) throw new Error(`${what} ${name(item)} is declared twice`)
    map.set(name(item), item)
  }
  return map
}

/** Checks that every declaration has exactly one body, that names are the module's own, and that dependencies are known. */
function checkModule({ contract, ...module }: Module, known: ReadonlySet<string>): void {
  const fail = (problem: string): never => {
    throw new Error(`module ${contract.name}: ${problem}`)
  }
  for (const needed of contract.depends)
    if (!known.has(needed)) fail(`depends on ${needed}, which does not stand before it`)
  for (const { name } of [...contract.commands, ...contract.queries, ...contract.events, ...contract.jobs]) {
    if (!name.startsWith(`${contract.name}.`)) fail(`${name} bears another module's name`)
  }
  const bodies = new Set([
    ...module.commands.map(b => b.command.name),
    ...module.queries.map(b => b.query.name),
    ...module.jobs.map(b => b.job.name),
  ])
  for (const { name } of [...contract.commands, ...contract.queries, ...contract.jobs])
    if (!bodies.delete(name)) fail(`${name} has no body`)
  for (const name of bodies) fail(`${name} has a body but is not in the contract`)
}

/** Gathers the modules, given in the order of their dependencies, into what the dispatcher and the surfaces walk. */
export function buildRegistry(modules: readonly Module[]): Registry {
  const known = new Set<string>()
  for (const module of modules) {
    checkModule(module, known)
    known.add(module.contract.name)
  }
  const all = <T>(pick: (contract: Contract) => readonly T[]) => modules.flatMap(module => pick(module.contract))
  const commandBodies = byName(
    modules.flatMap(m => m.commands),
    b => b.command.name,
    'command',
  )
  const queryBodies = byName(
    modules.flatMap(m => m.queries),
    b => b.query.name,
    'query',
  )
  const jobBodies = byName(
    modules.flatMap(m => m.jobs),
    b => b.job.name,
    'job',
  )
  const kinds = byName(
    all(c => c.kinds),
    k => k.kind,
    'kind',
  )
  const reactions = modules.flatMap(m =>
    m.reactions.map(reaction => {
      const body = commandBodies.get(reaction.command.name)
      if (!body || !reaction.command.name.startsWith(`${m.contract.name}.`))
        throw new Error(`reaction on ${reaction.on} runs ${reaction.command.name}, not a command of ${m.contract.name}`)
      return { reaction, body }
    }),
  )
  return {
    modules,
    commands: all(c => c.commands),
    queries: all(c => c.queries),
    kinds: [...kinds.values()],
    jobs: [...jobBodies.values()],
    commandBody: name => commandBodies.get(name),
    queryBody: name => queryBodies.get(name),
    jobBody: name => jobBodies.get(name),
    reactionsTo: event => reactions.filter(({ reaction }) => reaction.on === event || reaction.on === '*'),
    kind: kind => kinds.get(kind),
    message: (language, key) => {
      for (const { catalogues } of modules) {
        const message = catalogues[language][key]
        if (message !== undefined) return message
      }
      return undefined
    },
  }
}
