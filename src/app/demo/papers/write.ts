import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BulkKind, type Wrap, bulkKinds } from './bulk.ts'
import { type GenerateCall, generateMonth, generatePapers } from './generate.ts'
import { closeRaster } from './scans/raster.ts'
import { type Language, type Paper, languages } from './types.ts'

const usage = `write.ts OUT_DIR [--seed S] [--month] [--text]           November 2026 of the demo office (the default)
write.ts OUT_DIR --count N [--seed S] [--language sv] [--kind bill,receipt] [--scan | --mixed]   papers without a story
kinds: ${bulkKinds.join(' ')}`

const readCall = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string' },
      seed: { type: 'string', default: '1' },
      language: { type: 'string' },
      kind: { type: 'string' },
      scan: { type: 'boolean', default: false },
      mixed: { type: 'boolean', default: false },
      month: { type: 'boolean', default: false },
      text: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })

const papersOf = ({ values }: ReturnType<typeof readCall>): AsyncIterable<Paper> => {
  if (values.count === undefined || values.month) return generateMonth({ seed: values.seed, textOnly: values.text })
  const wrap: Wrap = values.scan ? 'scan' : values.mixed ? 'mixed' : 'text'
  const kinds = values.kind?.split(',').map(kind => {
    if (!(bulkKinds as readonly string[]).includes(kind)) throw new RangeError(`no kind ${kind}`)
    return kind as BulkKind
  })
  if (values.language !== undefined && !(languages as readonly string[]).includes(values.language))
    throw new RangeError(`no language ${values.language}`)
  const call: GenerateCall = {
    seed: values.seed,
    count: Number(values.count),
    wrap,
    ...(values.language === undefined ? {} : { language: values.language as Language }),
    ...(kinds === undefined ? {} : { kinds }),
  }
  return generatePapers(call)
}

const main = async (): Promise<void> => {
  const call = readCall()
  const [folder] = call.positionals
  if (folder === undefined || call.values.help) {
    console.log(usage)
    process.exitCode = call.values.help ? 0 : 2
    return
  }
  await mkdir(folder, { recursive: true })
  const truths: object[] = []
  for await (const { bytes, ...rest } of papersOf(call)) {
    await writeFile(join(folder, rest.name), bytes)
    truths.push(rest)
  }
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truths, null, 1)}\n`)
  await closeRaster()
  console.log(`${truths.length} papers in ${folder}`)
}

await main()
