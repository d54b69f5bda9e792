/**
 * The borders of ARCHITECTURE.md, checked by `npm run check`. Tests, and the `testing.ts` they share, may gather what they test
 * where a rule is about what runs; the borders of what ships hold without exception.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs')

/** Tests, and what the tests of a folder share. */
// Cases of a test file that grew long stand beside it in cases/, and share its office.
const TEST = '(\\.(test|interop)|/testing|/cases/[a-z-]+)\\.ts$'

/** What each module's contract says it depends on: `depends: ['directory', 'work']`. */
function declaredDependencies() {
  if (!existsSync('src/modules')) return []
  return readdirSync('src/modules', { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const path = `src/modules/${name}/contract.ts`
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      const list = /\bdepends:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
      return { name, depends: [...list.matchAll(/['"]([a-z-]+)['"]/g)].map(match => match[1]) }
    })
}

const alongDepends = declaredDependencies().map(({ name, depends }) => ({
  name: `${name}-only-along-depends`,
  comment: `${name} declares what it depends on in contract.ts (depends); it may import no other module.`,
  severity: 'error',
  from: { path: `^src/modules/${name}/`, pathNot: TEST },
  to: { path: '^src/modules/', pathNot: `^src/modules/(${[name, ...depends].join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or lack a third. Types may meet: they are gone at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'kernel-imports-nobody',
      comment: 'The kernel knows no business and no surface.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TEST },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'formats-are-pure',
      comment: 'What the world’s files and numbers mean: no database, no module, of the kernel money alone.',
      severity: 'error',
      from: { path: '^src/formats/', pathNot: TEST },
      to: { path: '^src/', pathNot: ['^src/formats/', '^src/kernel/money\\.ts$'] },
    },
    {
      name: 'module-through-contract',
      comment: 'Another module is reached through its contract.ts alone: no tables, no bodies.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: TEST },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/contract\\.ts$'] },
    },
    ...alongDepends,
    {
      name: 'testing-for-tests',
      comment: 'What tests share does not run in an office.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: '/testing\\.ts$' },
    },
    {
      name: 'index-from-app',
      comment: 'A module is put together in index.ts, which src/app alone imports.',
      severity: 'error',
      from: { pathNot: ['^src/app/', TEST] },
      to: { path: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'module-imports-no-surface',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: TEST },
      to: { path: '^src/(surfaces|app)/' },
    },
    {
      name: 'module-imports-no-web',
      comment: 'Only the pages of a module (ui/) use the design kit.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: ['^src/modules/[^/]+/ui/', TEST] },
      to: { path: '^src/web/' },
    },
    {
      name: 'surface-imports-no-module',
      comment: 'Surfaces are projections of the registry: they have no business words.',
      severity: 'error',
      from: { path: '^src/surfaces/', pathNot: TEST },
      to: { path: '^src/(modules|web|app)/' },
    },
    {
      name: 'ui-only-contracts-and-kit',
      comment: 'A page knows contracts, its own words and the kit; the rest of its module runs on the server.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/ui/', pathNot: TEST },
      to: {
        path: '^src/',
        pathNot: [
          '^src/web/',
          '^src/modules/[^/]+/contract\\.ts$',
          '^src/modules/$1/(ui|contract|messages)/',
          '^src/formats/(references/|einvoice/terms\\.ts$)',
          '^src/kernel/(money|refusal|declare|schema)\\.ts$',
          '^src/kernel/language/',
          '^src/kernel/builtin/contract\\.ts$',
        ],
      },
    },
    {
      name: 'web-knows-no-business',
      comment: 'The shell gathers the modules’ words and pages by their registry, and knows none of them.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: TEST },
      to: { path: '^src/(modules|surfaces|app)/', pathNot: ['^src/app/pages\\.ts$', '^src/modules/[^/]+/messages/'] },
    },
    {
      name: 'web-runs-in-a-browser',
      comment: 'Of the kernel the browser may have types, money, and languages.',
      severity: 'error',
      from: { path: '^src/(web|modules/[^/]+/ui)/', pathNot: TEST },
      to: {
        path: '^src/kernel/(database|dispatch|files|jobs|journal|search)/',
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
  ],
  options: {
    includeOnly: '^src/',
    exclude: { path: '\\.(css|svg|woff2|html|sql)$' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.js'] },
  },
}
