/**
 * Loaded before a test file (`--import`): Node's test runner knows which test it is in by a hook on every promise that is made, and on every
 * one that is collected: a third of what a test that talks to the database uses of the processors. Here it is told the same by an
 * AsyncLocalStorage, which costs a promise nothing. Tests within tests, and what is thrown behind a test's back, are still put down to their
 * test: lean-scopes.test.ts.
 */
import hooks, { AsyncLocalStorage, AsyncResource, type HookCallbacks } from 'node:async_hooks'
import { isMainThread } from 'node:worker_threads'

const current = new AsyncLocalStorage<number>()
let tell: HookCallbacks['init']

/** What the runner makes of each test: it is told of the test when it is made, and what the test runs remembers it. */
class Scope extends AsyncResource {
  constructor(...given: ConstructorParameters<typeof AsyncResource>) {
    super(...given)
    tell?.(this.asyncId(), given[0], 0, this)
  }

  override runInAsyncScope<This, Result>(
    run: (this: This, ...given: never[]) => Result,
    self?: This,
    ...given: unknown[]
  ): Result {
    // Inside, since the scope brings back what was stored when it was made.
    return super.runInAsyncScope(() => current.run(this.asyncId(), () => Reflect.apply(run, self, given)))
  }
}

/** Has the runner take its means from here while it is loaded: it alone does. */
async function loadRunner(): Promise<void> {
  const { AsyncResource: resource, createHook, executionAsyncId } = hooks
  const lean = {
    AsyncResource: Scope,
    executionAsyncId: () => current.getStore() ?? 0,
    createHook: ({ init }: HookCallbacks) => ({
      enable: () => void (tell = init),
      disable: () => void (tell = undefined),
    }),
  }
  Object.assign(hooks, lean)
  await import('node:test')
  Object.assign(hooks, { AsyncResource: resource, createHook, executionAsyncId })
}

// What a test forks takes its options along, and has no tests.
if (isMainThread && /\.(test|interop)\.ts$/.test(process.argv[1] ?? '')) await loadRunner()
